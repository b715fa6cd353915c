import { expect, test } from 'vitest';
import { readCommand } from '../command.ts';

test.each([
  ['ssh ana@server', 'shell', 'ana@server'],
  ['su - ana', 'shell', 'ana'],
  ['sudo -i', 'shell', 'root'],
  ['sudo unshare --uts --net', 'shell', 'unshare'],
  ['nsenter -t 700 -n', 'shell', 'nsenter'],
  ['lxc-attach -n web', 'shell', 'web'],
  ['lxc-attach web -- bash', 'shell', 'web'],
  ['virsh console web', 'shell', 'web'],
  ['virsh -c qemu:///system', 'other', 'virsh'],
  ['buildah run work -- bash', 'shell', 'work'],
  ['bash', 'shell', 'bash'],
  ['vagrant ssh', 'shell', 'vagrant'],
  ['zsh -l', 'shell', 'zsh'],
  ['bash --login', 'shell', 'bash'],
  ['ssh host-V', 'shell', 'host-V'],
  ['ip netns exec red zsh', 'shell', 'red'],
  ['lxc-attach --name web bash', 'shell', 'web'],
  ['vagrant ssh web-', 'shell', 'web-'],
  ["sh -c 'cd x; bash'", 'shell', 'bash'],
  ["bash -lc 'mysql'", 'sql', 'mysql'],
  ['ssh -p 2222 -i key ana@server', 'shell', 'ana@server'],
  ['su', 'shell', 'root'],
  ['sudo su', 'shell', 'root'],
  ['sudo -s', 'shell', 'root'],
  ['newgrp docker', 'shell', 'docker'],
  ['newgrp', 'shell', 'newgrp'],
  ['chroot /mnt', 'shell', '/mnt'],
  ['chroot /mnt /bin/bash -l', 'shell', '/mnt'],
  ['minikube ssh', 'shell', 'minikube'],
  ['docker-machine ssh web', 'shell', 'web'],
  ['nsenter -t 700 -n /bin/sh', 'shell', 'nsenter'],
  ['ip netns exec red bash', 'shell', 'red'],
  ['lxc shell web', 'shell', 'web'],
  ['lxc exec web -- bash', 'shell', 'web'],
  ['incus exec web sh', 'shell', 'web'],
  ['lxc-attach --name=web', 'shell', 'web'],
  ['virsh', 'other', 'virsh'],
  ['buildah unshare', 'shell', 'buildah unshare'],
  ['buildah run -v a:b work bash', 'shell', 'work'],
])('%s leaves a program open that understands %s: %s', (command, speaks, name) => {
  expect(readCommand(command).opens).toMatchObject({ speaks, name });
});

test.each([
  'lxc-attach web -- ls',
  'virsh list --all',
  'ssh server uptime',
  'bash script.sh',
  "bash -c 'ls'",
  'bash --version',
  'bash -c',
  'sh ./script.sh',
  'ssh',
  'ssh -V',
  'ssh -Nf server',
  "su ana -c 'ls'",
  'su --command=ls',
  'sudo ls',
  'sudo -l',
  'bash a-b',
  'chroot /mnt ls',
  'chroot',
  'vagrant up',
  "vagrant ssh -c 'ls'",
  'vagrant ssh web -- ls',
  'minikube ssh a b',
  'nsenter -t 700 -n ip a',
  'unshare ls',
  'ip netns exec red ping web',
  'ip netns list',
  'ip link exec red bash',
  'lxc exec web -- ls',
  'lxc list',
  'lxc-attach',
  'virsh --version',
  'buildah run work ls',
  'buildah run work',
  'buildah unshare ls',
  'buildah from a',
  '/usr/mysh',
  'nsenter usr/bin/bash',
])('%s returns by itself', (command) => {
  expect(readCommand(command).opens).toBeNull();
});

test.each([
  'bash',
  'ssh web',
  'su',
  'sudo -i',
  'chroot /mnt',
  'vagrant ssh',
  'unshare',
  'ip netns exec red bash',
])('%s opens a shell as a host has it', (command) => {
  expect(readCommand(command).opens?.by).toBe('login');
});

test.each([
  ['minikube tunnel', true],
  ['minikube dashboard', true],
  ['minikube mount a:b', true],
  ['minikube mount', false],
  ['minikube start', false],
  ["bash -c 'tail -f x'", true],
])('%s goes on: %s', (command, expected) => {
  expect(readCommand(command).endless).toBe(expected);
});

test.each([
  ['su', true],
  ['sudo -i', true],
  ['chroot /mnt', true],
  ["bash -c 'apt install x'", true],
  ['bash', false],
])('%s changes the machine: %s', (command, expected) => {
  expect(readCommand(command).changesMachine).toBe(expected);
});
