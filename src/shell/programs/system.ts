import type { Family, Knowledge } from '../behaviour.ts';

const changes: Knowledge = () => ({ changesMachine: true });

const changers =
  'usermod useradd userdel groupadd addgroup groupdel mount umount mkfs.ext4 mkfs fdisk modprobe iptables nft reboot ' +
  'shutdown poweroff snap resize2fs e2fsck mkswap swapon swapoff dpkg rpm debootstrap add-apt-repository apt-key a2enmod ' +
  'a2ensite hostnamectl timedatectl netplan setenforce kubeadm';

/** Installs packages, or takes them away; what it only lists or finds changes nothing. */
const manager: Knowledge = ({ args }) => ({
  changesMachine: args.some((arg) => managing.has(arg) || /^-S\w*$/.test(arg)),
});
const managing = new Set(
  'install remove purge update upgrade add del autoremove dist-upgrade full-upgrade'.split(' '),
);

const service: Knowledge = ({ args }) => ({ changesMachine: !args.some((arg) => telling.has(arg)) });
const telling = new Set('status is-active is-enabled list-units show cat'.split(' '));

const apache: Knowledge = ({ args }) => ({
  endless: args.some((arg) => arg.toLowerCase() === 'foreground'),
});

/** Programs of whoever looks after the machine. */
export const system: Family = {
  ...Object.fromEntries(changers.split(' ').map((name) => [name, changes])),
  ...Object.fromEntries(
    'apt apt-get yum dnf apk pacman zypper brew'.split(' ').map((name) => [name, manager]),
  ),
  systemctl: service,
  service,
  adduser: ({ args, piped, redirectedInput }) => ({
    changesMachine: true,
    asks: args.length === 1 && !piped && !redirectedInput,
  }),
  passwd: ({ piped, redirectedInput }) => ({ asks: !piped && !redirectedInput }),
  httpd: apache,
  apache2ctl: apache,
  apachectl: apache,
};
