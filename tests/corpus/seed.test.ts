import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderDeck } from '../../src/compiler/html/deck.ts';
import { renderHandout } from '../../src/compiler/html/handout.ts';
import { compileFile, corpus } from './pages.ts';
import { plainOptions } from './render-options.ts';
import { missingWords, wordsOfHtml, wordsOfSource } from './source-words.ts';

/** The page that the first lesson was made after: `CAPAS_SEED`, or beside the project. */
const folder = process.env['CAPAS_SEED'] ?? join(corpus, '../seed');
const name = existsSync(folder) ? readdirSync(folder).find((one) => one.endsWith('.txt')) : undefined;
const path = join(folder, name ?? '');

describe.skipIf(name === undefined)('the first real page, unmodified', () => {
  it('is a title, an agenda and five sections', () => {
    const { slides } = compileFile(path);
    expect(slides.filter((slide) => slide.kind === 'title')).toHaveLength(1);
    expect(slides.filter((slide) => slide.kind === 'agenda')).toHaveLength(1);
    expect(new Set(slides.map((slide) => slide.section).filter(Boolean)).size).toBe(5);
  });

  it('has its eleven steps, in order, one of them typed inside a container', () => {
    const { steps } = compileFile(path);
    expect(steps.map((step) => step.command)).toEqual([
      'docker images',
      'docker run -it --name contenedor1 ubuntu /bin/bash',
      'docker ps -a -s',
      'docker start contenedor1',
      'docker attach contenedor1',
      'echo "00000000000000000">file.txt',
      'docker ps -a -s',
      'docker inspect ubuntu:latest',
      'docker run -it --name contenedor1 ubuntu',
      "docker run ubuntu /bin/echo 'Hello world'",
      'docker run -d --name my-apache-app -p 8080:80 httpd:2.4',
    ]);
    const inside = steps.filter((step) => step.inside !== null);
    expect(inside).toEqual([steps[5]]);
    expect(inside[0]!.inside).toBe(steps[4]!.id);
  });

  it('has seven exercises and warns of three pictures where they should stand', () => {
    const { exercises, warnings } = compileFile(path);
    expect(exercises.map((exercise) => exercise.number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const missing = warnings.filter((warning) => warning.code === 'missing-image');
    const lines = readFileSync(path, 'utf8').split('\n');
    expect(missing).toHaveLength(3);
    for (const { line } of missing) expect(lines[line - 1]).toContain('![');
  });

  it('loses no word', () => {
    const lesson = compileFile(path);
    const words = wordsOfSource(readFileSync(path, 'utf8'));
    expect(words.length).toBeGreaterThan(500);
    expect(missingWords(words, wordsOfHtml(renderDeck(lesson, plainOptions)))).toEqual([]);
    expect(missingWords(words, wordsOfHtml(renderHandout(lesson, plainOptions)))).toEqual([]);
  });
});
