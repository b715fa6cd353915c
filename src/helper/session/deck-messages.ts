import type { Handlers } from '../../protocol/handlers.ts';
import type { DeckMessage } from '../../protocol/messages.ts';
import type { LayersWatch } from '../layers/watch.ts';
import type { Deck } from './decks.ts';
import type { LessonOrders } from './lesson-orders.ts';
import type { Terminals } from './terminals.ts';

/** The parts of a lesson's session that a deck's messages are for. */
export interface MessageParts {
  terminals: Pick<Terminals, 'acknowledge'>;
  layers: Pick<LayersWatch, 'set' | 'describe'>;
  orders: Pick<
    LessonOrders,
    'approve' | 'run' | 'stop' | 'input' | 'answer' | 'resize' | 'listUndo' | 'reset'
  >;
  /** Says to a deck that only watches why it may not. */
  refuseWatcher(deck: Deck): void;
}

/** What the helper does about each thing that a deck says, once it has joined. */
export function makeHandlers(parts: MessageParts): Handlers<DeckMessage, [Deck]> {
  const { terminals, layers, orders, refuseWatcher } = parts;
  /** Only the deck that leads may ask for it. */
  const leading =
    <Message>(obey: (message: Message, deck: Deck) => unknown) =>
    (message: Message, deck: Deck) =>
      deck.leads ? obey(message, deck) : refuseWatcher(deck);
  return {
    // A deck says these to be let in (`entry/greeting.ts`); said again, they mean nothing.
    knock: () => {},
    hello: () => {},
    ack: ({ terminal, bytes }, deck) => terminals.acknowledge(terminal, deck, bytes),
    watch: ({ on }, deck) => layers.set(deck, on),
    describe: (message, deck) => layers.describe(deck, message),
    approve: leading(({ digest }, deck) => orders.approve(digest, deck)),
    run: leading(({ step, values }, deck) => orders.run(step, values, deck)),
    stop: leading(({ terminal }) => orders.stop(terminal)),
    input: leading(({ terminal, data }, deck) => orders.input(terminal, data, deck)),
    answer: leading(({ terminal, data }) => orders.answer(terminal, data)),
    resize: leading(({ terminal, columns, rows }) => orders.resize(terminal, columns, rows)),
    'undo-list': leading((_, deck) => orders.listUndo(deck)),
    reset: leading(({ list }, deck) => orders.reset(list, deck)),
  };
}
