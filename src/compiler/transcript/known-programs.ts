import type { CommandFacts } from '../../shell/command.ts';

/**
 * The programs that lessons type. The lists need not be complete: an unknown program is still found behind
 * a prompt or in a fence that says shell; they decide only where the author gave no sign at all.
 */

const container =
  'run exec ps images image container volume network build pull push rm rmi start stop restart kill logs inspect attach ' +
  'create commit cp tag save load login logout search info version system compose stack service swarm node top stats ' +
  'port rename history import export diff events pause unpause update wait context buildx builder manifest secret ' +
  'config plugin scout init machine pod generate play kube unshare sbom scan trust mount umount unmount';
const cluster =
  'get create apply delete describe edit exec logs run expose scale set rollout label annotate config cluster-info ' +
  'version port-forward proxy cp attach auth drain cordon uncordon taint top api-resources api-versions explain patch ' +
  'replace wait completion krew kustomize diff debug options plugin autoscale certificate';
const packages =
  'install update upgrade remove purge search show list autoremove clean add del info dist-upgrade full-upgrade';

/** Programs that are always followed by one of these words or an option. */
export const subcommands = new Map<string, Set<string>>(
  Object.entries({
    docker: container,
    podman: container,
    nerdctl: container,
    'docker-compose':
      'up down ps build logs exec run start stop restart pull push config images kill rm top version scale create events port pause unpause',
    'podman-compose': 'up down ps build logs exec run start stop restart pull push',
    'docker-machine': 'create env ls ssh ip start stop rm inspect',
    kubectl: cluster,
    k: cluster,
    oc: `${cluster} login logout new-project new-app project projects status start-build adm import-image rsh process whoami policy delete get whoami tag`,
    helm: 'install upgrade repo list ls uninstall delete search pull show get status rollback history template create package dependency lint version env',
    minikube:
      'start stop delete status dashboard service ip ssh addons tunnel config kubectl node profile docker-env image logs mount version',
    kind: 'create delete get load export version',
    k3d: 'cluster image node kubeconfig registry',
    crc: 'setup start stop delete config console version status oc-env ip',
    kubeadm: 'init join token reset upgrade config version',
    git:
      'init clone status add commit push pull fetch branch checkout switch merge rebase log diff show remote stash tag reset ' +
      'restore config rm mv blame cherry-pick revert bisect clean reflog submodule worktree describe grep shortlog archive ' +
      'ls-files rev-parse cat-file hash-object show-ref update-index ls-tree gc fsck bundle am apply format-patch',
    gh: 'repo pr issue auth workflow run release gist',
    systemctl:
      'start stop restart status enable disable reload daemon-reload list-units is-active is-enabled mask unmask show cat',
    service: 'docker ssh sshd apache2 nginx mysql mariadb postgresql cron networking',
    apt: packages,
    'apt-get': packages,
    yum: packages,
    dnf: packages,
    apk: packages,
    brew: `${packages} tap cask services uninstall`,
    snap: `${packages} refresh`,
    pacman: '',
    npm:
      'create link version view whoami login logout install i init run run-script start stop restart test ci build publish unpublish exec ' +
      'audit update uninstall ls list pkg team org owner access dist-tag deprecate token profile config cache outdated dedupe prune ' +
      'root prefix pack ping rebuild search explain fund doctor diff',
    yarn: 'install add run start test build dev init global',
    pnpm: 'install i add run start test build dev dlx',
    pip: 'install uninstall list freeze show download',
    pip3: 'install uninstall list freeze show download',
    cargo: 'build run test new add install init check',
    go: 'build run test mod get install version env fmt vet',
    terraform: 'init plan apply destroy fmt validate output state import show workspace',
    vagrant: 'up ssh halt destroy init status box reload provision suspend resume plugin',
    openstack:
      'server network image flavor volume keypair security subnet router floating project user stack',
    gcloud: 'auth compute container config projects init builds run artifacts services',
    aws: 's3 ec2 ecr ecs eks iam configure lambda sts cloudformation logs',
    az: 'login group aks acr vm account container webapp network',
    crictl: 'ps images pull logs exec inspect pods rmp stopp',
    ctr: 'images run containers tasks namespaces image container task',
    buildah:
      'from run copy add config commit bud build images containers push pull inspect mount umount unmount rm rmi rename tag info ' +
      'login logout manifest unshare version',
    etcdctl:
      'put get del watch member endpoint snapshot lock elect lease set ls mk rm cluster-health backup user role auth',
    skopeo: 'copy inspect list-tags delete sync login logout',
    eksctl: 'create get delete scale utils',
    ip: 'a addr address r route link l neigh n netns br rule',
    virsh:
      'help list start shutdown reboot destroy define undefine console edit dominfo dumpxml create suspend resume save restore autostart ' +
      'domblklist domiflist domifaddr domrename setmem setmaxmem setvcpus attach-disk attach-device attach-interface detach-disk ' +
      'detach-device net-list net-define net-start net-destroy net-undefine net-autostart net-dumpxml net-info net-dhcp-leases ' +
      'pool-list pool-define pool-define-as pool-build pool-start pool-autostart pool-info pool-dumpxml pool-destroy pool-delete pool-undefine ' +
      'pool-refresh vol-list vol-create vol-create-as vol-info vol-dumpxml vol-delete vol-clone vol-resize vol-upload vol-download ' +
      'snapshot-create snapshot-create-as snapshot-list snapshot-revert snapshot-delete blockresize blockcommit',
    'qemu-img': 'create info convert resize check snapshot rebase commit map',
    lxc: 'launch init list exec shell start stop restart delete image config network profile info file storage snapshot copy move publish remote',
    incus:
      'launch init list exec shell start stop restart delete image config network profile info file storage snapshot copy move remote',
    module: 'load unload purge list avail spider swap show',
    conda: 'create install activate deactivate env list update remove info init config',
    ufw: 'enable disable status allow deny limit delete reset',
    certbot: 'certonly renew run certificates delete',
    make: 'all clean install build test run docker image',
  }).map(([name, words]) => [name, new Set(words.split(' ').filter(Boolean))]),
);

