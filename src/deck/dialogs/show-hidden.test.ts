import { expect, test } from 'vitest';
import { showHidden } from './show-hidden.ts';

test.each([
  ['echo "a\u202Eb"', 'echo "a⟨U+202E⟩b"'],
  ['rm\u200B x', 'rm⟨U+200B⟩ x'],
  ['echo \x1b]0;t\x07', 'echo ⟨U+001B⟩]0;t⟨U+0007⟩'],
  ['echo a\rrm b', 'echo a⟨U+000D⟩rm b'],
  ['cat <<E\n\tñ 漢\nE', 'cat <<E\n\tñ 漢\nE'],
  ['docker\u00A0ps', 'docker⟨U+00A0⟩ps'],
  ['echo \uD800', 'echo ⟨U+D800⟩'],
  ['echo ✔\uFE0F', 'echo ✔⟨U+FE0F⟩'],
  ['echo 🐳 ¿qué? nº 1ª', 'echo 🐳 ¿qué? nº 1ª'],
  ['\u0440m x', '\u0440⟨U+0440⟩m x'],
  ['docker-\u0440s', 'docker-\u0440⟨U+0440⟩s'],
  ['echo привет Docker镜像', 'echo привет Docker镜像'],
  ['\uFF52m a\u037E ls', '\uFF52⟨U+FF52⟩m a\u037E⟨U+037E⟩ ls'],
  ['wait… 5㎏ ⒜', 'wait… 5㎏ ⒜'],
])('%j', (command, shown) => {
  expect(showHidden(command)).toBe(shown);
});

/** Characters that are drawn as nothing, or as an empty place, though no class of Unicode says so. */
const EMPTY = [0x2800, 0x13441, 0x13442, 0x16fe4, 0x1d159];

test('of all code points it shows as such those that cannot be seen, and only those', () => {
  const wrong: string[] = [];
  for (let point = 0; point <= 0x10ffff; point++) {
    const character = String.fromCodePoint(point);
    const isShown = showHidden(character).startsWith('⟨U+');
    if (isShown !== isUnseen(character, point)) wrong.push(point.toString(16));
  }
  expect(wrong).toEqual([]);
});

function isUnseen(character: string, point: number): boolean {
  if (character === ' ' || character === '\n' || character === '\t') return false;
  return (
    EMPTY.includes(point) ||
    /^\p{Default_Ignorable_Code_Point}$/u.test(character) ||
    /^\p{Bidi_Control}$/u.test(character) ||
    ['Cc', 'Cf', 'Cn', 'Co', 'Cs', 'Zl', 'Zp', 'Zs'].some((category) => CATEGORIES[category]!.test(character))
  );
}

const CATEGORIES: Record<string, RegExp> = Object.fromEntries(
  ['Cc', 'Cf', 'Cn', 'Co', 'Cs', 'Zl', 'Zp', 'Zs'].map((category) => [
    category,
    new RegExp(`^\\p{${category}}$`, 'u'),
  ]),
);

test('blank letters, fillers, variation selectors and tags are shown', () => {
  for (const point of [
    0x3164, 0xffa0, 0x115f, 0x1160, 0x34f, 0xfe0f, 0xe0100, 0x17b4, 0x180b, 0x3000, 0xe0041,
  ])
    expect(showHidden(String.fromCodePoint(point))).toMatch(/^⟨U\+[0-9A-F]+⟩$/);
});
