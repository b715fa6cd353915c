import { expect, test } from 'vitest';
import { readCommand } from '../command.ts';

test.each([
  ['kubectl exec -it web -- /bin/bash', 'shell', 'web'],
  ['oc rsh web', 'shell', 'web'],
  ['kubectl run -it web --image=x -n y -- sh', 'shell', 'web'],
  ['kubectl exec -it web -c app bash', 'shell', 'web'],
  ['kubectl attach -it web', 'shell', 'web'],
  ['k exec -it db -- mysql -u root', 'sql', 'db'],
  ['oc rsh', 'shell', 'oc'],
  ['oc rsh web bash', 'shell', 'web'],
  ['kubectl debug -it', 'shell', 'kubectl'],
])('%s leaves a program open that understands %s: %s', (command, speaks, name) => {
  expect(readCommand(command).opens).toMatchObject({ speaks, name });
});

test.each([
  'kubectl exec web -- date',
  'kubectl exec -t web -- bash',
  'kubectl exec -i web -- bash',
  'kubectl exec web -- bash -it',
  'kubectl get -it pods',
  'oc rsh web ls',
])('%s returns by itself', (command) => {
  expect(readCommand(command).opens).toBeNull();
});

test.each([
  ['kubectl port-forward pod 80:80', true],
  ['oc proxy', true],
  ['kubectl logs -f web', true],
  ['k logs --follow web', true],
  ['kubectl get pods -w', true],
  ['kubectl get pods --watch', true],
  ['kubectl get --watch-only pods', true],
  ['kubectl -n x logs -f web', true],
  ['kubectl exec -it web -- tail -f log', true],
  ['kubectl logs web', false],
  ['kubectl get pods', false],
  ['kubectl apply -f x.yml', false],
])('%s goes on: %s', (command, expected) => {
  expect(readCommand(command).endless).toBe(expected);
});

test.each([
  ['oc login', true],
  ['oc login --token=x', false],
  ['oc login -p x', false],
  ['kubectl login', false],
  ['kubectl exec -it db -- mysql -p', true],
  ['kubectl exec -t db -- mysql -p', false],
])('%s asks: %s', (command, expected) => {
  expect(readCommand(command).asks).toBe(expected);
});

test.each([
  ['kubectl edit pod web', true],
  ['kubectl exec -it web -- vi f', true],
  ['kubectl exec web -- vi f', false],
])('%s fills the screen: %s', (command, expected) => {
  expect(readCommand(command).fillsScreen).toBe(expected);
});