/** Programs that take anything. */
export const utilities = new Set(
  (
    'ls cd pwd cat echo printf cp mv rm mkdir rmdir touch ln chmod chown chgrp head tail less more grep egrep fgrep sed awk cut sort ' +
    'uniq wc find xargs tee tr diff file stat du df mount umount mkfs.ext4 fdisk lsblk blkid dd sync tar gzip gunzip zip unzip ' +
    'bzip2 xz curl wget ssh scp sftp rsync ping ping6 traceroute dig nslookup host hostname hostnamectl netstat ss ifconfig ' +
    'route iptables nft tcpdump nmap nc telnet ps top htop kill killall pkill jobs fg bg nice free uptime uname whoami id who w ' +
    'groups passwd useradd adduser userdel usermod groupadd addgroup su sudo visudo chroot date cal env export unset set alias ' +
    'unalias source history clear which whereis type man info help exit logout reboot shutdown poweroff crontab at journalctl ' +
    'dmesg lsof strace watch sleep seq test true false basename dirname realpath readlink md5sum sha256sum base64 openssl gpg ' +
    'ssh-keygen ssh-copy-id nano vi vim emacs code python python2 python3 node npx ruby irb perl php java javac gcc g++ bash sh ' +
    'zsh ash dash mysql mariadb mysqldump psql pg_dump mongo mongosh redis-cli sqlite3 ab hey jq yq tree screen tmux xdg-open ' +
    'open eval read wait timeout yes envsubst nsenter unshare cgcreate cgexec lscpu lspci lsusb lsmod modprobe insmod rmmod ' +
    'resize2fs e2fsck mkswap swapon swapoff debootstrap dpkg rpm add-apt-repository update-alternatives apache2ctl a2enmod ' +
    'a2ensite a2dissite a2dismod a2enconf a2disconf apachectl htpasswd rndc named-checkconf named-checkzone postconf postmap newaliases ' +
    'semanage restorecon setsebool getsebool getenforce firewall-cmd setcap getcap capsh filecap getfattr setfattr pvcreate pvs vgcreate ' +
    'vgs vgextend lvcreate lvextend lvs lvremove mdadm parted sfdisk partprobe losetup cryptsetup zpool zfs btrfs mkfs mkfs.xfs mkfs.ext3 ' +
    'mkfs.btrfs mkfs.vfat fsck bridge tc dhclient resolvectl networkctl loginctl update-grub grub-install iperf iperf3 mtr arping nginx httpd install locale timedatectl setfacl getfacl umask chattr stress stress-ng hadolint trivy dive cosign ' +
    'syft grype k9s stern kubectx kubens flask gunicorn uvicorn mvn gradle dotnet composer bundle rails ansible ' +
    'ansible-playbook ansible-galaxy ansible-vault sbatch squeue srun scancel sinfo salloc virt-install virt-clone virt-viewer virt-manager virt-customize virt-resize ' +
    'lxc-create lxc-start lxc-stop lxc-ls lxc-attach lxc-destroy lxc-info lxc-execute lxc-copy lxc-checkconfig lxd mosquitto_pub mosquitto_sub drill arp brctl ethtool nmcli netplan apt-key apt-cache apt-mark tasksel'
  ).split(' '),
);

