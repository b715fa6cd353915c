import type { IParser } from '@xterm/xterm';

/** Answers a second; output that asks for more (a flood of queries) is not answered. */
const MOST_ANSWERS = 20;

/**
 * A terminal answers queries by typing. What the cursor's place and kind of terminal need is answered a
 * bounded number of times a second, and only while `mayAnswer` (somebody types into the program, so it reads:
 * else the answer would stand at the shell's next prompt). Questions whose answers carry text that the output
 * chose (titles, colours, settings) are never answered, nor are clipboard sequences obeyed.
 */
export function guardAnswers(
  parser: IParser,
  mayAnswer: () => boolean,
  now: () => number = () => performance.now(),
): void {
  const count = countAnswers(now);
  const isTooMany = () => !mayAnswer() || count();
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
