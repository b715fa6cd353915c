import { describe, expect, it } from 'vitest';
import { type Mark, MarkFilter, makeNonce, markBody } from './marks.ts';

const NONCE = makeNonce();
const osc = (body: string) => `\x1b${body}\x07`;
const started = osc(markBody.started(NONCE));
const prompt = osc(markBody.prompt(NONCE));

/** What comes out for these chunks, in order: texts and marks. */
function filter(chunks: Buffer[]): (string | Mark)[] {
  const out: (string | Mark)[] = [];
  const marks = new MarkFilter(NONCE);
  const onBytes = (bytes: Buffer) => {
    expect(bytes.length).toBeGreaterThan(0);
    const last = out.at(-1);
    if (typeof last === 'string') out[out.length - 1] = last + bytes.toString('latin1');
    else out.push(bytes.toString('latin1'));
  };
  for (const chunk of chunks) marks.push(chunk, onBytes, (mark) => out.push(mark));
  const rest = marks.rest();
  if (rest.length > 0) onBytes(rest);
  expect(marks.rest()).toHaveLength(0);
  return out;
}

const read = (text: string) => filter([Buffer.from(text, 'latin1')]);

it('takes 128 random bits for a nonce', () => {
  expect(makeNonce()).toMatch(/^[0-9a-f]{32}$/);
  expect(makeNonce()).not.toBe(NONCE);
});

it.each<[string, string, Mark]>([
  ['a prompt', markBody.prompt(NONCE), { type: 'prompt' }],
  ['a command that goes on', markBody.continued(NONCE), { type: 'continued' }],
  ['a start', markBody.started(NONCE), { type: 'started' }],
  ['an end', markBody.ended(NONCE, '0'), { type: 'ended', status: 0 }],
  ['an end that failed', markBody.ended(NONCE, '130'), { type: 'ended', status: 130 }],
  ['that it throws away', markBody.discarding(NONCE), { type: 'discarding' }],
  ['that it threw nothing away', markBody.discarded(NONCE, '0'), { type: 'discarded', any: false }],
  ['that it threw something away', markBody.discarded(NONCE, '1'), { type: 'discarded', any: true }],
])('reads %s out of what is printed', (_, body, mark) => {
  expect(read(`a${osc(body)}b`)).toEqual(['a', mark, 'b']);
  expect(read(osc(body))).toEqual([mark]);
});

describe('a forged mark goes through as it is', () => {
  const other = makeNonce();
  it.each([
    ['with another nonce', markBody.ended(other, '0')],
    ['with none', ']133;D;0'],
    ['with an empty one', ']133;D;0;'],
    ['with part of the nonce', markBody.ended(NONCE.slice(0, -1), '0')],
    ['with more than the nonce', markBody.ended(`${NONCE}0`, '0')],
    ['of a prompt, with another nonce', markBody.prompt(other)],
    ['of a start, with another nonce', markBody.started(other)],
    ['of another type, with the nonce', `]133;E;${NONCE}`],
    ['of what was thrown away, with another nonce', markBody.discarded(other, '1')],
    ['of what was thrown away, with something else', markBody.discarded(NONCE, '2')],
    ['without a status', `]133;D;${NONCE}`],
    ['with a status that is none', `]133;D;-1;${NONCE}`],
    ['with a status too long', `]133;D;1000;${NONCE}`],
    ['with something before it', `]133;x]133;D;0;${NONCE}`],
  ])('%s', (_, body) => {
    const text = `a${osc(body)}b`;
    expect(read(text)).toEqual([text]);
    expect(read(`${text}${started}c`)).toEqual([text, { type: 'started' }, 'c']);
  });

  it('also when it is never closed, and what follows is read', () => {
    expect(read(`\x1b]133;${started}`)).toEqual(['\x1b]133;', { type: 'started' }]);
    const open = `\x1b]133;${'x'.repeat(200)}`;
    expect(read(`${open}${started}`)).toEqual([open, { type: 'started' }]);
  });
});

it('reads the same however the bytes are cut', () => {
  const ended = osc(markBody.ended(NONCE, '7'));
  const text = `a\x1b[1m]133;${started}ñ\x1b\x1b]13${ended}${prompt}$ \x1b]133;no\x07 z\x1b]1`;
  const bytes = Buffer.from(text, 'latin1');
  const whole = filter([bytes]);
  expect(whole.filter((one) => typeof one !== 'string')).toHaveLength(3);
  for (let at = 1; at < bytes.length; at++)
    expect(filter([bytes.subarray(0, at), bytes.subarray(at)])).toEqual(whole);
  expect(filter(Array.from(bytes, (_, at) => bytes.subarray(at, at + 1)))).toEqual(whole);
});

describe('what may become a mark is held back', () => {
  const held = (text: string) => {
    const seen: string[] = [];
    const marks = new MarkFilter(NONCE);
    marks.push(
      Buffer.from(text),
      (bytes) => seen.push(bytes.toString()),
      () => {},
    );
    return [seen.join(''), marks.rest().toString()];
  };

  it.each([
    ['the beginning of an opening', 'a\x1b]1', ['a', '\x1b]1']],
    ['an escape', 'a\x1b', ['a', '\x1b']],
    ['an opening', 'a\x1b]133;', ['a', '\x1b]133;']],
    ['an opening of 63 bytes', `a\x1b]133;${'x'.repeat(57)}`, ['a', `\x1b]133;${'x'.repeat(57)}`]],
    ['no longer one', `a\x1b]133;${'x'.repeat(58)}`, [`a\x1b]133;${'x'.repeat(58)}`, '']],
    ['nothing of a text', 'a[133', ['a[133', '']],
  ])('%s', (_, text, expected) => {
    expect(held(text)).toEqual(expected);
  });
});