/** Of those, the ones that are also words of a sentence: `install docker`, `test the connection`. */
export const english = new Set(
  (
    'install make test find cat kill sort cut head less more time watch touch mount host file split join look last which who ' +
    'write wait set unset read type export source exec exit history link date echo top screen sleep open eval true false ' +
    'help info id at alias groups service kind node tree yes code stat locale go run docker git helm python bash'
  ).split(' '),
);

/** Programs that are often typed without a word behind them. */
export const alone = new Set(
  (
    'ls pwd exit logout hostname whoami id date df free ps top htop history clear env uptime who w uname ifconfig jobs lsblk ' +
    'cd mount bash sh zsh ash python python3 node irb mongo mongosh redis-cli psql mysql mariadb su tree make fg bg dmesg reboot ' +
    'lscpu lsmod groups cal'
  ).split(' '),
);

/** Of those, the ones that also take words of the project's own: `yarn lint`. */
export const scripts = new Set([
  'make',
  'npm',
  'yarn',
  'pnpm',
  'cargo',
  'openstack',
  'gcloud',
  'aws',
  'az',
  'helm',
]);

/** Programs that run the command behind them. */
export const runners = new Set(['watch', 'strace', 'xargs', 'nohup', 'time']);

/** Words that open a compound command. */
export const keywords = new Set(['for', 'while', 'until', 'if', 'case', 'select']);

/** Commands that print lines which could be typed. */
export const silentPrinters =
  /\b(?:docker-machine env|docker-env|oc-env|swarm (?:init|join-token)|kubeadm (?:init|token)|ssh-agent|crontab -l|export -p|declare -p|history)\b|(?:^|[;&|] *)(?:env|printenv|set|alias|export)\s*$|\bcat\b.*(?:\.sh|\.bash\w*|\.profile|\.env|Makefile|Jenkinsfile|\.gitlab-ci\.yml|\.md)\b/;

/** Programs that print nothing of their own accord. */
const quiet = new Set('cd mkdir touch export source chmod chown cp mv rm unset alias'.split(' '));

/** Whether a command prints next to nothing, so that what follows it was typed. */
export function isQuiet({ program, engine }: CommandFacts): boolean {
  return quiet.has(program) || engine.some(({ verb, detached }) => verb === 'run' && detached);
}
