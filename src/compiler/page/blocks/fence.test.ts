import { describe, expect, it } from 'vitest';
import { sketch, warnings } from '../sketch.fixture.ts';

describe('where code ends', () => {
  it.each<[string, ...string[]]>([
    ['```sh\na\n````', 'fence sh "a"'],
    ['````\n```\na\n```\n````', 'fence "```\\na\\n```"'],
    ['~~~\n```\n~~~', 'fence "```"'],
    ['```\na', 'fence "a"'],
    ['```\na\n\n## H\n\nb', 'fence "a"', '## H', 'p b'],
    ['```\na\n## H', 'fence "a\\n## H"'],
    ['```\na\n\n---\nb', 'fence "a"', 'break', 'p b'],
    ['```sh\na\n```x', 'fence sh "a"', 'fence x ""'],
    ['```sh\na\n``', 'fence sh "a\\n``"'],
    ['````\na\n```\nb', 'fence "a"', 'p b'],
    ['```sh\na\n```sh\nb\n```', 'fence sh "a"', 'fence sh "b"'],
    ['```md\n```sh\nb\n```\nc\n```', 'fence md "```sh\\nb"', 'p c', 'fence ""'],
    ['```\na\n``` {: .x}\nb', 'fence "a"', 'p b'],
    ['````md\n```sh\na\n```\n````', 'fence md "```sh\\na\\n```"'],
  ])('%j', (page, ...blocks) => {
    expect(sketch(page)).toEqual(blocks);
  });

  it.each<[string, ...string[]]>([
    ['```\na', '1 open-fence: This code block is never closed.'],
    ['```\na\n\n## H\n\nb', '1 open-fence: This code block is never closed.'],
    ['```\na\n## H', '1 open-fence: This code block is never closed.'],
    ['```\na\n\n---\nb', '1 open-fence: This code block is never closed.'],
    [
      '```sh\na\n```x',
      '1 open-fence: This code block is never closed.',
      '3 open-fence: This code block is never closed.',
    ],
    ['```sh\na\n``', '1 open-fence: This code block is never closed.'],
    ['````\na\n```\nb', '1 open-fence: This code block is never closed.'],
    ['```sh\na\n```sh\nb\n```', '1 open-fence: This code block is never closed.'],
    ['```md\n```sh\nb\n```\nc\n```', '6 open-fence: This code block is never closed.'],
  ])('says what is wrong: %j', (page, ...said) => {
    expect(warnings(page)).toEqual(said);
  });

  it('says nothing of what is right', () => {
    expect(
      [
        '```sh\na\n````',
        '````\n```\na\n```\n````',
        '~~~\n```\n~~~',
        '```\na\n``` {: .x}\nb',
        '````md\n```sh\na\n```\n````',
      ].flatMap((page) => warnings(page)),
    ).toEqual([]);
  });
});
