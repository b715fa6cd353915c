import { expect, it } from 'vitest';
import type { Explained } from '../compiler/explain/explained.ts';
import { because } from '../compiler/reasons/reason.ts';
import { formatTable, toJson } from './explained-lines.ts';

const page = ['# A', '', '```', '$ ls', '```', `${'word '.repeat(20)}`];
const row = (
  from: number,
  to: number,
  kind: Explained['kind'],
  more: Partial<Explained> = {},
): Explained => ({
  ...{ from, to, kind, why: [because('paragraph')], step: null, inside: [] },
  ...more,
});
const explained = [
  row(1, 1, 'heading', { why: [because('heading', '#')] }),
  row(3, 5, 'transcript', {
    why: [because('fence', '```'), because('prompt', '$')],
    inside: [row(4, 4, 'command', { why: [because('step', 'abc')], step: 'abc' })],
  }),
  row(6, 6, 'paragraph'),
];

it('is a table with what stands within indented, and the first words that there are', () => {
  expect(formatTable(explained, page).split('\n')).toEqual([
    'line(s)  kind        why                                    first words',
    '1        heading     begins with #                          # A',
    '3-5      transcript  between ```; begins with the prompt $  $ ls',
    '4          command   runs as step abc                       $ ls',
    `6        paragraph   begins nothing else                    ${'word '.repeat(9)}wo…`,
    '',
  ]);
});

it('is data with codes, words and the whole line for programs', () => {
  const [heading, transcript] = toJson(explained, page);
  expect(heading).toEqual({
    ...{ from: 1, to: 1, kind: 'heading', step: null, text: '# A', inside: [] },
    why: [{ code: 'heading', words: 'begins with #' }],
  });
  expect(transcript!.inside).toMatchObject([{ kind: 'command', step: 'abc', text: '$ ls' }]);
});
