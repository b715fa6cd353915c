const units: Record<string, number> = {
  '': 1,
  b: 1,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  tb: 1e12,
  kib: 2 ** 10,
  mib: 2 ** 20,
  gib: 2 ** 30,
  tib: 2 ** 40,
};

/**
 * Reads a size as Docker writes it (`0B`, `1.895 kB`, `72.9MB`, `64MiB`) or a bare number of bytes.
 * Returns bytes, negative ones too, or `null` when it is no size.
 */
export function parseSize(text: string): number | null {
  const match = /^\s*(-?\d{1,15}(?:[.,]\d{1,6})?)\s*([kmgt]?i?b)?\s*$/i.exec(text);
  if (!match) return null;
  const unit = units[(match[2] ?? '').toLowerCase()];
  return unit === undefined ? null : Math.round(Number(match[1]!.replace(',', '.')) * unit);
}

/** Writes bytes as Docker does, with decimal units and four digits at most: `52 B`, `188.1 MB`. */
export function formatSize(bytes: number): string {
  const names = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 999.95 && unit < names.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${Number(value.toPrecision(4))} ${names[unit]}`;
}
