import { describe, expect, it } from 'vitest';
import { isRemote, resolveFile } from './files.ts';

const place = { folder: 'unit/one', files: '../_files/' };
const resolve = (address: string) => resolveFile(address, { place });

describe('the address of a file that a page names', () => {
  it.each([
    ['img/a.png', 'img/a.png'],
    ['./img/../a.png', 'a.png'],
    ['mi foto.png', 'mi%20foto.png'],
    ['mi%20foto.png', 'mi%20foto.png'],
    ['100%.png', '100%25.png'],
    ['/unit/one/a.png', 'a.png'],
    ['../one/a.png', 'a.png'],
    ['a.pdf?x=1#page=2', 'a.pdf?x=1#page=2'],
  ])('%s, below the page, stands beside the deck: %s', (written, address) => {
    expect(resolve(written)).toBe(address);
  });

  it.each([
    ['../img/a.png', '../_files/unit/img/a.png'],
    ['../../img/a.png', '../_files/img/a.png'],
    ['/assets/a.png', '../_files/assets/a.png'],
    ['/assets/a b.png#x', '../_files/assets/a%20b.png#x'],
    ['../oneself/a.png', '../_files/unit/oneself/a.png'],
  ])('%s, elsewhere in the course, stands with its files: %s', (written, address) => {
    expect(resolve(written)).toBe(address);
  });

  it.each([
    '../../../a.png',
    '/../a.png',
    '%2e%2e/../../../../a.png',
    'https://x.example/a.png',
    '//x.example/a.png',
    'mailto:a@x.example',
    '#there',
    '',
  ])('%s is left as written', (written) => {
    expect(resolve(written)).toBe(written);
  });

  it('counts from the page for a page on its own', () => {
    expect(resolveFile('a b.png', {})).toBe('a%20b.png');
    expect(resolveFile('../a.png', {})).toBe('../a.png');
    expect(resolveFile('/a.png', {})).toBe('/a.png');
  });
});

describe('an address of another machine', () => {
  it.each([
    ...['https://x.example/a.png', 'HTTP://x.example/', '//x.example/a.png'],
    ...['https:x.example/a.png', 'http:/x.example/a.png', '\\\\x.example/a.png', '/\\x.example/a.png'],
    ...[' \x01//x.example', 'ht\ntps://x.example', '/\t/x.example', 'ftp://x.example/a.png'],
  ])('is %j', (address) => {
    expect(isRemote(address)).toBe(true);
    // What a browser makes of it.
    expect(new URL(address, 'file:///course/').host).toBe('x.example');
  });
  it.each(['a.png', '/a.png', 'a//b.png', '../https/a.png', 'mailto:a@x.example'])('is not %s', (address) => {
    expect(isRemote(address)).toBe(false);
  });
});
