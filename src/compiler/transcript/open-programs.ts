import type { CommandFacts } from '../../shell/command.ts';
import type { EngineCall } from '../../shell/engine-call.ts';
import type { Program } from '../../shell/program.ts';
import { hasAnglePrompt } from '../../shell/prompts.ts';
import type { Step } from '../model.ts';
import type { Prompt } from './prompt.ts';

/** A program that a step left open. */
export interface OpenProgram {
  step: string;
  /** The command of that step. */
  command: string;
  program: Program;
  /** The prompts that were seen in it: their `user@host`, or their text. */
  seen: Set<string>;
  /** Whether the line that opened it was itself written without a prompt. */
  bare: boolean;
}

/** How many programs are kept in mind at once: more than anybody opens, so that no page is slow. */
const remembered = 20;

/** What a page's text says of where the next commands are typed; `null`: nothing. */
export type Whereabouts = 'inside' | 'host' | null;

/** Where a line is typed: into a program, at the host's prompt, or nowhere that we know. */
export type TypedInto = OpenProgram | 'host' | 'unknown';

/**
 * Follows the programs that a page's commands open and leave, in the page's order.
 * The front stack is what a terminal shows now; programs that the page turned its back on without leaving
 * them (a second terminal) wait in the background, until a prompt of theirs comes again.
 */
export class OpenPrograms {
  private front: OpenProgram[] = [];
  private back: OpenProgram[] = [];
  /** Whether the host's own prompt was a root's when the page last came back to it. */
  private rootAtHome = false;
  private readonly hostNames = new Set<string>();

  /** Whether a `#` may be the prompt of something open. */
  get mayBeRoot(): boolean {
    return [...this.front, ...this.back].some(({ program }) => program.speaks === 'shell');
  }

  get top(): OpenProgram | null {
    return this.front.at(-1) ?? null;
  }

  /** Finds where a command of the program `typed` is typed behind this prompt, and goes there. */
  enter(prompt: Prompt, sameBlock: boolean, typed: string): TypedInto {
    if (prompt.kind === 'program') return this.enterProgram(prompt.who, prompt.text);
    if (prompt.kind === 'angle' && this.top && hasAnglePrompt(this.top.program)) return this.top;
    if (prompt.kind === 'hash' && this.isHostsRoot(typed, sameBlock)) return this.goToRoot(prompt);
    if (this.isHost(prompt, sameBlock)) return this.goHome(prompt);
    const opened = this.findShell(prompt);
    if (opened === null) return this.isContainers(prompt) ? 'unknown' : this.goHome(prompt);
    opened.seen.add(prompt.who || prompt.text);
    this.bringToFront(opened);
    return opened;
  }

  /** Finds where a command without a prompt is typed, with the help of what the text before it says. */
  enterBare({ program, leaves }: CommandFacts, said: Whereabouts): TypedInto {
    const top = this.top;
    if (hostTools.has(program) || said === 'host') return this.goHome(null);
    if (leaves || said === 'inside') return this.enterLatest();
    return top?.bare && top.program.speaks === 'shell' ? top : this.goHome(null);
  }

  /** What a statement without a prompt speaks to: the program in front. */
  enterOpen(): TypedInto {
    return this.top ?? 'unknown';
  }

  /** What a step does to the programs once it was run. */
  ran({ id, command, does }: Step, bare: boolean): void {
    if (does.leaves) {
      this.front.pop();
      return;
    }
    this.forgetRemoved(does);
    if (does.opens !== null) this.open({ step: id, command, program: does.opens, seen: new Set(), bare });
  }

  /** A prompt with nothing typed: it tells what an open program's prompt looks like. */
  sawBare(prompt: Prompt): void {
    this.enter(prompt, true, '');
  }

  /** The shell that was opened last and is not left yet. */
  private enterLatest(): TypedInto {
    const isShell = ({ program }: OpenProgram) => program.speaks === 'shell';
    const opened = this.front.findLast(isShell) ?? this.back.findLast(isShell);
    if (opened === undefined) return 'host';
    this.bringToFront(opened);
    return opened;
  }

  private enterProgram(who: string, text: string): TypedInto {
    const fits = ({ program }: OpenProgram) =>
      program.speaks === who || (who === 'other' && program.speaks === 'other');
    const opened = this.front.findLast(fits) ?? this.back.findLast(fits);
    if (opened === undefined) return 'unknown';
    opened.seen.add(text);
    this.bringToFront(opened);
    return opened;
  }

