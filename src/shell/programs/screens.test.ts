import { expect, test } from 'vitest';
import { readCommand } from '../command.ts';

test.each([
  ['nano index.html', true],
  ['sudo vim /etc/hosts', true],
  ['less file', true],
  ['less file | cat', false],
  ['ls | less', false],
  ['top', true],
  ['top -b -n 1', false],
  ['top -bn1', false],
  ['visudo', true],
  ['crontab -e', true],
  ['crontab -l', false],
  ['git commit', true],
  ['git commit -m "x"', false],
  ['git commit -am x', false],
  ['git commit --message=x', false],
  ['git commit --amend --no-edit', false],
  ['git commit --amend', true],
  ['git rebase -i HEAD~2', true],
  ['git rebase --interactive HEAD~2', true],
  ['git rebase main', false],
  ['git add -p', true],
  ['git add -i', true],
  ['git add .', false],
  ['git log -p', false],
  ['echo vi', false],
])('%s fills the screen: %s', (command, expected) => {
  expect(readCommand(command).fillsScreen).toBe(expected);
});
