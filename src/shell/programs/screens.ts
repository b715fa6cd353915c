import type { Family, Knowledge } from '../behaviour.ts';

const screen: Knowledge = ({ piped }) => ({ fillsScreen: !piped });

const names =
  'vi vim nvim nano emacs pico joe mcedit micro less more man htop btop ctop k9s lazydocker visudo cfdisk nmtui';

/** Programs that take the whole screen: editors, pagers, monitors. */
export const screens: Family = {
  ...Object.fromEntries(names.split(' ').map((name) => [name, screen])),
  visudo: ({ piped }) => ({ fillsScreen: !piped, changesMachine: true }),
  top: ({ args, piped }) => ({ fillsScreen: !piped && !args.some((arg) => /^-[a-z]*b/.test(arg)) }),
  crontab: ({ args }) => ({ fillsScreen: args.includes('-e') }),
  git: ({ args }) => ({ fillsScreen: opensEditor(args) }),
};

function opensEditor([verb, ...args]: string[]): boolean {
  if (verb === 'rebase') return args.includes('-i') || args.includes('--interactive');
  if (verb === 'add') return args.includes('-p') || args.includes('-i');
  return (
    verb === 'commit' &&
    !args.some((arg) =>
      /^-[a-zA-Z]*[mFCc]|^--(?:message|file|no-edit|reuse-message|fixup|dry-run|help)/.test(arg),
    )
  );
}
