import { expect, test } from 'vitest';
import { readCommand } from '../command.ts';

test.each([
  ['ping web', true],
  ['ping -c 3 web', false],
  ['ping -c3 web', false],
  ['ping -qw 5 web', false],
  ['tail -f log', true],
  ['tail -F log', true],
  ['tail -n 5 --follow log', true],
  ['tail log', false],
  ['journalctl -fu docker', true],
  ['journalctl -u docker', false],
  ['watch docker ps', true],
  ['yes', true],
  ['sleep infinity', true],
  ['sleep 5', false],
  ['flask run', true],
  ['flask routes', false],
  ['tcpdump -i eth0', true],
  ['tcpdump -c 5', false],
  ['while true; do date; done', true],
  ['while :; do date; done', true],
  ['while read x; do echo; done', false],
  ['until true; do date; done', false],
  ['npm start', true],
  ['npm run dev', true],
  ['yarn serve', true],
  ['pnpm run build', false],
  ['npm install', false],
  ['timeout 5 tail -f log', false],
  ['strace -p 5 tail -f log', true],
  ['if true; then tail -f log; fi', true],
])('%s goes on: %s', (command, expected) => {
  expect(readCommand(command).endless).toBe(expected);
});

test.each([
  ['cat > index.html', true],
  ['cat', true],
  ['cat file', false],
  ['ls | cat', false],
  ['cat <<EOF > f\na\nEOF', false],
  ['read x', true],
  ['echo a | read x', false],
  ['read x < f', false],
  ['ssh-keygen -t rsa', true],
  ["ssh-keygen -N ''", false],
  ['ssh-keygen < f', false],
  ['az login', true],
  ['gcloud login --token x', false],
  ['npm login', true],
  ['npm login -p x', false],
  ['npm install', false],
])('%s asks: %s', (command, expected) => {
  expect(readCommand(command).asks).toBe(expected);
});

test('a program that runs another one leaves nothing open that ends with its input', () => {
  expect(readCommand('timeout 5 bash').opens).toMatchObject({ name: 'bash' });
  expect(readCommand('watch bash').opens).toBeNull();
  expect(readCommand('ls | xargs bash').opens).toBeNull();
});
