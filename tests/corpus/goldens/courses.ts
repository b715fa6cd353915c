import { expect } from 'vitest';
import type { Golden } from './expect.ts';

const users = 'josedom24__curso_docker_ow/contenido/modulo5/usuario2.md';
const management = 'josedom24__curso_docker_ow/contenido/modulo2/gestion.md';
const example = 'josedom24__curso_docker_ow/contenido/modulo7/ejemplo4.md';
const storage = 'jpetazzo__container.training/slides/k8s/openebs.md';
const volumes = 'jpetazzo__container.training/slides/containers/Working_With_Volumes.md';
const networks = 'jpetazzo__container.training/slides/containers/Container_Network_Model.md';

/** Courses of plain Markdown in Spanish, and remark decks. */
export const courses: Golden[] = [
  {
    number: 26,
    page: users,
    line: 14,
    within: [13, 23],
    commands: { 14: 'nslookup servidorweb' },
    inside: { 14: 8 },
    output: { 14: 8 },
  },
  {
    number: 27,
    page: users,
    line: 108,
    within: [107, 114],
    commands: { 108: '' },
    kinds: [[109, 113, 'continuation']],
    output: { 108: '' },
  },
  {
    number: 28,
    page: users,
    line: 116,
    within: [117, 128],
    commands: { 119: 'cat /etc/hostname', 125: 'ip a' },
    inside: { 119: 108, 125: 108 },
    output: { 119: 'servidor1', 125: 2 },
    also: ({ shown, block }) => {
      expect(block(116, 'list')).toMatchObject({ ordered: false });
      expect(shown).toContain('--hostname servidor1');
    },
  },
  {
    number: 29,
    page: management,
    line: 53,
    within: [52, 55],
    commands: { 53: 'docker cp hora-container2:hora.txt .' },
    kinds: [[54, 54, 'output']],
    output: { 53: 1 },
  },
  {
    number: 30,
    page: management,
    line: 9,
    within: [7, 10],
    commands: {
      8: `docker run -d --name hora-container ubuntu bash -c 'while true; do echo $(date +"%T"); sleep 1; done'`,
      9: 'docker logs -f hora-container',
    },
    attended: { 8: null, 9: 'endless' },
  },
  {
    number: 31,
    page: example,
    line: 71,
    within: [70, 77],
    kinds: [[71, 76, 'code']],
    also: ({ lines }) => expect(lines.get(73)!.block.text.split('\n')[2]).toBe('\tsleep 1'),
  },
  { number: 32, page: example, line: 90, within: [89, 105], kinds: [[90, 103, 'code']] },
  {
    number: 33,
    page: 'josedom24__curso_kubernetes_ies/modulo3/gestionando_pod.md',
    line: 23,
    commands: {
      23: 'kubectl create -f pod.yaml',
      45: 'kubectl edit pod pod-nginx',
      64: 'kubectl exec -it pod-nginx -- /bin/bash',
      69: 'kubectl port-forward pod-nginx 8080:80',
    },
    attended: { 23: null, 45: 'editor', 69: 'endless' },
    also: ({ step }) => expect(step(64).interactive).toBe(true),
  },
  {
    number: 34,
    page: 'josedom24__curso_kubernetes_ies/modulo5/actualizacion_deployment.md',
    line: 70,
    commands: { 70: 'kubectl set image deployment/mediawiki contenedor-mediawiki=mediawiki:1.39.1' },
    also: ({ block }) => {
      const list = block(67, 'list');
      const items = list.kind === 'list' ? list.items : [];
      expect(items.map(({ blocks }) => blocks.map(({ kind }) => kind))).toEqual([
        ['paragraph'],
        ['paragraph', 'transcript'],
      ]);
    },
  },
  {
    number: 35,
    page: 'josedom24__curso_openstack_ies/modulo4/operaciones.md',
    line: 23,
    within: [16, 26],
    commands: { 18: 'sudo mkfs.ext4 /dev/vdb', 19: 'sudo mount /dev/vdb /mnt', 23: 'df -h' },
    attended: { 18: 'machine', 19: 'machine', 23: null },
    output: { 18: '', 19: '', 23: 2 },
    also: ({ block }) => {
      const list = block(16, 'list');
      expect(list.kind === 'list' && list.items[0]!.blocks.at(-1)!.kind).toBe('transcript');
    },
  },
  {
    number: 36,
    page: storage,
    line: 174,
    within: [171, 189],
    commands: { 174: '' },
    kinds: [[175, 186, 'continuation']],
    also: ({ lesson, step, shown }) => {
      expect(step(174).command).toMatch(/<<EOF\n[\s\S]*\nEOF$/);
      expect(shown).not.toMatch(/\.lab\[|^\]$/m);
      expect(lesson.slides.some(({ line }) => line > 191 && line < 197)).toBe(true);
    },
  },
  {
    number: 37,
    page: storage,
    line: 78,
    within: [77, 79],
    commands: { 78: 'kubectl get pods --namespace openebs' },
    also: ({ lines }) => expect(lines.get(78)!.block.language).toBe('bash'),
  },
  {
    number: 38,
    page: volumes,
    line: 358,
    within: [357, 367],
    kinds: [
      [358, 358, 'command'],
      [359, 366, 'output'],
    ],
    also: ({ lines }) =>
      expect(lines.get(358)!.entry).toMatchObject({ command: 'docker inspect training/datavol' }),
  },
  {
    number: 39,
    page: networks,
    line: 204,
    within: [202, 222],
    commands: { 203: 'docker run -ti --net dev alpine sh', 212: 'ping es' },
    inside: { 203: null, 212: 203, 240: 203 },
    kinds: [
      [204, 204, 'prompt'],
      [213, 220, 'output'],
      [221, 221, 'prompt'],
    ],
    also: ({ step }) => expect(step(240).command).toBe('cat /etc/hosts'),
  },
  {
    number: 40,
    page: networks,
    line: 645,
    within: [644, 646],
    commands: { 645: 'docker network connect dev `<container_id>`' },
    attended: { 645: 'placeholder' },
    also: ({ step }) => expect(step(645).placeholders).toEqual(['`<container_id>`']),
  },
  {
    number: 55,
    page: volumes,
    line: 172,
    within: [171, 179],
    commands: { 173: 'docker run -v webapps:/usr/local/tomcat/webapps.dist tomcat true' },
    output: { 173: '' },
    also: ({ lesson, block }) => {
      expect(lesson.warnings.some(({ line }) => line === 172)).toBe(true);
      expect(block(180, 'heading')).toBeDefined();
    },
  },
  {
    number: 56,
    page: 'josedom24__curso_docker_ies/modulo1/configuracion.md',
    line: 97,
    also: ({ lesson, block }) => {
      expect(block(97, 'break')).toBeDefined();
      expect(lesson.slides.every(({ shown, heading }) => shown.length > 0 || heading !== null)).toBe(true);
    },
  },
  {
    number: 57,
    page: 'josedom24__curso_docker_2022/sesion3/redes.md',
    line: 42,
    within: [41, 47],
    commands: {
      44: "docker inspect -f '{{range.NetworkSettings.Networks}}{{.IPAddress}}{{end}}' contenedor1",
    },
    output: { 44: '172.17.0.2' },
    also: ({ lesson, shown }) => {
      expect(shown).not.toMatch(/endraw|\{%/);
      const top = lesson.document.filter((block) => block.kind === 'transcript').map(({ line }) => line);
      expect(top).not.toContain(43);
    },
  },
];
