import { describe, expect, it } from 'vitest';
import { compareOutputs } from './compare.ts';
import { renderPlainText } from './plain-text.ts';

const PS = `CONTAINER ID        IMAGE               COMMAND                  CREATED             STATUS                      PORTS               NAMES               SIZE
a2d1ce6990d8        ubuntu              "/bin/bash"              56 seconds ago      Exited (0) 2 seconds ago                        contenedor1         52B (virtual 72.9MB)`;
const PS_NOW = `CONTAINER ID   IMAGE     COMMAND       CREATED         STATUS                              PORTS     NAMES         SIZE\r
0f9d2bb1c3aa   ubuntu    "/bin/bash"   2 minutes ago   Exited (0) Less than a second ago             contenedor1   0B (virtual 119MB)\r\n`;

describe('lines: what may differ', () => {
  it.each([
    ['ids, times, sizes and widths of columns', PS, PS_NOW],
    ['digests', 'Digest: sha256:9f32931c9d28f10104a8', 'Digest: sha256:0011aabbccdd'],
    ['addresses and their ports', '0.0.0.0:8080->80/tcp', '0.0.0.0:49153->80/tcp, :::49153->80/tcp'],
    ['percentages', 'CPU 12.5%', 'CPU 3%'],
    ['dates', 'Created 2020-10-05T18:29:45.123456789Z', 'Created 2026-01-02T03:04:05Z'],
    ['names that Docker invents', 'a2d1ce6990d8 quirky_bohr', '0f9d2bb1c3aa jolly_turing'],
    ['blanks and blank lines', 'one\n\n  two', 'one \r\ntwo\r\n'],
  ])('%s', (_, expected, actual) => {
    expect(compareOutputs(expected, actual, 'lines')).toEqual({ same: true, difference: '' });
  });

  it('how many layers a pull has, and which are there already', () => {
    const page =
      'Using default tag: latest\n6a5697faee43: Pull complete\nba13d3bc422b: Pull complete\nStatus: Downloaded newer image for ubuntu:latest';
    const now =
      'Using default tag: latest\r\n1a5697faee43: Already exists\r\nStatus: Downloaded newer image for ubuntu:latest\r\n';
    expect(compareOutputs(page, now, 'lines').same).toBe(true);
  });
});

describe('lines: what may not', () => {
  it.each([
    ['a word', 'Hello world', 'Hello mundo', '“Hello world” on the page, “Hello mundo” printed'],
    ['an exit status', 'Exited (130) 5 seconds ago', 'Exited (0) 1 second ago', 'Exited (130)'],
    ['a column', 'REPOSITORY TAG SIZE', 'IMAGE ID SIZE', 'REPOSITORY TAG'],
    ['a line that is missing', 'one\ntwo', 'one', 'not printed: “two”'],
    ['a line too many', 'one', 'one\ntwo', 'not on the page: “two”'],
    ['a size for a word', 'virtual', '72.9MB', '“virtual” on the page'],
    ['a number that is none of these', 'port 80', 'port 81', 'port 80'],
  ])('%s', (_, expected, actual, difference) => {
    const result = compareOutputs(expected, actual, 'lines');
    expect(result.same).toBe(false);
    expect(result.difference).toContain(difference);
  });
});

describe('elisions of the author', () => {
  const inspect = '[\n {\n "Id": "sha256:11",\n "RootFS": {\n "Type": "layers"\n },\n "Metadata": {}\n }\n]';
  it.each(['...', '…', '[...]', '[…]', '<snip>'])('%s stands for any lines', (mark) => {
    expect(compareOutputs(`${mark}\n"RootFS": {\n    "Type": "layers"\n${mark}`, inspect, 'lines').same).toBe(
      true,
    );
  });
  it('says what is nowhere', () => {
    expect(compareOutputs('...\n"Nothing": {\n...', inspect, 'lines').difference).toBe(
      'nowhere after that: “"Nothing": {”',
    );
  });
  it('anchors what stands before the first and after the last', () => {
    expect(compareOutputs('[\n...\n]', inspect, 'lines').same).toBe(true);
    expect(compareOutputs('{\n...\n]', inspect, 'lines').same).toBe(false);
    expect(compareOutputs('[\n...\n}', inspect, 'lines').same).toBe(false);
  });
  it('also at the end of a line', () => {
    expect(
      compareOutputs('Downloading package ...', 'Downloading package index of tools', 'lines').same,
    ).toBe(true);
  });
});

describe('exact and none', () => {
  it('exact takes no other id', () => {
    expect(compareOutputs('a2d1ce6990d8', '0f9d2bb1c3aa', 'exact').same).toBe(false);
    expect(compareOutputs('a  b', 'a  b  \r\n', 'exact').same).toBe(true);
    expect(compareOutputs('a  b', 'a b', 'exact').same).toBe(false);
  });
  it('none takes anything', () => {
    expect(compareOutputs('one', 'two', 'none').same).toBe(true);
  });
});

describe('what a terminal shows in the end', () => {
  it.each([
    ['colours and titles', '\x1b]0;title\x07\x1b[01;32mok\x1b[0m\r\n', 'ok'],
    ['a line written over', '10%\r100%\r\n', '100%'],
    ['a line erased', 'loading…\r\x1b[Kdone\r\n', 'done'],
    ['progress of two layers', 'a: 1\r\nb: 1\r\n\x1b[2A\x1b[2K\ra: 2\r\x1b[1B\x1b[1B', 'a: 2\nb: 1'],
    ['backspaces', 'abc\b\bX', 'aXc'],
    ['tabs', 'a\tb', 'a       b'],
    ['a cleared screen', 'old\r\n\x1b[H\x1b[2Jnew', 'new'],
  ])('%s', (_, output, text) => {
    expect(renderPlainText(output)).toBe(text);
  });
  it('does not fill the memory for a hostile movement, nor take long', () => {
    expect(renderPlainText('\x1b[999999999Cx').length).toBeLessThan(2_000);
    expect(renderPlainText(`${'\x1b['.repeat(100_000)}mend`)).toBe('end');
  });
});
