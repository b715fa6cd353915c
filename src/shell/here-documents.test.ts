import { expect, test } from 'vitest';
import { withoutDocuments } from './here-documents.ts';

test.each([
  ['cat <<EOF > f\na\nb\nEOF', 'cat <<EOF > f'],
  ['cat <<EOF\na\nEOF\nls', 'cat <<EOF\nls'],
  ["cat <<-'END'\n\ta\n\tEND\nls", "cat <<-'END'\nls"],
  ['cat << "EOF"\na\nEOF', 'cat << "EOF"'],
  ['cat <<\\EOF\na\nEOF', 'cat <<\\EOF'],
  ['cat <<A\na\nA\ncat <<B\nb\nB', 'cat <<A\ncat <<B'],
  ['cat <<EOF\na', 'cat <<EOF'],
  ['cat <<EOF\nEOFS\nEOF\nb', 'cat <<EOF\nb'],
  ['cat <<< word\nls', 'cat <<< word\nls'],
  ['a\nb', 'a\nb'],
])('%j is typed as %j', (command, typed) => {
  expect(withoutDocuments(command)).toBe(typed);
});
