import { createHash } from 'node:crypto';
import type { Lesson, Step } from '../../compiler/model.ts';
import type { Approval } from '../../protocol/messages.ts';
import type { ApprovalStore } from './approval-store.ts';

/**
 * What a teacher approves: exactly the commands of a lesson, in their order, and where each is typed: in which
 * terminal, and into the program that which of them opened. Any change of them gives another digest; a change
 * of anything else on the page does not.
 */
export function digestCommands(
  steps: readonly Pick<Step, 'id' | 'command' | 'inside' | 'insideName' | 'terminal'>[],
): string {
  const places = new Map(steps.map(({ id }, at) => [id, at]));
  const commands = steps.map(({ command, inside, insideName, terminal }) => [
    command,
    inside === null ? null : [insideName, places.get(inside) ?? inside],
    terminal,
  ]);
  return createHash('sha256').update(JSON.stringify(commands)).digest('hex').slice(0, 32);
}

/** The question to the teacher about a lesson at `path`, or `null` when nothing is to be asked. */
export function askApproval(
  path: string,
  lesson: Pick<Lesson, 'steps'>,
  store: ApprovalStore,
): Approval | null {
  const { steps } = lesson;
  if (steps.length === 0) return null;
  const digest = digestCommands(steps);
  const approved = store.read(path);
  if (approved.includes(digest)) return null;
  return {
    digest,
    changed: approved.length > 0,
    commands: steps.map(({ line, command, inside, insideName }) => ({
      line,
      command,
      inside: inside === null ? '' : insideName,
    })),
  };
}
