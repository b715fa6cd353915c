import { describe, expect, it } from 'vitest';
import { findings, lintPage } from '../lint.fixture.ts';

const judge = (list: string) =>
  lintPage(`# A\n\ntext\n{: ${list} }\n`).map(({ message, hint }) => `${message} ${hint}`);

describe('a slip of the pen in an attribute list', () => {
  it.each([
    ['.slde', '.slide'],
    ['.sldie', '.slide'],
    ['.Slide', '.slide'],
    ['.fragmnt', '.fragment'],
    ['.no-rnu', '.no-run'],
    ['.colums', '.columns'],
    ['.compair', '.compare'],
    ['.larg', '.large'],
    ['.statment', '.statement'],
    ['.nots', '.notes'],
    ['timout="1s"', 'timeout'],
    ['terminel="1"', 'terminal'],
    ['backgrund="a"', 'background'],
    ['exi="1"', 'exit'],
    ['layuot="x"', 'layout'],
    ['slde', '.slide'],
  ])('%s: %s is meant', (list, meant) => {
    const [said, ...more] = judge(list);
    expect(said).toContain(meant);
    expect(more).toEqual([]);
  });

  it.each([
    ...[
      '.slide',
      '.note',
      '.column',
      '.row',
      '.rn',
      '.runs',
      '.xyz',
      '.smaller',
      '.title',
      '.slidesss',
      '.patch',
    ],
    ...['title="x"', 'width="1"', 'style="x"', 'toc', 'exit="0"', 'exit="3"', 'match="lines"'],
    ...['match="exact"', 'terminal="1"', 'terminal="2"', 'timeout="60s"', 'layout="anything"', 'lines="1"'],
  ])('%s is none', (list) => {
    expect(judge(list)).toEqual([]);
  });

  it.each(['exit="one"', 'timeout="soon"', 'terminal="first"', 'match="nearly"', 'exit=""'])(
    '%s can’t be read',
    (list) => {
      expect(lintPage(`# A\n\ntext\n{: ${list} }\n`).map(({ code }) => code)).toEqual(['attribute-value']);
    },
  );

  it.each([
    ['a {: .slde} b {: .larg}', ['unknown-attribute 3:6', 'unknown-attribute 3:18']],
    ['a\n{: .slde .slide .larg}', ['unknown-attribute 4:4', 'unknown-attribute 4:17']],
    ['~~~\n{: .slde}\n~~~\n\na\n{: .slde}', ['unknown-attribute 8:4']],
    ['````md\n```\n{: .slde}\n```\n````\n\na\n{: .slde}', ['unknown-attribute 10:4']],
    ['{::slde}', []],
  ])('is told at its place: %j', (text, found) => {
    expect(findings(`# A\n\n${text}\n`)).toEqual(found);
  });
});
