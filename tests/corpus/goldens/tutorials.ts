import { expect } from 'vitest';
import type { Golden } from './expect.ts';

const porting = 'docker__labs/developer-tools/nodejs/porting/4_single_host_networking.md';
const registry = 'docker__labs/windows/registry/part-3.md';
const tutorial = 'dockersamples__101-tutorial/docs_es/tutorial/aplicaciones-multi-contenedor/index.md';
const podman = 'hsf-training__hsf-training-docker/_episodes/03-running-containers.md';

/** Tutorials of many authors: CRLF, PowerShell, MkDocs, kramdown classes, `:::` divisions, labspaces. */
export const tutorials: Golden[] = [
  {
    number: 41,
    page: porting,
    line: 91,
    within: [87, 100],
    commands: {
      88: 'docker run --name mongo --net mongonet -d mongo:3.2',
      90: 'docker run --net mongonet -ti busybox /bin/sh',
      91: 'ping -c 3 mongo',
    },
    inside: { 88: null, 90: null, 91: 90 },
    kinds: [[92, 99, 'output']],
    also: ({ lesson }) =>
      expect(lesson.steps.filter(({ command, output }) => /\r/.test(command + output))).toEqual([]),
  },
  {
    number: 42,
    page: porting,
    line: 110,
    commands: {
      110: 'docker run --name app --net mongonet -p 8000:1337 -d -e “MONGO_URL=mongodb://mongo/messageApp” message-app:v1',
    },
    warnings: { 110: 'typographic-quotes' },
  },
  {
    number: 43,
    page: porting,
    line: 118,
    within: [117, 137],
    commands: { 119: '', 128: '' },
    output: { 119: 6, 128: 8 },
    kinds: [
      [118, 118, 'comment'],
      [120, 125, 'output'],
      [127, 127, 'comment'],
      [129, 136, 'output'],
    ],
  },
  {
    number: 44,
    page: registry,
    line: 10,
    within: [9, 13],
    commands: {
      10: 'openssl req \\\n-newkey rsa:4096 -nodes -sha256 -keyout certs/domain.key \\\n-x509 -days 365 -out certs/domain.crt',
    },
    warnings: { 10: 'broken-continuation' },
  },
  {
    number: 45,
    page: registry,
    line: 71,
    within: [20, 77],
    kinds: [
      [23, 23, 'command'],
      [24, 26, 'continuation'],
      [71, 71, 'command'],
      [72, 72, 'continuation'],
      [73, 76, 'command'],
    ],
    also: ({ lines }) =>
      expect(lines.get(71)!.entry).toMatchObject({
        prompt: '',
        command: expect.stringMatching(/^\$cert = /),
      }),
  },
  {
    number: 46,
    page: tutorial,
    line: 52,
    within: [51, 53],
    commands: { 52: 'docker exec -it <mysql-container-id> mysql -p' },
    attended: { 52: 'placeholder' },
    also: ({ step, lesson }) => {
      expect(step(52).placeholders).toEqual(['<mysql-container-id>']);
      const list = lesson.document.find(
        (block) => block.kind === 'list' && block.line < 52 && (block.items.at(-1)?.line ?? 0) >= 49,
      );
      expect(list).toMatchObject({ ordered: true });
    },
  },
  { number: 47, page: tutorial, line: 160, within: [158, 167], kinds: [[159, 166, 'code']] },
  {
    number: 48,
    page: tutorial,
    line: 46,
    also: ({ block, shown }) => {
      expect(block(46, 'callout')).toMatchObject({ title: { text: 'Consejo' } });
      expect(shown).not.toContain('!!!');
    },
  },
  {
    number: 49,
    page: 'play-with-docker__play-with-docker.github.io/_posts/2016-10-25-beginner-linux.markdown',
    line: 35,
    within: [35, 37],
    commands: { 36: 'git clone https://github.com/dockersamples/linux_tweet_app' },
    output: { 61: 6, 82: 2 },
  },
  {
    number: 50,
    page: podman,
    line: 31,
    within: [28, 60],
    commands: {
      29: 'podman run -it matthewfeickert/intro-to-docker:latest /bin/bash',
      38: 'pwd',
      50: 'hostname',
    },
    inside: { 38: 29, 50: 29 },
    output: { 38: '/home/docker/data', 50: '<generated hostname>' },
    also: ({ step, block, lesson }) => {
      expect(step(50).placeholders).toEqual([]);
      expect(block(80, 'callout').kind).toBe('callout');
      expect(lesson.slides.filter(({ title }) => title === 'Working directory')).toEqual([]);
    },
  },
  {
    number: 51,
    page: 'swcarpentry__shell-novice/episodes/05-loop.md',
    line: 65,
    within: [63, 79],
    commands: {
      64: 'for filename in basilisk.dat minotaur.dat unicorn.dat\ndo\n    echo $filename\n    head -n 2 $filename | tail -n 1\ndone',
    },
    output: { 64: 6 },
    also: ({ block }) => expect(block(80, 'callout').kind).toBe('callout'),
  },
  {
    number: 52,
    page: 'swcarpentry__git-novice/episodes/04-changes.md',
    line: 250,
    within: [249, 261],
    commands: { 250: 'nano guacamole.md', 251: 'cat guacamole.md' },
    attended: { 250: 'editor', 251: null, 267: null },
    output: { 251: 6 },
    kinds: [[255, 260, 'code']],
    also: ({ step, lesson }) => {
      expect(step(267).placeholders).toEqual([]);
      expect(lesson.slides.filter(({ line }) => line >= 255 && line <= 260)).toEqual([]);
    },
  },
  {
    number: 53,
    page: 'collabnix__dockerlabs/beginners/create-base-image.md',
    line: 257,
    within: [256, 285],
    commands: { 257: '' },
    kinds: [
      [258, 269, 'continuation'],
      [273, 283, 'code'],
    ],
    output: { 257: 11 },
  },
  {
    number: 54,
    page: 'dockersamples__labspace-building-images/labspace/06-build-secrets.md',
    line: 11,
    within: [11, 53],
    commands: { 33: '', 46: 'docker history quote-app:bad-secret' },
    kinds: [[12, 27, 'code']],
    also: ({ lines }) => {
      expect(lines.get(12)!.block).toMatchObject({ language: 'dockerfile' });
      expect(lines.get(12)!.block.info).toContain('save-as=Dockerfile.bad-secret');
    },
  },
  {
    number: 58,
    page: 'dockersamples__labspace-building-images/labspace/05-base-images.md',
    line: 7,
    commands: {
      16: 'docker pull python:3.12-slim && docker pull python:3.12-alpine',
      20: 'docker images python',
    },
    within: [15, 21],
    also: ({ block, step }) => {
      const table = block(7, 'table');
      if (table.kind !== 'table') return;
      expect(table.header).toHaveLength(3);
      expect(table.rows).toHaveLength(3);
      expect(JSON.stringify(table.rows[0]![1]!.nodes)).not.toContain('del');
      expect(block(23, 'callout')).toMatchObject({ flavour: 'warning' });
      expect(step(16).images).toEqual(['python:3.12-slim', 'python:3.12-alpine']);
    },
  },
  {
    number: 59,
    page: podman,
    line: 129,
    within: [127, 135],
    commands: { 132: 'podman rename <NAME> my-example' },
    attended: { 132: 'placeholder' },
    also: ({ block, shown }) => {
      expect(block(127, 'callout')).toMatchObject({ title: { text: 'Renaming by name' } });
      expect(shown).not.toMatch(/\{:/);
    },
  },
];
