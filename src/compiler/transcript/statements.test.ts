import { expect, test } from 'vitest';
import type { Language } from '../../shell/program.ts';
import { splitStatements } from './statements.ts';

const split = (text: string, speaks: Language) =>
  splitStatements(text.split('\n'), speaks)?.map((draft) =>
    draft.kind === 'command' ? [draft.line, draft.command, draft.statement] : draft,
  ) ?? null;

test.each<[Language, string, [number, string][]]>([
  ['sql', 'SHOW TABLES;', [[0, 'SHOW TABLES;']]],
  [
    'sql',
    'select a\nfrom b;\n\nuse shop',
    [
      [0, 'select a\nfrom b;'],
      [3, 'use shop'],
    ],
  ],
  [
    'sql',
    '  \\d shop\nexit',
    [
      [0, '\\d shop'],
      [1, 'exit'],
    ],
  ],
  [
    'redis',
    'SET a 1\nGET a\nINFO',
    [
      [0, 'SET a 1'],
      [1, 'GET a'],
      [2, 'INFO'],
    ],
  ],
  [
    'mongo',
    'use shop\ndb.a.find()\nshow dbs',
    [
      [0, 'use shop'],
      [1, 'db.a.find()'],
      [2, 'show dbs'],
    ],
  ],
])('%s: %j', (speaks, text, expected) => {
  expect(split(text, speaks)).toEqual(expected.map(([line, command]) => [line, command, true]));
});

test.each<[Language, string]>([
  ['sql', 'SELECT a'],
  ['sql', 'SELECT a;\n+---+'],
  ['sql', 'ls -l'],
  ['sql', ''],
  ['redis', 'GET'],
  ['redis', 'SET a 1\nOK'],
  ['mongo', 'words'],
  ['python', 'print(1)'],
  ['shell', 'SELECT a;'],
])('%s: %j is none', (speaks, text) => {
  expect(split(text, speaks)).toBeNull();
});
