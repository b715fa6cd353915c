import { describe, expect, it } from 'vitest';
import { maskLine } from './masks.ts';

const hex = (length: number) => 'a1'.repeat(40).slice(0, length);
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

describe('what differs from run to run is masked', () => {
  it.each([
    ...['sha256:9f32931c9d28', 'sha512:ab', 'SHA256:AB', 'sha256:9f32...', 'sha256:9f32…'].map(is('digest')),
    ...['123e4567-e89b-12d3-a456-426614174000', '123E4567-E89B-12D3-A456-426614174000'].map(is('id')),
    ...[hex(12), hex(64), hex(7), hex(11), '1234567890123', 'abcdefabcdef'].map(is('id')),
    ...['2020-10-05T18:29:45.123456789Z', '2020-10-05 18:29:45,123', '2020-10-05 18:29'].map(is('time')),
    ...['2020-10-05T18:29:45+0200', '2020-10-05 18:29:45 -02:00', '2020-10-05 18:29 UTC'].map(is('time')),
    ...['2020-10-05 18:29:45 +0200 CEST', '2020-10-05', '2020/10/05', '05/10/2020'].map(is('time')),
    ...['05/Oct/2020:18:29:45 +0000', '5/Oct/2020:18:29:45 -0130'].map(is('time')),
    ...MONTHS.flatMap((month) => [`${month} 5`, `25 ${month}`]).map(is('time')),
    ...['Mon, 5 Oct 2020 18:29:45 GMT', 'Monday 25 October 2020', 'Oct  5 18:29'].map(is('time')),
    ...['Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map((day) => `${day} Oct 15`).map(is('time')),
    ...['Mon Oct  5 18:29:45 CEST 2020', 'October 15, 2020', 'Oct 5 18:29:45.123'].map(is('time')),
    ...['18:29', '8:05'].map(is('time')),
    ...['5 seconds ago', 'About a minute ago', 'Less than a second ago', 'an hour', '2 days'].map(is('time')),
    ...['1 week ago', '12 months', '3 years ago', 'about 2 hours'].map(is('time')),
    ...['12ms', '1.5s', '1h2m3s', '250µs', '250us', '10ns', '3m'].map(is('time')),
    ...['02:42:ac:11:00:02', '127.0.0.1', '10.0.0.0/8', '0.0.0.0:8080', '172.17.0.2/16'].map(is('address')),
    ...['fe80::42:acff:fe11:2', '2001:db8:0:1:2:3:4:5', '[::1]:80', ':::80', '::', '::1/128'].map(
      is('address'),
    ),
    ...['fe80::1:2/64', '[2001:db8::1]:443'].map(is('address')),
    ...['72.9MB', '72,9 MB', '12 bytes', '3kB', '1 KiB', '10 GiB', '1.2MB/s', '0B', '12K', '1.5G', '3Mi'].map(
      is('size'),
    ),
    ...['12.5%', '12.55%', '3 %', '12,5%', '100%'].map(is('percent')),
  ])('%s → ‹%s›', (text, word) => {
    expect(maskLine(`is ${text} so`)).toBe(`is ‹${word}› so`);
  });
});

function is(word: string) {
  return (text: string): [string, string] => [text, word];
}

describe('what does not is kept', () => {
  it.each([
    ...['port 80', 'layer 1.2', 'version 1.2.3', 'v28.1.1', 'Exited (130)', 'abcdef', 'deadbee', 'a1b2c3'],
    ...[
      '1234567',
      'March on',

      'sha256',
      'abc:def',
      'a::b',
      '5 apples',
      'secondary',
      '12mb',
    ],
    ...['a%', 'xsha256:', '1.2.3.', '80/tcp', 'C++', '12 x', 'an apple', `${hex(65)}`, 'x18:2', '123/45'],
  ])('%s', (text) => {
    expect(maskLine(text)).toBe(text);
  });
});

it('puts columns one blank apart and leaves the ends of a line out', () => {
  expect(maskLine('  a \t b   c  ')).toBe('a b c');
});

describe('a port that is published twice', () => {
  it.each([
    ['0.0.0.0:8080->80/tcp, :::8080->80/tcp', '‹address›->80/tcp'],
    ['0.0.0.0:80->80/tcp, [::]:80->80/tcp  web', '‹address›->80/tcp web'],
    ['0.0.0.0:80->80/tcp, :::80->81/tcp', '‹address›->80/tcp, ‹address›->81/tcp'],
    ['0.0.0.0:80->8/tcp, :::80->8/tcpx', '‹address›->8/tcp, ‹address›->8/tcpx'],
  ])('%s', (line, masked) => {
    expect(maskLine(line)).toBe(masked);
  });
});

describe('a layer of a pull', () => {
  it.each([
    ...[
      'Pulling fs layer',
      'Waiting',
      'Downloading [=>  ] 12MB/30MB',
      'Verifying Checksum',
      'Download complete',
    ],
    ...['Extracting [=> ]', 'Pull complete', 'Already exists', 'Layer already exists', 'Pushed', 'Preparing'],
    ...['Mounted from library/ubuntu'],
  ])('%s', (state) => {
    expect(maskLine(`6a5697faee43: ${state}`)).toBe('‹layer›');
  });

  it.each(['6a5697faee43: Removed', 'x 6a5697faee43: Waiting', 'latest: Waiting'])('is not %s', (line) => {
    expect(maskLine(line)).not.toBe('‹layer›');
  });
});

describe('two lines are one', () => {
  it.each([
    ['a b', 'a b'],
    ['a quirky_bohr b', 'a jolly_turing3 b'],
    ['quirky_bohr4', 'jolly_turing'],
  ])('%s = %s', (one, other) => {
    expect(maskLine(one)).toBe(maskLine(other));
  });

  it.each([
    ['a b', 'a c'],
    ['a b', 'a b c'],
    ['a b c', 'a b'],
    ['quirky_bohr', 'web'],
    ['web', 'quirky_bohr'],
    ['quirky_bohr', 'quirky_bohr12'],
    ['quirky_bohr', 'my_db'],
    ['quirky_bohr', 'Jolly_Turing'],
    ['quirky_bohr', 'jolly_turing_x'],
    ['quirky_bohr', '/jolly_turing'],
    ['quirky_bohr', 'jo_turing'],
    ['quirky_bohr', 'jolly_tu'],
  ])('%s ≠ %s', (one, other) => {
    expect(maskLine(one)).not.toBe(maskLine(other));
  });
});
