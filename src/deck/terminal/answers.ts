import type { IParser } from '@xterm/xterm';
import { TERMINAL_ANSWER } from '../../protocol/terminal-answer.ts';

/** Answers a second; output that asks for more (a flood of queries) is not answered. */
const MOST_ANSWERS = 20;

/** What comes out of a terminal: typed by a person, answered to a program, or of no use to anybody. */
export type Input = 'typed' | 'answer' | 'nothing';

/** Which window has the focus is told to no program: it would be typed at the shell's prompt after its end. */
const FOCUS_REPORT = /^\x1b\[[IO]$/;
const MOUSE_REPORT = /^\x1b\[[<M]/;

/**
 * A terminal answers queries by typing. What the cursor's place and kind of terminal need is answered a
 * bounded number of times a second, and only while `mayAnswer` (somebody types into the program, so it reads:
 * else the answer would stand at the shell's next prompt). Questions whose answers carry text that the output
 * chose (titles, colours, settings) are never answered, nor are clipboard sequences obeyed. The result tells
 * an answer from what a person typed.
 */
export function guardAnswers(
  parser: IParser,
  mayAnswer: () => boolean,
  now: () => number = () => performance.now(),
): (data: string) => Input {
  const count = countAnswers(now);
  let isAnswering = false;
  const isTooMany = () => {
    if (!mayAnswer() || count()) return true;
    // The answer comes while the query is handled: what comes later was typed.
    isAnswering = true;
    queueMicrotask(() => {
      isAnswering = false;
    });
    return false;
  };
  for (const final of ['c', 'n']) {
    parser.registerCsiHandler({ final }, isTooMany);
    parser.registerCsiHandler({ prefix: '>', final }, isTooMany);
    parser.registerCsiHandler({ prefix: '?', final }, isTooMany);
  }
  for (const prefix of ['', '?']) {
    parser.registerCsiHandler({ ...(prefix && { prefix }), intermediates: '$', final: 'p' }, () => true);
  }
  parser.registerCsiHandler({ final: 't' }, () => true);
  parser.registerCsiHandler({ prefix: '>', final: 'q' }, () => true);
  parser.registerDcsHandler({ intermediates: '$', final: 'q' }, () => true);
  for (const code of [4, 10, 11, 12]) parser.registerOscHandler(code, (data) => data.includes('?'));
  parser.registerOscHandler(52, () => true);
  return (data) => {
    if (FOCUS_REPORT.test(data)) return 'nothing';
    const isAnswer = (isAnswering || MOUSE_REPORT.test(data)) && TERMINAL_ANSWER.test(data);
    return isAnswer ? 'answer' : 'typed';
  };
}

/** `true` ends the handling of a sequence. */
function countAnswers(now: () => number): () => boolean {
  let second = 0;
  let answers = 0;
  return () => {
    const current = Math.floor(now() / 1000);
    if (current !== second) {
      second = current;
      answers = 0;
    }
    answers++;
    return answers > MOST_ANSWERS;
  };
}
