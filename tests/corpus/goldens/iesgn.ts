import { expect } from 'vitest';
import type { Golden } from './expect.ts';

const course = 'iesgn__curso_docker_2021';
const configuration = `${course}/sesion1/configuracion.md`;
const database = `${course}/sesion3/mariadb.md`;
const network = `${course}/sesion4/definida.md`;
const compose = `${course}/sesion5/redes.md`;
const container = `${course}/sesion6/contenedor.md`;
const dockerfile = `${course}/sesion6/dockerfile.md`;

/** A course of Jekyll pages in Spanish: `$` and container prompts in ```bash fences. */
export const iesgn: Golden[] = [
  {
    number: 1,
    page: configuration,
    line: 15,
    within: [14, 18],
    commands: {
      15: 'docker run -it --name prueba -e USUARIO=prueba ubuntu bash',
      16: 'echo $USUARIO',
    },
    inside: { 15: null, 16: 15 },
    output: { 16: 'prueba' },
    also: ({ step }) => {
      expect(step(15)).toMatchObject({ interactive: true, images: ['ubuntu'] });
      expect(step(16).placeholders).toEqual([]);
    },
  },
  {
    number: 2,
    page: configuration,
    line: 26,
    within: [24, 29],
    commands: {
      25: 'docker run -d --name some-mariadb -e MYSQL_ROOT_PASSWORD=my-secret-pw mariadb',
      26: 'docker ps',
    },
    output: { 25: '', 26: 2 },
    kinds: [[27, 28, 'output']],
    also: ({ step }) => expect(step(26).output).toContain('"docker-entrypoint.s…"   8 seconds ago'),
  },
  {
    number: 3,
    page: configuration,
    line: 35,
    within: [33, 38],
    commands: { 34: 'docker exec -it some-mariadb env' },
    output: { 34: '...\nMYSQL_ROOT_PASSWORD=my-secret-pw\n...' },
    attended: { 34: null },
  },
  {
    number: 4,
    page: configuration,
    line: 47,
    within: [42, 48],
    commands: { 43: 'docker exec -it some-mariadb bash', 44: 'mysql -u root -p"$MYSQL_ROOT_PASSWORD"' },
    inside: { 44: 43 },
    kinds: [[47, 47, 'prompt']],
    also: ({ lines }) => expect(lines.get(47)!.entry).toMatchObject({ prompt: 'MariaDB [(none)]>' }),
  },
  {
    number: 5,
    page: configuration,
    line: 53,
    within: [51, 56],
    commands: { 52: 'docker exec -it some-mariadb mysql -u root -p' },
    attended: { 52: 'input' },
    kinds: [
      [53, 54, 'output'],
      [55, 55, 'prompt'],
    ],
    also: ({ step }) => expect(step(52).interactive).toBe(true),
  },
  {
    number: 6,
    page: configuration,
    line: 76,
    within: [75, 77],
    commands: {
      76: 'docker run -d -p 3306:3306 --name some-mariadb -e MYSQL_ROOT_PASSWORD=my-secret-pw mariadb',
    },
    output: { 76: '' },
    also: ({ lines }) => expect(lines.get(76)!.block.language).toBe('bash'),
  },
  {
    number: 7,
    page: database,
    line: 20,
    within: [18, 46],
    commands: {
      19: 'cd datadir/',
      20: 'ls',
      23: '',
      25: 'create database prueba;',
      26: 'quit',
      28: 'docker rm -f some-mariadb',
      31: '',
      34: '',
      36: 'show databases;',
    },
    inside: { 19: null, 20: null, 23: null, 25: 23, 26: 23, 28: null, 31: null, 34: null, 36: 34 },
    output: { 20: 1 },
    also: ({ step }) => expect(step(20).prompt).toBe('~/datadir$'),
  },
  {
    number: 8,
    page: database,
    line: 23,
    commands: { 23: `docker exec -it some-mariadb bash -c 'mysql -uroot -p$MYSQL_ROOT_PASSWORD'` },
    kinds: [[37, 45, 'output']],
    output: { 36: 9 },
    also: ({ step }) => expect(step(23).placeholders).toEqual([]),
  },
  {
    number: 9,
    page: `${course}/sesion3/compartir.md`,
    line: 61,
    within: [58, 67],
    kinds: [[59, 66, 'code']],
  },
  {
    number: 10,
    page: network,
    line: 59,
    within: [58, 62],
    commands: { 59: 'cat /etc/resolv.conf' },
    inside: { 59: 44 },
    output: { 59: 2 },
    also: ({ step }) => expect(step(59).insideName).toBe('contenedor1'),
  },
  { number: 11, page: network, line: 52, kinds: [[48, 53, 'output']], output: { 47: 6 } },
  {
    number: 12,
    page: network,
    line: 110,
    within: [98, 122],
    commands: {
      99: 'docker network connect red2 contenedor1',
      101: 'docker start contenedor1',
      104: 'docker start contenedor2',
      107: 'docker attach contenedor1',
      108: 'ip a',
      118: 'ping contenedor2',
    },
    inside: { 99: null, 101: null, 104: null, 107: null, 108: 107, 118: 107 },
    output: { 101: 'contenedor1' },
    kinds: [[109, 117, 'output']],
    also: ({ step }) => expect(step(108).placeholders).toEqual([]),
  },
  {
    number: 13,
    page: `${course}/sesion4/introduccion.md`,
    line: 22,
    within: [20, 25],
    commands: {
      22: "docker inspect -f '{{range.NetworkSettings.Networks}}{{.IPAddress}}{{end}}' contenedor1",
    },
    output: { 22: '172.17.0.2' },
    also: ({ shown }) => expect(shown).not.toMatch(/endraw|\{%/),
  },
  {
    number: 14,
    page: compose,
    line: 68,
    within: [65, 71],
    commands: { 66: 'docker-compose ps' },
    output: { 66: 4 },
    also: ({ step }) => expect(step(66).output).toMatch(/^ {6}Name/),
  },
  {
    number: 15,
    page: compose,
    line: 77,
    within: [75, 80],
    commands: {
      76: 'docker-compose exec app bash',
      77: 'apt-get update && apt-get install -y inetutils-ping \\\n   iproute2 \\\n   dnsutils',
    },
    inside: { 76: null, 77: 76 },
    output: { 77: '' },
  },
  {
    number: 16,
    page: container,
    line: 14,
    within: [13, 15],
    commands: { 14: 'docker  run -it --name contenedor debian bash' },
    also: ({ lesson }) => {
      const list = lesson.document.find((block) => block.kind === 'list');
      expect(list).toMatchObject({ ordered: true, start: 1, items: [{}, {}, {}, {}] });
    },
  },
  {
    number: 17,
    page: container,
    line: 20,
    within: [19, 23],
    commands: {
      20: 'apt update && apt install apache2 -y',
      21: 'echo "<h1>Curso Docker</h1>" > /var/www/html/index.html',
      22: 'exit',
    },
    inside: { 20: 14, 21: 14, 22: 14 },
    also: ({ step }) => expect(step(21).placeholders).toEqual([]),
  },
  {
    number: 18,
    page: container,
    line: 40,
    within: [39, 44],
    commands: { 40: '' },
    kinds: [[41, 43, 'continuation']],
    output: { 40: '' },
  },
  {
    number: 19,
    page: `${course}/sesion4/wordpress.md`,
    line: 26,
    within: [17, 41],
    commands: { 18: '', 27: '', 37: 'docker ps' },
    kinds: [
      [19, 25, 'continuation'],
      [28, 35, 'continuation'],
    ],
    output: { 18: '', 27: '', 37: 3 },
  },
  {
    number: 20,
    page: `${course}/sesion1/instalacion.md`,
    line: 14,
    within: [13, 15],
    commands: { 14: 'apt install docker.io' },
    attended: { 14: 'machine' },
    output: { 14: '' },
  },
  {
    number: 21,
    page: dockerfile,
    line: 69,
    within: [57, 72],
    commands: { 69: 'cd build', 70: 'ls' },
    output: { 69: '', 70: 1 },
    kinds: [[59, 59, 'command']],
  },
  { number: 22, page: dockerfile, line: 119, within: [118, 124], kinds: [[119, 123, 'code']] },
  {
    number: 23,
    page: `${course}/sesion2/ejercicios.md`,
    line: 19,
    also: ({ lesson, block }) => {
      expect(lesson.steps).toEqual([]);
      const list = block(11, 'list');
      const items = list.kind === 'list' ? list.items : [];
      expect(items).toHaveLength(7);
      expect(items[4]!.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'code', 'paragraph']);
      expect(lesson.slides.filter(({ kind }) => kind === 'exercise').length).toBeGreaterThan(1);
    },
  },
  {
    number: 24,
    page: `${course}/sesion2/index.md`,
    line: 5,
    also: ({ lesson }) => {
      expect(lesson).toMatchObject({ slides: [{ kind: 'title' }], settings: { navOrder: 3 } });
      expect(lesson.slides[0]!.title).toBe('Imágenes Docker');
      expect(lesson.slides[0]!.text).not.toMatch(/nav_order|layout|---/);
    },
  },
  {
    number: 25,
    page: `${course}/index.md`,
    line: 8,
    also: ({ shown }) => expect(shown).not.toMatch(/\{:|\.fs-/),
  },
];
