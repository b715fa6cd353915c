import { describe, expect, it } from 'vitest';
import { EngineError, normalizeEngineError, withDeadline } from './engine-error.ts';

const foreign = (message: string, facts: object = {}) => Object.assign(new Error(message), facts);

describe('an error of the engine', () => {
  it.each([
    ['not-found', { statusCode: 404 }],
    ['conflict', { statusCode: 409 }],
    ['failed', { statusCode: 500 }],
    ['denied', { code: 'EACCES' }],
    ['denied', { code: 'EPERM' }],
    ['aborted', { code: 'ABORT_ERR' }],
    ['timeout', { code: 'ETIMEDOUT' }],
    ['unreachable', { code: 'ECONNREFUSED' }],
    ['unreachable', {}],
  ])('is %s for %j', (code, facts) => {
    const error = foreign('said', facts);
    expect(normalizeEngineError(error)).toMatchObject({
      name: 'EngineError',
      code,
      message: 'said',
      cause: error,
    });
  });

  it.each([
    [
      'the engine’s own words',
      foreign('(HTTP code 404) x', { json: { message: 'No such image' } }),
      'No such image',
    ],
    ['what the client says, without its code', foreign('(HTTP code 500)  no space left '), 'no space left'],
    ['all of a text that only holds a code', foreign('at (HTTP code 500) x'), 'at (HTTP code 500) x'],
    ['what was thrown where that is no error', 'a text', 'a text'],
    ['the client’s words where the engine’s are none', foreign('plain', { json: { message: 7 } }), 'plain'],
  ])('tells %s', (_, error, message) => {
    expect(normalizeEngineError(error).message).toBe(message);
  });

  it('stays what it is', () => {
    const error = new EngineError('conflict', 'in use');
    expect(normalizeEngineError(error)).toBe(error);
  });
});

describe('a deadline', () => {
  it('lets an answer through, and errors as ours', async () => {
    expect(await withDeadline(Promise.resolve(7), 1_000)).toBe(7);
    const refused = Promise.reject(foreign('no', { statusCode: 409 }));
    await expect(withDeadline(refused, 1_000)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('ends a call that never answers, and says after how long', async () => {
    await expect(withDeadline(new Promise(() => {}), 20)).rejects.toMatchObject({
      ...{ code: 'timeout', message: 'no answer within 0.02 s' },
    });
  });

  it('keeps nothing alive once there is an answer', async () => {
    const timers = () => process.getActiveResourcesInfo().filter((one) => one === 'Timeout').length;
    const before = timers();
    await withDeadline(Promise.resolve(7), 60_000);
    expect(timers()).toBe(before);
  });
});
