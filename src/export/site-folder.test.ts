import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkSiteFolder, type SiteFiles, writeSite } from './site-folder.ts';

let folder: string;
let site: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'capas-site-folder-'));
  site = join(folder, 'site');
});
afterEach(() => rmSync(folder, { recursive: true }));

const read = (path: string) => readFileSync(join(site, path), 'utf8');
const texts = (files: Record<string, string>): SiteFiles =>
  new Map(Object.entries(files).map(([path, text]) => [path, { text }]));

it('refuses a folder that somebody else filled', () => {
  mkdirSync(site);
  writeFileSync(join(site, 'thesis.txt'), 'years of work');
  expect(() => checkSiteFolder(site, 'site')).toThrow(/^site: this folder is not empty/);
  expect(() => writeSite(site, 'site', texts({ 'index.html': 'new' }))).toThrow(
    /^site: this folder is not empty/,
  );
  expect(existsSync(join(site, 'index.html'))).toBe(false);
});

it('writes again where it wrote, removes what is no longer part of it, and keeps the rest', () => {
  writeFileSync(join(folder, 'picture.png'), 'picture');
  writeSite(site, 'site', texts({ 'index.html': 'old', 'gone/index.html': 'old' }));
  writeFileSync(join(site, 'CNAME'), 'example.org');
  const files = texts({ 'index.html': 'new' }).set('img/a.png', { copyOf: join(folder, 'picture.png') });
  for (let times = 0; times < 2; times++) writeSite(site, 'site', files);
  expect([read('index.html'), read('img/a.png'), read('CNAME')]).toEqual(['new', 'picture', 'example.org']);
  expect(existsSync(join(site, 'gone', 'index.html'))).toBe(false);
});

it.each([
  ['extra.html', /^site\/extra\.html: not made by capas build, .* Move it\.$/],
  ['index.html', /^site\/index\.html: changed since capas build wrote it, .* Move it\.$/],
])('overwrites nothing of somebody else’s in its own folder: %s', (path, why) => {
  writeSite(site, 'site', texts({ 'first.html': 'old', 'index.html': 'old' }));
  writeFileSync(join(site, path), 'mine');
  const files = texts({ 'first.html': 'new', 'index.html': 'new', 'extra.html': 'new' });
  expect(() => writeSite(site, 'site', files)).toThrow(why);
  expect([read(path), read('first.html')]).toEqual(['mine', 'old']);
});

it('keeps what was changed, or became a link, since it wrote it', () => {
  writeSite(site, 'site', texts({ 'index.html': 'old', 'changed.html': 'old', 'linked.html': 'old' }));
  writeFileSync(join(site, 'changed.html'), 'mine');
  rmSync(join(site, 'linked.html'));
  writeFileSync(join(folder, 'mine'), 'old');
  symlinkSync('../mine', join(site, 'linked.html'));
  writeSite(site, 'site', texts({ 'index.html': 'new' }));
  expect([read('index.html'), read('changed.html'), read('linked.html')]).toEqual(['new', 'mine', 'old']);
});

it('goes on after a build that was cut short', () => {
  writeSite(site, 'site', texts({ 'a.html': 'old', 'b.html': 'old', 'gone.html': 'old' }));
  writeFileSync(join(folder, 'picture.png'), 'picture');
  const sources = [join(folder, 'picture.png'), join(folder, 'gone.png')];
  const passing = {
    get copyOf() {
      return sources.shift()!;
    },
  };
  const files = texts({ 'a.html': 'new' }).set('a.png', passing).set('b.html', { text: 'new' });
  expect(() => writeSite(site, 'site', files)).toThrow(/a\.png/);
  expect([read('a.html'), read('b.html')]).toEqual(['new', 'old']);
  writeSite(site, 'site', texts({ 'a.html': 'newer', 'b.html': 'newer' }));
  expect([read('a.html'), read('b.html')]).toEqual(['newer', 'newer']);
});

it.each([
  '{"files":["index.html"]}',
  '{"files":{"../mine":["00"]}}',
  '{"files":{"/etc/hosts":["00"]}}',
  '{"files":{"sub/.Git/HEAD":["00"]}}',
  'null',
])('believes no list like %s', (list) => {
  mkdirSync(site);
  writeFileSync(join(site, '.capas-site.json'), list);
  expect(() => checkSiteFolder(site, 'site')).toThrow(/^site: its \.capas-site\.json can't be read/);
});

it('believes no list that is a link', () => {
  mkdirSync(site);
  writeFileSync(join(folder, 'list'), '{"files":{}}');
  symlinkSync('../list', join(site, '.capas-site.json'));
  expect(() => checkSiteFolder(site, 'site')).toThrow(/can't be read/);
});
