import type { HelperMessage } from '../../protocol/messages.ts';
import { type OnFault, safely } from '../../system/safely.ts';
import { GRACE, LeadingDeck } from './leading-deck.ts';

/** A deck's way out. */
export interface ChannelConnection {
  send(message: HelperMessage): void;
  sendOutput(terminal: number, bytes: Buffer): void;
  refuse(reason: string): void;
  /** Lets the deck come again, with another first message. */
  renew(): void;
}

/** A deck that shows a lesson's session. */
export interface Deck {
  /** Whether it may run and type. */
  leads: boolean;
  send(message: HelperMessage): void;
  sendOutput(terminal: number, bytes: Buffer): void;
  /** It fell too far behind what the terminals print. */
  lost(): void;
}

interface Joined {
  connection: ChannelConnection;
  capability: string;
}

/** The decks that show one lesson: one leads, the others watch, and the one that has watched for longest follows. */
export class Decks {
  private readonly onFault: OnFault;
  private readonly joined = new Map<Deck, Joined>();
  private readonly leading = new LeadingDeck();

  constructor(onFault: OnFault) {
    this.onFault = onFault;
  }

  /** A deck comes. `mayLead`: whether any deck may run and type. */
  join(connection: ChannelConnection, capability: string, mayLead: boolean): Deck {
    const deck: Deck = {
      leads: mayLead && this.leading.join(capability),
      send: (message) => connection.send(message),
      sendOutput: (terminal, bytes) => connection.sendOutput(terminal, bytes),
      lost: () => connection.refuse('too far behind'),
    };
    this.joined.set(deck, { connection, capability });
    return deck;
  }

  leave(deck: Deck): void {
    const { capability = '' } = this.joined.get(deck) ?? {};
    this.joined.delete(deck);
    if (deck.leads) this.giveUpLead(capability);
  }

  tell(message: HelperMessage): void {
    for (const deck of this.joined.keys()) deck.send(message);
  }

  /** When the deck that leads stays away, the one that has watched for longest may lead. */
  private giveUpLead(capability: string): void {
    this.leading.leave(capability);
    const offer = () => {
      const next = [...this.joined].find(([deck]) => !deck.leads);
      if (this.leading.isFree) next?.[1].connection.renew();
    };
    setTimeout(safely(this.onFault, offer), GRACE + 50).unref();
  }
}
