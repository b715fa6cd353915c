import { connectEngine, type Engine } from '../../engine/engine.ts';
import { Faults } from '../../system/faults.ts';

/** Milliseconds between attempts to find an engine that is not there. */
const RETRY = 3000;

export interface EngineWatchOptions {
  env: NodeJS.ProcessEnv;
  /** The engine came, or went. */
  onChange(engine: Engine | null): void;
  /** Hears of what goes wrong in a handler. */
  faults?: Faults;
}

/** Knows whether the user's container engine answers: it notices at once when it goes, and soon when it comes. */
export class EngineWatch {
  /** `null` while none answers. */
  engine: Engine | null = null;
  private readonly options: EngineWatchOptions;
  private readonly faults: Faults;
  private readonly over = new AbortController();
  private timer: NodeJS.Timeout | null = null;

  constructor(options: EngineWatchOptions) {
    this.options = options;
    this.faults = options.faults ?? new Faults();
  }

  /** Resolves after the first look; goes on looking until {@link close}. */
  async start(): Promise<void> {
    await this.find();
  }

  close(): void {
    this.over.abort();
    if (this.timer) clearTimeout(this.timer);
  }

  private async find(): Promise<void> {
    const engine = await connectEngine(this.options.env).catch(() => null);
    if (this.over.signal.aborted) return;
    if (!engine) return this.planRetry();
    this.change(engine);
    this.faults.guard(() => this.waitUntilGone(engine))();
  }

  private async waitUntilGone(engine: Engine): Promise<void> {
    await engine.waitUntilGone(this.over.signal);
    if (this.over.signal.aborted) return;
    this.change(null);
    this.planRetry();
  }

  private planRetry(): void {
    this.timer = setTimeout(
      this.faults.guard(() => this.find()),
      RETRY,
    );
    this.timer.unref();
  }

  private change(engine: Engine | null): void {
    this.engine = engine;
    this.faults.guard(this.options.onChange)(engine);
  }
}
