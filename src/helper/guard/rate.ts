/**
 * How often something may happen: `burst` times at once, then `perSecond` on average (a token bucket).
 * Each call of the returned function counts one; it says whether that one is within the limit.
 */
export function limitRate(perSecond: number, burst: number, now: () => number = Date.now): () => boolean {
  let left = burst;
  let last = now();
  return () => {
    const time = now();
    left = Math.min(burst, left + ((time - last) / 1000) * perSecond);
    last = time;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
