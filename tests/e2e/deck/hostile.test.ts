import { expect, test } from 'vitest';
import { goTo, press, rowOf, run, screenText, waitForScreen, waitForState } from './classroom.ts';
import { useClassroom } from './suite.ts';

const ATTACKS: Record<string, string> = {
  title: String.raw`printf '\033]0;cuidado\007\033]2;cuidado\007'`,
  clipboard: String.raw`printf '\033]52;c;cm0gLXJmIH4K\007'`,
  marks: String.raw`printf '\033]133;D;0\007\033]133;D;0;00000000\007'; echo sigue; sleep 1; exit_status() { return 3; }; exit_status`,
  queries: String.raw`for i in $(seq 2000); do printf '\033[c\033[6n\033[>c\033P$qm\033\\'; done`,
  links: String.raw`printf '\033]8;;javascript:document.title=1\033\\pulsa\033]8;;\033\\\n'`,
  elsewhere: String.raw`printf '\033]8;;http://127.0.0.2:9/evil\033\\https://bank.example\033]8;;\033\\\n'`,
  repeats: String.raw`for f in b L S T M P @ X I Z; do printf "a\033[2147483647$f"; done; printf 'fin\n'`,
  asking: String.raw`printf '\033[c\033[6n\033[>c\033[?6n\033[?1004h\033[?1000h'`,
  answered: String.raw`IFS= read -rs -t 5 -d R -p $'\033[6n' place; echo "place ${'$'}{place#?}"`,
  noise: 'head -c 300000 /dev/urandom',
};

/** What the author wrote under a command, which what it prints takes the place of. */
const WRITTEN: Record<string, string> = { marks: 'como siempre\n' };

const PAGE = `---
title: Ataques
lang: es
---

# Ataques

${Object.entries(ATTACKS)
  .map(([name, command]) => `## ${name}\n\n\`\`\`\n$ ${command}\n${WRITTEN[name] ?? ''}\`\`\`\n`)
  .join('\n')}
## orden

\`\`\`
$ echo "sigo $((40 + 2))"
\`\`\`
`;

const suite = useClassroom(PAGE);

test('types no answer at the prompt, and gives one to the program that asks', async () => {
  const { page } = await suite.open();
  await goTo(page, 'asking');
  await run(page, ATTACKS['asking']!);
  await page.keyboard.press('t');
  await page.locator('.terminal-panel[data-entered]').waitFor();
  // While the terminal has the focus: its own queries, the focus that goes and comes.
  await page.keyboard.type(`${ATTACKS['asking']}; echo asked\n`);
  await waitForScreen(page, 'asked');
  await page.keyboard.press('F8');
  await page.keyboard.press('t');
  await page.locator('.terminal-panel[data-entered]').waitFor();
  await page.keyboard.type('echo "still $((40 + 2))"\n');
  await waitForScreen(page, 'still 42');
  expect(await screenText(page)).not.toMatch(/\d+;\d+[cR]|\[[IO]|\^\[\[/);
  await page.keyboard.type(`${ATTACKS['answered']}\n`);
  await waitForScreen(page, 'place [');
  expect(await screenText(page)).toMatch(/place \[\d+;\d+/);
});

test('does nothing two thousand million times', async () => {
  const { page } = await suite.open();
  await goTo(page, 'repeats');
  await run(page, ATTACKS['repeats']!);
  await page.keyboard.press('t');
  await waitForScreen(page, 'fin');
});

test('shows where a link leads before it opens', async () => {
  const { page } = await suite.open();
  await goTo(page, 'elsewhere');
  await run(page, ATTACKS['elsewhere']!);
  const opened: string[] = [];
  page.context().on('page', (other) => opened.push(other.url()));
  const link = page.locator('.xterm-rows').getByText('https://bank.example', { exact: true }).first();
  const dialog = page.locator('.dialog--link');
  const follow = async () => {
    const { x, y, width, height } = (await link.boundingBox())!;
    await page.mouse.move(x, y);
    await page.mouse.click(x + width / 2, y + height / 2);
    await dialog.waitFor();
  };
  await waitForScreen(page, 'https://bank.example');
  await follow();
  expect(await dialog.locator('code').textContent()).toBe('http://127.0.0.2:9/evil');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(opened).toEqual([]);
  await follow();
  const other = page.context().waitForEvent('page');
  await dialog.locator('.action--main').click();
  expect(await (await other).evaluate(() => window.opener)).toBeNull();
});

test('obeys nothing that a program prints', async () => {
  const { page } = await suite.open();
  await page.evaluate(() => navigator.clipboard.writeText('mine'));
  const title = await page.title();
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });

  await goTo(page, 'title');
  await run(page, ATTACKS['title']!);
  await goTo(page, 'clipboard');
  await run(page, ATTACKS['clipboard']!);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('mine');

  await goTo(page, 'marks');
  await run(page, ATTACKS['marks']!, 'failed');
  expect(await rowOf(page, ATTACKS['marks']!).locator('.run').textContent()).toContain('falló 3');
  expect(await rowOf(page, ATTACKS['marks']!).locator('.step__output').textContent()).toContain('sigue');

  await goTo(page, 'queries');
  await run(page, ATTACKS['queries']!);
  await goTo(page, 'links');
  await run(page, ATTACKS['links']!);
  await waitForScreen(page, 'pulsa');
  const link = page.locator('.xterm-rows').getByText('pulsa', { exact: true }).first();
  const { x, y, width, height } = (await link.boundingBox())!;
  await page.mouse.move(x, y);
  await page.mouse.click(x + width / 2, y + height / 2);
  await page.keyboard.press('F8');
  expect(await page.title()).toBe(title);
  expect(dialogs).toEqual([]);

  await goTo(page, 'noise');
  await run(page, ATTACKS['noise']!);
  await goTo(page, 'orden');
  await press(page, 'echo "sigo $((40 + 2))"');
  await waitForState(page, 'echo "sigo $((40 + 2))"', 'done');
});
