import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mayLeave, nameLicence } from '../../../scripts/licences.ts';
import { noticesFile } from '../../../scripts/notices.ts';

interface Listed {
  name: string;
  licence: string;
}

/** What is installed with Capas, on whatever system. */
function listInstalled(): Listed[] {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { dev?: boolean; license?: string }>;
  };
  return Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && !dev)
    .map(([path, { license }]) => {
      const name = path.replace(/^.*node_modules\//, '');
      return { name, licence: nameLicence(name, license) };
    });
}

/** What a part of `dist` holds, by its notices. */
function listBundled(notices: string): Listed[] {
  const [, list = ''] = notices.split('\n\n');
  return list.split('\n').map((line) => {
    const [, name = '', licence = ''] = /^(\S+) \S+: (.*)$/.exec(line)!;
    return { name, licence };
  });
}

const describeOne = ({ name, licence }: Listed) => `${name} (${licence || 'no licence'})`;
const refused = (packages: Listed[]) => packages.filter((one) => !mayLeave(one)).map(describeOne);

describe('what leaves with Capas', () => {
  it.each(['MIT', '(MPL-2.0 OR Apache-2.0)', 'Apache-2.0 AND MIT', 'OFL-1.1'])(
    'may be under %s',
    (licence) => {
      expect(mayLeave({ name: 'x', licence })).toBe(true);
    },
  );
  it.each([
    'EPL-2.0 OR GPL-3.0-or-later',
    'MIT AND GPL-3.0-only',
    'MPL-2.0',
    'Unlicense',
    'SEE LICENSE IN x',
    '',
  ])('may not be under %j', (licence) => {
    expect(mayLeave({ name: 'x', licence })).toBe(false);
  });

  it('is under licences that ask for a notice only, where it is installed', () => {
    const installed = listInstalled();
    expect(installed.length).toBeGreaterThan(100);
    expect(refused(installed)).toEqual([]);
  });

  it.each(['deck', 'node'])('is so where it is part of dist/%s, fonts too, with its notice', (part) => {
    const notices = readFileSync(join('dist', part, noticesFile), 'utf8');
    const bundled = listBundled(notices);
    expect(bundled.length).toBeGreaterThan(20);
    expect(refused(bundled)).toEqual([]);
    const [, ...texts] = notices.split('='.repeat(80));
    expect(texts.filter((text) => text.trim().split('\n').length < 5)).toEqual([]);
    expect(texts.length).toBe(bundled.length);
  });

  it('is listed whole: what style sheets take from packages is in the notices', () => {
    const names = new Set(
      listBundled(readFileSync(join('dist', 'deck', noticesFile), 'utf8')).map(({ name }) => name),
    );
    const sheets = readdirSync('assets', { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.css'),
    );
    const taken = sheets.flatMap((name) =>
      [
        ...readFileSync(join('assets', name), 'utf8').matchAll(
          /(?:@import |url\()"((?:@[^/"]+\/)?[^./"][^/"]*)\//g,
        ),
      ].map(([, one]) => one!),
    );
    expect(taken).toContain('reveal.js');
    expect(taken.filter((one) => !names.has(one))).toEqual([]);
  });
});
