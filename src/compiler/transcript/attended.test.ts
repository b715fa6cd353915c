import { expect, test } from 'vitest';
import { findReason } from './attended.ts';

const seat = { host: true, root: false, output: '', opens: false, shell: true };

test.each([
  ['docker ps', null],
  ['docker rm <id>', 'placeholder'],
  ['nano index.html', 'editor'],
  ['sudo vim /etc/hosts', 'editor'],
  ['less file', 'editor'],
  ['ls | less', null],
  ['top', 'editor'],
  ['top -b -n 1', null],
  ['kubectl edit pod web', 'editor'],
  ['git commit', 'editor'],
  ['git commit -m "x"', null],
  ['git rebase -i HEAD~2', 'editor'],
  ['docker run -it alpine vi f', 'editor'],
  ['mysql -u root -p', 'input'],
  ['mysql -u root -psecret', null],
  ['mysql -u root -p < dump.sql', null],
  ['docker login', 'input'],
  ['docker login -u me --password-stdin', null],
  ['docker system prune', 'input'],
  ['docker system prune -f', null],
  ['passwd', 'input'],
  ['cat > index.html', 'input'],
  ['cat <<EOF > f\na\nEOF', null],
  ['ls | cat', null],
  ['docker logs -f web', 'endless'],
  ['docker logs web', null],
  ['docker compose up', 'endless'],
  ['docker compose up -d', null],
  ['docker-compose up', 'endless'],
  ['kubectl port-forward pod 80:80', 'endless'],
  ['kubectl get pods -w', 'endless'],
  ['ping web', 'endless'],
  ['ping -c 3 web', null],
  ['tail -f log', 'endless'],
  ['tail -f log &', null],
  ['watch docker ps', 'endless'],
  ['docker run -p 80:80 nginx', 'endless'],
  ['docker run -d -p 80:80 nginx', null],
  ['docker run ubuntu sleep infinity', 'endless'],
  ['docker stats --no-stream', null],
  ['apt install docker.io', 'machine'],
  ['sudo mount /dev/vdb /mnt', 'machine'],
  ['systemctl restart docker', 'machine'],
  ['systemctl status docker', null],
  ['usermod -aG docker ana', 'machine'],
])('%s needs somebody: %s', (command, reason) => {
  expect(findReason(command, seat)).toBe(reason);
});

test('inside a container nothing changes the machine', () => {
  expect(findReason('apt install apache2 -y', { ...seat, host: false, root: true })).toBeNull();
});

test('at a root prompt of the host everything may', () => {
  expect(findReason('ls', { ...seat, root: true })).toBe('machine');
});

test.each(['Enter password: ', 'Do you want to continue? [Y/n] ', 'Are you sure (yes/no)? '])(
  'a question in what the author shows is an input: %s',
  (output) => {
    expect(findReason('some-program', { ...seat, output })).toBe('input');
  },
);

test('what fails at once, as the author shows, is not endless', () => {
  expect(findReason('ping es', { ...seat, output: "ping: bad address 'es'" })).toBeNull();
});

test('what stays open is left, it is not endless', () => {
  expect(findReason('docker run -it -p 80:80 debian', { ...seat, opens: true })).toBeNull();
});

test('a statement in a database has no editors nor placeholders', () => {
  expect(findReason('SELECT vi FROM <t>', { ...seat, shell: false })).toBeNull();
});
