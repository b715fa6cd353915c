import type { Handlers } from '../../protocol/handlers.ts';
import type { HelperMessage } from '../../protocol/messages.ts';
import type { Demo } from '../demo/demo.ts';
import type { LayersLoader } from '../layers/layers-loader.ts';
import type { Words } from '../words/words.ts';
import type { Connection } from './connection.ts';
import type { HelperLink } from './helper-link.ts';

/** The parts of a deck that the helper's messages are for. */
export interface MessageParts {
  connection: Pick<Connection, 'greet' | 'move' | 'settle'>;
  link: Pick<HelperLink, 'open' | 'takeApproval' | 'takeEngine' | 'takeUndoList' | 'giveUp'>;
  demo: Pick<Demo, 'catchUp' | 'take' | 'forget'>;
  layers: Pick<LayersLoader, 'reconnect' | 'receive' | 'describe'>;
  page: {
    /** Shows the page as it is on disk now. */
    take(): void;
    /** Loads the window again. */
    reload(): void;
    /** Says why what is shown is not the page on disk. */
    tellProblem(problem: string): void;
  };
  words: Pick<Words, 'resetDone'>;
  say(text: string): void;
}

/** What the deck does about each thing that the helper says, in order. */
export function makeHandlers(parts: MessageParts): Handlers<HelperMessage> {
  const { connection, link, demo, layers, page, words, say } = parts;
  return {
    challenge: (message) => connection.greet(message),
    moved: ({ to }) => connection.move(to),
    welcome: (message) => {
      connection.settle();
      link.open(message);
      demo.catchUp(message);
      layers.reconnect();
    },
    approval: ({ approval }) => link.takeApproval(approval),
    engine: ({ engine }) => link.takeEngine(engine),
    step: ({ status }) => demo.take(status),
    'undo-list': ({ list }) => link.takeUndoList(list),
    reset: ({ removed }) => {
      demo.forget();
      say(words.resetDone(removed.length));
    },
    changed: () => page.take(),
    rebuilt: () => page.reload(),
    broken: ({ message }) => page.tellProblem(message),
    layers: ({ view }) => layers.receive(view),
    description: ({ description }) => layers.describe(description),
    problem: ({ message }) => {
      link.giveUp();
      say(message);
    },
  };
}