  private isHost(prompt: Prompt, sameBlock: boolean): boolean {
    if (prompt.kind === 'foreign') return true;
    if (prompt.kind === 'named' || prompt.kind === 'word') return this.isHostName(prompt);
    if (prompt.kind === 'path') return !prompt.root;
    if (prompt.kind !== 'plain' && prompt.kind !== 'angle') return false;
    return !(sameBlock && this.top?.program.by === 'login');
  }

  /** No container's root speaks to the engine that runs it, nor to systemd; and what follows is typed there too. */
  private isHostsRoot(typed: string, sameBlock: boolean): boolean {
    if (this.front.length === 0 && sameBlock && this.rootAtHome) return true;
    const inContainer = [...this.front, ...this.back].some(({ program }) => program.by === 'container');
    return inContainer && this.top?.program.by !== 'login' && machineTools.has(typed);
  }

  /** The root shell that the page opened on the machine, or else the host's own. */
  private goToRoot(prompt: Prompt): TypedInto {
    const opened = [...this.back, ...this.front].findLast(
      ({ program, seen }) => program.by === 'login' && seen.has(prompt.text),
    );
    if (opened === undefined) return this.goHome(prompt);
    this.bringToFront(opened);
    return opened;
  }

  private isHostName(prompt: Prompt): boolean {
    if (this.hostNames.has(prompt.who)) return true;
    if (this.front.length === 0 && this.back.length === 0) return !this.isContainers(prompt);
    const top = this.top;
    if (top === null || top.program.by !== 'container' || prompt.root) return false;
    return top.seen.size > 0 && !top.seen.has(prompt.who);
  }

  private goHome(prompt: Prompt | null): 'host' {
    if (prompt?.kind === 'named' || prompt?.kind === 'word') this.hostNames.add(prompt.who);
    this.rootAtHome = prompt?.kind === 'hash';
    this.back = [...this.back, ...this.front].slice(-remembered);
    this.front = [];
    return 'host';
  }

  /** The first prompt behind a command that opened a shell is that shell's; later ones are known by their looks. */
  private findShell(prompt: Prompt): OpenProgram | null {
    const shells = (list: OpenProgram[]) => list.filter(({ program }) => program.speaks === 'shell');
    const key = prompt.who || prompt.text;
    const open = shells(this.front);
    const waiting = shells(this.back);
    const top = open.at(-1);
    const known = (list: OpenProgram[]) => list.findLast((opened) => opened.seen.has(key));
    if (top !== undefined && top.seen.size === 0) return top;
    return (
      known(open) ??
      (prompt.who === '' ? undefined : known(waiting)) ??
      top ??
      known(waiting) ??
      waiting.findLast((opened) => opened.seen.size === 0) ??
      waiting.findLast((opened) => !prompt.who && [...opened.seen].every((seen) => !seen.includes('@'))) ??
      null
    );
  }

  /** A container's prompt can't be the host's: a container id as host, BusyBox's or a bare bash's look. */
  private isContainers(prompt: Prompt): boolean {
    if (/^(?:ba)?sh-.*\$$/.test(prompt.text)) return false;
    return prompt.kind === 'box' || /@[0-9a-f]{12}$/.test(prompt.who);
  }

  private bringToFront(opened: OpenProgram): void {
    const at = this.front.indexOf(opened);
    if (at >= 0) {
      this.front.length = at + 1;
      return;
    }
    this.back = [...this.back.filter((other) => other !== opened), ...this.front].slice(-remembered);
    this.front = [opened];
  }

  private open(opened: OpenProgram): void {
    this.front.push(opened);
    if (this.front.length > remembered) this.front.shift();
  }

  private forgetRemoved({ engine }: CommandFacts): void {
    const names = new Set(engine.flatMap(namesGone));
    this.back = this.back.filter(({ program }) => !names.has(program.name));
  }
}

/** Containers that are gone: removed or stopped, or, with `--rm`, those that bore the name of the new one before. */
function namesGone({ verb, words, removed, container }: EngineCall): string[] {
  if (ending.has(verb)) return words;
  return removed ? [container ?? words[0] ?? ''] : [];
}

/** What ends the containers that it names. */
const ending = new Set(['rm', 'stop', 'kill', 'compose rm', 'compose stop', 'compose kill', 'compose down']);

/** Programs that are only at home on the machine itself. */
const machineTools = new Set('docker podman buildah kubectl systemctl journalctl'.split(' '));

/** Programs that speak to what runs outside: typed without a prompt they are the host's again. */
const hostTools = new Set(
  'docker podman nerdctl docker-compose podman-compose kubectl oc minikube kind k3d crc helm vagrant docker-machine'.split(
    ' ',
  ),
);
