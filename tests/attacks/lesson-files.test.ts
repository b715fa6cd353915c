import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadCourse } from '../../src/course/course.ts';
import { ask, startTarget, type Target } from './target.ts';

/** What lies beside a lesson from elsewhere was written by whoever wrote the lesson. */
let target: Target;
beforeAll(async () => {
  target = await startTarget({
    page: '# Lesson\n\n```mermaid\nflowchart LR\n  A --> B\n```\n\n```console\n$ true\n```\n',
  });
});
afterAll(() => target.close());

it('a drawn diagram runs and loads nothing', async () => {
  const { lesson, folder } = loadCourse(target.page).lessons[0]!;
  mkdirSync(join(folder, 'diagrams'));
  writeFileSync(
    join(folder, 'diagrams', `${lesson.diagrams[0]!.id}.svg`),
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="hit()"><script>hit()</script>
     <style>@import "https://attacker.example/x.css"; rect { fill: url(https://attacker.example/y) }</style>
     <foreignObject><iframe src="https://attacker.example"></iframe></foreignObject>
     <image href="https://attacker.example/z.png"/><a href="javascript:hit()"><rect width="9" height="9"/></a></svg>
     <script>hit()</script>`,
  );
  const { body } = await ask(target, '/lesson/');
  expect(body).toContain('<svg');
  expect(body).not.toMatch(/hit\(\)|attacker\.example|foreignObject|<iframe/);
});

it('a pipe in the place of a recording or a diagram is not waited for', async () => {
  const { lesson, folder } = loadCourse(target.page).lessons[0]!;
  mkdirSync(join(folder, 'recordings'));
  execFileSync('mkfifo', [join(folder, 'recordings', `${lesson.steps[0]!.id}.cast`)]);
  expect((await ask(target, '/lesson/handout.html')).status).toBe(200);
});
