import type { Approval } from '../../protocol/messages.ts';
import { make } from '../dom.ts';
import type { Words } from '../words.ts';
import { openDialog } from './dialog.ts';
import { showHidden } from './show-hidden.ts';

export type Decision = 'approve' | 'replay' | '';

/** Shows every command that the lesson would run, and asks for the teacher's word once there was time to read. */
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
  const read = Promise.race([seen, new Promise((resolve) => setTimeout(resolve, READING))]);
  return (await openDialog({
    name: 'approval',
    title: approval.changed ? words.approveChanged : words.approveTitle,
    body: [make('p', {}, words.approveLead(approval.commands.length)), list, rest],
    buttons: [
      { label: words.cancel, value: '' },
      { label: words.approveReplay, value: 'replay' },
      { label: words.approve, value: 'approve', main: true, after: read },
    ],
  })) as Decision;
}

/** Milliseconds after which a list that is longer than its box can be approved though its end was not in sight. */
const READING = 3000;

/** Resolves when the list's last line was in sight: at once where all of it is. */
function waitForEnd(list: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      const left = list.scrollHeight - list.clientHeight - list.scrollTop;
      if (list.clientHeight === 0 || left > SLACK) return;
      watcher.disconnect();
      resolve();
    };
    const watcher = new ResizeObserver(look);
    watcher.observe(list);
    list.addEventListener('scroll', look);
  });
}

/** Pixels by which a browser rounds where a list stands. */
const SLACK = 2;
