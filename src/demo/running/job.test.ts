import { describe, expect, it } from 'vitest';
import type { StepStatus } from '../../protocol/messages.ts';
import { makeStep } from './demo.fixture.ts';
import { Job } from './job.ts';

function makeJob() {
  const told: StepStatus[] = [];
  const job = new Job(makeStep('echo hola'), (status) => told.push(status));
  const states = () => told.map(({ state }) => state);
  return { job, told, states };
}

const bytes = (text: string) => new Uint8Array(Buffer.from(text));

describe('a run of a step', () => {
  it('is told of as it waits, starts and ends, with its status', async () => {
    const { job, told, states } = makeJob();
    expect([job.alive, job.pending, job.command]).toEqual([true, true, 'echo hola']);
    job.wait();
    job.start();
    expect(told[1]).toMatchObject({ state: 'running', exit: null, printed: null, note: '' });
    job.print(bytes('hola\r\n'));
    job.settle('done', 0, '');
    expect(states()).toEqual(['waiting', 'running', 'done']);
    expect(told[2]).toMatchObject({ step: 'echo hola', exit: 0, printed: 'hola', note: '' });
    expect(await job.finished).toEqual(told[2]);
    expect([job.alive, job.pending]).toEqual([false, false]);
  });

  it('ends once, and nothing is taken of it afterwards', () => {
    const { job, states } = makeJob();
    job.start();
    job.settle('done', 0, '');
    job.settle('failed', 1, 'late');
    job.cancel('stopped', 'late');
    job.start();
    job.open();
    job.print(bytes('late'));
    expect(states()).toEqual(['running', 'done']);
    expect(job.status).toMatchObject({ exit: 0, note: '', printed: '' });
    expect(job.signal.aborted).toBe(false);
  });

  it('tells seconds while it runs, and the same ones once it has ended', async () => {
    const { job } = makeJob();
    job.start();
    await expect.poll(() => job.status.milliseconds).toBeGreaterThan(5);
    job.settle('done', 0, '');
    const { milliseconds } = job.status;
    expect(milliseconds).toBeGreaterThan(5);
    expect(Number.isInteger(milliseconds)).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(job.status.milliseconds).toBe(milliseconds);
  });

  it('took no time and printed nothing when it never began', () => {
    const { job } = makeJob();
    job.print(bytes('of another'));
    job.settle('failed', null, 'why');
    expect(job.status).toMatchObject({ milliseconds: 0, printed: null, note: 'why' });
  });

  it('is open while its program waits, which is an end for those who wait, and takes what it prints', async () => {
    const { job, states } = makeJob();
    job.start();
    job.open();
    job.open();
    job.start();
    expect((await job.finished).state).toBe('open');
    expect([job.alive, job.pending]).toEqual([true, false]);
    const { milliseconds } = job.status;
    job.print(bytes('more\r\n'));
    job.settle('done', 0, '');
    expect(states()).toEqual(['running', 'open', 'done']);
    expect(job.status).toMatchObject({ printed: 'more', milliseconds });
  });

  it.each([
    ['stopped', 'asked'],
    ['failed', 'the engine is gone'],
  ] as const)('that is cancelled is %s, and whoever types for it hears', (state, note) => {
    const { job } = makeJob();
    job.start();
    job.cancel(state, note);
    expect(job.status).toMatchObject({ state, note, exit: null });
    expect(job.signal.aborted).toBe(true);
    expect(job.expired).toBe(false);
  });

  it('has expired only when it had not ended', () => {
    const [late, done] = [makeJob().job, makeJob().job];
    late.start();
    late.expire('too long');
    expect([late.expired, late.status.state, late.status.note]).toEqual([true, 'failed', 'too long']);
    done.settle('done', 0, '');
    done.expire('too long');
    expect([done.expired, done.status.state]).toEqual([false, 'done']);
  });

  it('says what was done for it and how it ended', () => {
    const { job } = makeJob();
    job.note = 'Left cat first.';
    job.settle('failed', 1, 'This line failed.');
    expect(job.status.note).toBe('Left cat first. This line failed.');
  });

  it('keeps the first 256 KiB of a flood', () => {
    const { job } = makeJob();
    job.start();
    const line = `${'x'.repeat(1022)}\r\n`;
    for (let count = 0; count < 255; count++) job.print(bytes(line));
    job.print(bytes(`${'y'.repeat(1022)}\r\nnever`));
    job.print(bytes('never\r\n'.repeat(1_000)));
    job.settle('done', 0, '');
    expect(job.status.printed).toContain('x');
    expect(job.status.printed).not.toContain('never');
  });
});
