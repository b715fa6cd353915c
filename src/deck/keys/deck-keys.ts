import type { Presentation } from '../presentation.ts';
import type { RevealApi } from '../slides/start-reveal.ts';
import type { SpeakerHost } from '../speaker/host.ts';
import { say } from '../status-line.ts';
import { toggleTheme } from '../theme.ts';
import type { KeyAction, KeyActions } from './keys.ts';

/** What each key of the deck does; dialogs and windows are loaded when they are first asked for. */
export function makeActions(presentation: Presentation): KeyActions {
  const { words, demo, terminal } = presentation;
  return {
    search: async () => {
      const { askSearch } = await import('../dialogs/search.ts');
      const slide = await askSearch(words);
      if (slide) presentation.goTo(slide);
    },
    theme: () => say(toggleTheme() === 'dark' ? words.dark : words.light),
    help: async () => {
      const { showHelp } = await import('../dialogs/help.ts');
      await showHelp(words, presentation.hasDemo);
    },
    run: () => void demo.runNext(),
    stop: () => demo.stop(),
    record: () => void demo.showRecording(),
    outputs: () => demo.toggleOutputs(),
    copy: () => void demo.copy(),
    terminal: () => void demo.enterTerminal(),
    enlarge: () => terminal.panel.enlarge(),
    hide: () => terminal.panel.toggle(),
    explore: () => presentation.explore(),
    faster: () => terminal.panel.setSpeed(terminal.replay.faster()),
    reset: () => void presentation.reset(),
  };
}

/** Adds the key that opens the speaker's window, in which the deck's keys work too. */
export function addSpeaker(actions: KeyActions, presentation: Presentation, reveal: RevealApi): void {
  let host: Promise<SpeakerHost> | null = null;
  const load = () => {
    host ??= import('../speaker/host.ts').then(({ SpeakerHost }) => {
      const made = new SpeakerHost({
        words: presentation.words,
        read: () => presentation.shown,
        onKey: (action) => press(action, actions, reveal),
      });
      presentation.onChange(() => made.update());
      return made;
    });
    return host;
  };
  actions.speaker = async () => (await load()).open();
  // After a reload the window that was opened before is still there, and greets.
  addEventListener('message', () => void load(), { once: true });
}

function press(action: KeyAction, actions: KeyActions, reveal: RevealApi): void {
  if (action === 'next') reveal.next();
  else if (action === 'previous') reveal.prev();
  else if (action === 'black') reveal.togglePause();
  else actions[action]?.();
}
