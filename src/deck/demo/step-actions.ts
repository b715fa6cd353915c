import type { Words } from '../words/words.ts';
import type { MenuItem } from './menu.ts';
import { isBusy, type StepView } from './step-view.ts';

/** What decides on a step's menu. */
export interface StepFacts {
  view: Pick<StepView, 'state'>;
  isLive: boolean;
  hasRecording: boolean;
  /** Whether the page shows an output under it. */
  hasOutput: boolean;
}

export type StepAction =
  | 'stop'
  | 'press'
  | 'enter'
  | 'showRecording'
  | 'showAuthor'
  | 'toggleOutput'
  | 'copy';

/** What can be done to a step now, in the menu's order. */
export function listStepActions(
  { view, isLive, hasRecording, hasOutput }: StepFacts,
  words: Words,
  actions: Record<StepAction, () => void>,
): MenuItem[] {
  const { state } = view;
  const again = state === 'waiting' ? words.run : words.again;
  const items: (MenuItem | false)[] = [
    isBusy(view) && { label: words.stop, key: 'X', do: actions.stop },
    !isBusy(view) && { label: isLive ? again : words.replay, do: actions.press },
    (state === 'running' || state === 'open') && { label: words.enter, key: 'T', do: actions.enter },
    hasRecording && { label: words.showRecording, key: 'G', do: actions.showRecording },
    { label: words.showAuthor, do: actions.showAuthor },
    hasOutput && { label: words.showOutput, do: actions.toggleOutput },
    { label: words.copy, key: 'C', do: actions.copy },
  ];
  return items.filter((item) => item !== false);
}
