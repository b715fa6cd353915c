import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openSession } from '../session/session.ts';
import type { Shell } from '../session/shell.ts';
import { findShell, makeDemo, makeStep, type TestDemo } from './demo.fixture.ts';

let demo: TestDemo;
let opened: number;
afterEach(() => demo.runner.close());

const home = mkdtempSync(join(tmpdir(), 'capas-home-'));
/** As Debian writes it, in short. */
writeFileSync(
  join(home, '.bashrc'),
  `case $- in *i*) ;; *) return;; esac
HISTCONTROL=ignoreboth
shopt -s checkwinsize
PS1='\\[\\033[01;32m\\]\\u@\\h\\[\\033[00m\\]:\\w\\$ '
PS1="\\[\\e]0;\\u@\\h: \\w\\a\\]$PS1"
PROMPT_COMMAND='history -a'
alias ll='ls -alF'
`,
);

/** Runs a step, then two more whose outputs and statuses are known. */
async function runAround(command: string, shell?: Shell, interactive = false) {
  const steps = [command, 'echo $((40 + 2))', '(exit 3)', 'printf "%s\\n" "a\nb"', 'echo last'];
  opened = 0;
  demo = makeDemo(
    steps.map((step) => makeStep(step, { interactive: interactive && step === command })),
    {
      timeout: 4_000,
      open: () => {
        opened++;
        return openSession({
          cwd: home,
          columns: 80,
          rows: 24,
          env: { PATH: process.env['PATH'], HOME: home },
          ...(shell && { shell }),
        });
      },
    },
  );
  const statuses = [];
  for (const step of steps) statuses.push(await demo.runner.run(step));
  return statuses;
}

const CHANGES = [
  'source ~/.bashrc',
  "PS1='> '",
  'PS1=',
  "export PS1='\\u@\\h:\\w\\$ '",
  "PS2='more '",
  'unset PS0 PS1 PS2 PS4',
  "PROMPT_COMMAND='echo -n'",
  'PROMPT_COMMAND=',
  'unset PROMPT_COMMAND',
  "export PROMPT_COMMAND='echo -n' PS0='now '",
  'PROMPT_COMMAND=(true true)',
  'PS0=',
  "PS0= PS1='# ' PS2= PROMPT_COMMAND=",
  'set -u',
  'set -o vi',
  'set -o posix',
  'set +o emacs',
  'shopt -u promptvars',
  'clear',
  'tput reset',
  'stty sane',
  'stty -echo',
];

describe('a lesson that changes what the shell says', () => {
  it.each(CHANGES)('%s: it and the steps after it end with their own status and output', async (command) => {
    const statuses = await runAround(command);
    expect(statuses.map(({ state, exit }) => `${state} ${exit}`)).toEqual([
      'done 0',
      'done 0',
      'failed 3',
      'done 0',
      'done 0',
    ]);
    expect(demo.outputOf('echo $((40 + 2))')).toMatch(/42\r\n$/);
    expect(demo.outputOf('echo last')).toMatch(/last\r\n$/);
    expect(opened).toBe(1);
    expect(demo.screen()).not.toMatch(/capas|133;/);
  });

  it('shows the class the prompt that the lesson set', async () => {
    await runAround("PS1='clase> '");
    expect(demo.screen()).toContain('clase> echo last');
  });

  it.each([
    ['set -x', /^\+ echo last\r\nlast\r\n$/],
    ['trap \'echo "[$BASH_COMMAND]"\' DEBUG', /^\[echo last\]\r\nlast\r\n$/],
  ])('%s: only the command itself is traced', async (command, output) => {
    const statuses = await runAround(command);
    expect(statuses.map(({ exit }) => exit)).toEqual([0, 0, 3, 0, 0]);
    expect(demo.outputOf('echo last')).toMatch(output);
    expect(demo.screen()).not.toMatch(/capas|local status/);
  });

  it('set -e: a status that is not zero and no failure keeps the shell', async () => {
    demo = makeDemo([makeStep('set -e'), makeStep('! true', { exit: 1 }), makeStep('echo $?')]);
    await demo.runner.run('set -e');
    expect(await demo.runner.run('! true')).toMatchObject({ state: 'done', exit: 1 });
    expect(await demo.runner.run('echo $?')).toMatchObject({ state: 'done', printed: '1' });
    expect(demo.sessions).toHaveLength(1);
  });

  it('keeps the statuses of a pipe for the next step', async () => {
    const steps = ['unset PROMPT_COMMAND', 'false | (exit 4)', `echo \${PIPESTATUS[@]}`];
    demo = makeDemo(steps.map((step) => makeStep(step)));
    await demo.runner.run(steps[0]!);
    expect(await demo.runner.run(steps[1]!)).toMatchObject({ exit: 4 });
    expect(await demo.runner.run(steps[2]!)).toMatchObject({ printed: '1 4' });
  });
});

describe('a lesson that replaces the shell', () => {
  it.each([
    ['exec bash', false],
    ['exec bash', true],
    ['exec bash --norc', true],
    ['exec bash --norc --noprofile', false],
    ['source ~/.bashrc; exec bash -i', true],
  ])('%s (interactive: %s): the steps after it run in the new one', async (command, interactive) => {
    const statuses = await runAround(command, undefined, interactive);
    expect(statuses.slice(1).map(({ exit }) => exit)).toEqual([0, 3, 0, 0]);
    expect(demo.statuses.findLast(({ step }) => step === command)).toMatchObject({ state: 'done', exit: 0 });
    expect(demo.outputOf('echo last')).toBe('last\r\n');
    expect(opened).toBe(1);
    expect(demo.screen()).not.toMatch(/capas|133;/);
  });

  it('leaves a bash within the shell as it is, and knows its end', async () => {
    const statuses = await runAround('bash --norc', undefined, true);
    expect(statuses.map(({ exit }) => exit)).toEqual([null, 0, 3, 0, 0]);
    expect(statuses[1]!.note).toContain('Ctrl-D');
  });

  it('a builtin that waits for a line is not taken for a new shell', async () => {
    demo = makeDemo([makeStep('read -p "name: " name', { interactive: true }), makeStep('echo "[$name]"')]);
    expect(await demo.runner.run('read -p "name: " name')).toMatchObject({ state: 'open' });
    demo.runner.input(1, 'Ana\r');
    await expect.poll(() => demo.runner.statuses()[0]?.state).toBe('done');
    expect(await demo.runner.run('echo "[$name]"')).toMatchObject({ printed: '[Ana]' });
  });
});

const zsh = findShell('zsh');

describe.runIf(zsh)('in zsh', () => {
  it.each([
    "PS1='%n> '",
    "PS2='more '",
    'precmd_functions=() preexec_functions=()',
    'unset precmd_functions preexec_functions',
    'precmd() { true }',
    'set -o vi',
  ])('%s: it and the steps after it end with their own status and output', async (command) => {
    const statuses = await runAround(command, zsh!);
    expect(statuses.map(({ exit }) => exit)).toEqual([0, 0, 3, 0, 0]);
    expect(demo.outputOf('echo last')).toContain('last\r\n');
    expect(demo.screen()).not.toMatch(/capas|133;/);
  });

  it('set -x: only the command itself is traced', async () => {
    await runAround('set -x', zsh!);
    expect(demo.outputOf('echo last')).toMatch(/^\+zsh:\d+> echo last\r\nlast\r\n$/);
  });
});
