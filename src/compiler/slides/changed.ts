/** What `change` makes of a list: the list itself when no element changed. */
export function changed<T, U>(list: T[], change: (one: T, at: number) => T | U): T[] {
  const made = list.map(change);
  return made.every((one, at) => one === list[at]) ? list : (made as T[]);
}
