import { expect, test } from 'vitest';
import { showHidden } from './show-hidden.ts';

test.each([
  ['echo "a\u202Eb"', 'echo "a⟨U+202E⟩b"'],
  ['rm\u200B x', 'rm⟨U+200B⟩ x'],
  ['echo \x1b]0;t\x07', 'echo ⟨U+001B⟩]0;t⟨U+0007⟩'],
  ['echo a\rrm b', 'echo a⟨U+000D⟩rm b'],
  ['cat <<E\n\tñ 漢\nE', 'cat <<E\n\tñ 漢\nE'],
])('%j', (command, shown) => {
  expect(showHidden(command)).toBe(shown);
});
