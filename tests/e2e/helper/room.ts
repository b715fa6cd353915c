import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Helper, startHelper } from '../../../src/helper/server.ts';
import type { HelperMessage, StepStatus } from '../../../src/protocol/messages.ts';
import { Deck } from '../../attacks/target.ts';
import { enter, type Guest } from '../../entry/enter.ts';

type Message<T extends HelperMessage['type']> = Extract<HelperMessage, { type: T }>;

/** A helper that presents one page in a folder of its own, and the decks that look at it. */
export class Room {
  readonly folder = mkdtempSync(join(tmpdir(), 'capas-room-'));
  readonly page = join(this.folder, 'lesson', 'index.md');
  helper!: Helper;
  /** The teacher's browser. */
  guest!: Guest;
  private readonly screens: Screen[] = [];

  /** Each command is a transcript of its own, so that blocks may have attributes (`terminal="2"`). */
  async open(commands: (string | [command: string, attributes: string])[], env: NodeJS.ProcessEnv = {}) {
    this.write(...commands);
    this.helper = await startHelper({
      path: this.page,
      port: 0,
      replay: false,
      env: { PATH: process.env['PATH'], HOME: this.folder, DOCKER_HOST: 'unix:///nowhere', ...env },
    });
    this.guest = await enter(this.helper);
  }

  write(...commands: (string | [command: string, attributes: string])[]): void {
    const blocks = commands.map((command) => {
      const [text, attributes] = Array.isArray(command) ? command : [command, ''];
      return `\`\`\`console\n$ ${text}\n\`\`\`\n${attributes && `{: ${attributes}}\n`}`;
    });
    mkdirSync(dirname(this.page), { recursive: true });
    writeFileSync(this.page, `---\nlang: en\n---\n# Lesson\n\n## One\n\n${blocks.join('\n')}`);
  }

  /** A deck that has said hello. */
  async come({ capability = 'own', seen = 0, draws = true } = {}): Promise<Screen> {
    const screen = new Screen(this.guest, draws);
    this.screens.push(screen);
    screen.welcome = await screen.join({ capability, seen });
    return screen;
  }

  /** A deck that leads, its commands approved. */
  async lead(options: { draws?: boolean } = {}): Promise<Screen> {
    const screen = await this.come(options);
    await screen.approve(screen.welcome.approval!.digest);
    return screen;
  }

  /** The id of the page's step that runs a command, as the helper's deck has it now. */
  async step(command: string): Promise<string> {
    const deck = await this.guest.fetch('lesson/');
    const data = /id="capas-data">(.*?)<\/script>/s.exec(await deck.text())![1]!;
    const { steps } = JSON.parse(data) as { steps: { id: string; command: string }[] };
    const found = steps.find((step) => step.command === command);
    if (!found) throw new Error(`no step ${command} among ${steps.map((step) => step.command)}`);
    return found.id;
  }

  async close(): Promise<void> {
    for (const screen of this.screens) screen.close();
    await this.helper.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A deck that keeps what terminals print, and says that it has drawn it, unless it draws nothing. */
export class Screen extends Deck {
  welcome!: Message<'welcome'>;
  /** By terminal: how many bytes came. */
  readonly received = new Map<number, number>();
  /** What the terminals printed last, all together. */
  text = '';
  private readonly begins = new Map<number, number>();
  private readonly acknowledged = new Map<number, number>();
  private soon: NodeJS.Timeout | undefined;

  constructor(guest: Guest, draws: boolean) {
    super(guest);
    this.socket.on('message', (data: Buffer, isBinary) => {
      if (!isBinary) return;
      const terminal = data[0]!;
      const bytes = (this.received.get(terminal) ?? 0) + data.length - 1;
      this.received.set(terminal, bytes);
      this.text = (this.text + data.toString('latin1', 1)).slice(-100_000);
      if (draws) this.acknowledge(terminal);
    });
  }

  /** As the runtime does: at once when much was drawn, else soon. */
  private acknowledge(terminal: number): void {
    const position = this.position(terminal);
    if (position - (this.acknowledged.get(terminal) ?? 0) >= 64 * 1024) this.sayDrawn(terminal);
    else this.soon ??= setTimeout(() => this.sayAllDrawn(), 50);
  }

  private sayAllDrawn(): void {
    for (const terminal of this.received.keys()) this.sayDrawn(terminal);
  }

  private sayDrawn(terminal: number): void {
    clearTimeout(this.soon);
    this.soon = undefined;
    const bytes = this.position(terminal);
    this.acknowledged.set(terminal, bytes);
    if (this.socket.readyState === this.socket.OPEN) this.send({ type: 'ack', terminal, bytes });
  }

  /** How far it has got in a terminal's output, counted as the helper counts. */
  position(terminal: number): number {
    const known = this.begins.get(terminal);
    const from = known ?? this.welcome?.terminals.find((one) => one.terminal === terminal)?.from ?? 0;
    this.begins.set(terminal, from);
    return from + (this.received.get(terminal) ?? 0);
  }

  async approve(digest: string): Promise<void> {
    this.send({ type: 'approve', digest });
    await this.next('approval');
  }

  run(step: string): void {
    this.send({ type: 'run', step });
  }

  /** Waits until a step is in one of these states. */
  async until(step: string, ...states: StepStatus['state'][]): Promise<StepStatus> {
    for (;;) {
      const { status } = await this.next('step');
      if (status.step === step && states.includes(status.state)) return status;
    }
  }
}
