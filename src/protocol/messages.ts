/**
 * The messages between a deck and the helper over one WebSocket, each with its schema.
 *
 * Text frames carry JSON; binary frames go from helper to deck only and carry terminal output:
 * one byte that names the terminal (1, 2, …), then raw bytes of the pseudo-terminal.
 * A window first says `knock`, the helper answers `challenge`, and the window says `hello`; anything else before
 * closes the connection.
 */
import * as v from 'valibot';
import type { EngineView } from '../diagram/live/engine-view.ts';
import { TERMINAL_ANSWER } from './terminal-answer.ts';

const text = v.pipe(v.string(), v.maxLength(64 * 1024));
const id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const cells = v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(1000));
const terminal = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9));

/** What a deck may say. It names a step by its id; it can never send a command. */
export const deckMessage = v.variant('type', [
  /** Which window it is, and what the helper has to sign to prove that it is the one that let it in. */
  v.strictObject({ type: v.literal('knock'), window: id, challenge: id }),
  /**
   * `proof`: what only the window can sign (`proof.ts`). `capability`: random, made by the deck and kept in its
   * tab; only the one that opened the session may type.
   */
  v.strictObject({
    type: v.literal('hello'),
    proof: id,
    lesson: text,
    capability: id,
    seen: v.optional(count, 0),
  }),
  v.strictObject({ type: v.literal('approve'), digest: id }),
  v.strictObject({ type: v.literal('run'), step: id, values: v.optional(v.record(text, text), {}) }),
  v.strictObject({ type: v.literal('stop'), terminal }),
  v.strictObject({ type: v.literal('input'), terminal, data: text }),
  /** What the terminal answered a program that asked it; it is not for the shell's prompt. */
  v.strictObject({ type: v.literal('answer'), terminal, data: v.pipe(v.string(), v.regex(TERMINAL_ANSWER)) }),
  v.strictObject({ type: v.literal('resize'), terminal, columns: cells, rows: cells }),
  /** Bytes of output that the terminal has drawn, in total: flow control. */
  v.strictObject({ type: v.literal('ack'), terminal, bytes: count }),
  /** Asks what a reset would remove. */
  v.strictObject({ type: v.literal('undo-list') }),
  /** Starts the session anew and removes what the list of this id names; without one, nothing. */
  v.strictObject({ type: v.literal('reset'), list: v.optional(v.union([v.literal(''), id]), '') }),
  /** Whether this deck wants the engine's layers as they change. */
  v.strictObject({ type: v.literal('watch'), on: v.boolean() }),
  /** Asks what the engine knows of an image or a container of its last view. */
  v.strictObject({ type: v.literal('describe'), kind: v.picklist(['image', 'container']), name: text }),
]);
export type DeckMessage = v.InferOutput<typeof deckMessage>;

export type StepState = 'waiting' | 'running' | 'open' | 'done' | 'failed' | 'stopped';

/** Where a step stands in its session. `open`: its program runs and waits for what is typed into it. */
export interface StepStatus {
  step: string;
  state: StepState;
  /** Where it runs or is to run: not always the terminal that its page names. */
  terminal: number;
  exit: number | null;
  /** How long it took, or has been running when the message was sent. */
  milliseconds: number;
  /** What the helper did or why it failed, for people: left a container first, engine gone. */
  note: string;
  /** What it printed, as plain text and not all of a flood, once it has ended; `null` before, and where it never began. */
  printed: string | null;
}

/** What a reset would remove of what the demo made, by name; images by reference. */
export interface UndoList {
  /** For the `reset` that is to remove it. */
  id: string;
  containers: string[];
  networks: string[];
  volumes: string[];
  /** Stay where they are, so that the next class does not wait for them. */
  images: string[];
  /** Stay too: whether they may go is not certain. */
  doubtful: { name: string; why: 'used' | 'changed' | 'appeared' | 'unfinished' | 'running'; by: string[] }[];
  /** The engine can't be watched (`ssh://`): what the demo made on it is not known. */
  unknown: boolean;
}

/** Commands that wait for the teacher's word: all of the lesson's, and whether others were approved before. */
export interface Approval {
  digest: string;
  changed: boolean;
  commands: { line: number; command: string; inside: string }[];
}

/** What `docker history` and `docker inspect` tell of an image or a container, for people. */
export interface Description {
  kind: 'image' | 'container';
  name: string;
  /** Lowest layer first; bytes, `null` where the engine does not tell. */
  layers: { id: string; made: string; size: number | null }[];
  /** Of a container: what it changed in its writable layer. */
  changes: { path: string; kind: 'changed' | 'added' | 'deleted' }[];
  /** Formatted JSON, as the engine gives it. */
  inspect: string;
}

export interface EngineStatus {
  /** Whether the lesson's commands need an engine at all. */
  needed: boolean;
  available: boolean;
  name: string;
  version: string;
}

/** What the helper may say. */
export type HelperMessage =
  /** The helper's own proof, and what the window has to sign. */
  | { type: 'challenge'; challenge: string; proof: string }
  /** A helper that was killed has a new one: the way into it, a path that holds a key. */
  | { type: 'moved'; to: string }
  | {
      type: 'welcome';
      mode: 'live' | 'replay';
      /** Whether this deck may run and type; another deck of the same lesson only watches. */
      writable: boolean;
      approval: Approval | null;
      engine: EngineStatus;
      steps: StepStatus[];
      /** Per terminal: how many bytes it has printed, and from which the frames that follow begin. */
      terminals: { terminal: number; bytes: number; from: number; columns: number; rows: number }[];
    }
  | { type: 'approval'; approval: Approval | null }
  | { type: 'step'; status: StepStatus }
  | { type: 'engine'; engine: EngineStatus }
  /** The page changed: fetch the deck again. */
  | { type: 'changed'; version: number }
  /** The browser's runtime was built anew, in a checkout: load the window again. */
  | { type: 'rebuilt' }
  /** The page no longer compiles: the last good deck stays. */
  | { type: 'broken'; message: string }
  | { type: 'undo-list'; list: UndoList }
  | { type: 'reset'; removed: string[] }
  /** The engine's layers as they are now; `null` when they can't be followed, e.g. the engine went away. */
  | { type: 'layers'; view: EngineView | null }
  | { type: 'description'; description: Description }
  | { type: 'problem'; code: string; message: string };
