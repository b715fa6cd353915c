import { describe, expect, it } from 'vitest';
import { sketch } from '../sketch.fixture.ts';

describe('code', () => {
  it.each<[string, ...string[]]>([
    ['```\na\n```', 'fence "a"'],
    ['```sh\na\n```', 'fence sh "a"'],
    ['~~~py\na\n~~~', 'fence py "a"'],
    ['```\n  a\n   b\n```', 'fence "a\\n b"'],
    ['   ```\n   a\n   ```', 'fence "a"'],
    ['    a\n\n    b\n\nc', 'code "a\\n\\nb"', 'p c'],
    ['    a', 'code "a"'],
    ['\ta', 'code "a"'],
    ['```{.bash .no-run}\na\n```', 'fence bash "a" .bash .no-run'],
    ['``` {: .x}\na\n```', 'fence x "a" .x'],
    ['```language-js\na\n```', 'fence js "a"'],
    ['```js{1,3}\na\n```', 'fence js "a" 1= 3='],
    ['```#id\na\n```', 'fence "a" #id'],
    ['```title="x" sh\na\n```', 'fence "a" title=x sh='],
    ['```SH key="v"\na\n```', 'fence sh "a" key=v'],
    ['```\na\n```\n{: .x}', 'fence "a" .x'],
    ['``` `x`', 'p ``` x'],
    ['```\n\n\n```', 'fence ""'],
    ['```\n\na\n\n```', 'fence "a"'],
    ['    ```sh\n    a\n    ```', 'fence sh "a"'],
    ['    ```sh\n    a', 'code "```sh\\na"'],
    ['    ```sh\n    a\n    ```\n    b', 'code "```sh\\na\\n```\\nb"'],
    ['a\n    b', 'p a\nb'],
  ])('%j', (page, ...blocks) => {
    expect(sketch(page)).toEqual(blocks);
  });
});
