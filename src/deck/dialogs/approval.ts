import type { Approval } from '../../protocol/messages.ts';
import { make } from '../dom.ts';
import type { Words } from '../words/words.ts';
import { waitForEnd } from './attention.ts';
import { openDialog } from './dialog.ts';
import { showHidden } from './show-hidden.ts';

export type Decision = 'approve' | 'replay' | '';

/** Shows every command that the lesson would run, and asks for the teacher's word once the last of them was in sight. */
export async function askApproval(approval: Approval, words: Words): Promise<Decision> {
  const list = make('ol', { class: 'commands', tabindex: 0, autofocus: true });
  for (const { line, command, inside } of approval.commands) {
    const about = [words.line(line), ...(inside ? [words.inside(showHidden(inside))] : [])].join(' · ');
    list.append(
      make(
        'li',
        {},
        make('code', {}, showHidden(command)),
        make('span', { class: 'commands__about' }, about),
      ),
    );
  }
  const rest = make('p', { class: 'commands__rest' }, words.approveRest);
  const seen = waitForEnd(list).then(() => rest.remove());
  return (await openDialog({
    name: 'approval',
    title: approval.changed ? words.approveChanged : words.approveTitle,
    body: [make('p', {}, words.approveLead(approval.commands.length)), list, rest],
    buttons: [
      { label: words.cancel, value: '' },
      { label: words.approveReplay, value: 'replay' },
      { label: words.approve, value: 'approve', main: true, after: seen },
    ],
  })) as Decision;
}
