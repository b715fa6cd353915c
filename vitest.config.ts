import { defineConfig } from 'vitest/config';

/** Tests against `dist/` try what stands in the tree. */
const FRESH_BUILD = ['tests/fresh-build.ts'];

/** How time grows with what is given: minutes that nobody waits for at each change. */
const GROWTH = 'src/**/growth.test.ts';

/** One project a room of tests, so that each can be run alone: `vitest run --project unit`. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'tests/golden/**/*.test.ts'],
          exclude: [GROWTH],
          environment: 'node',
          testTimeout: 20_000,
          // By itself Vitest leaves one processor idle, which is half of a small machine.
          maxWorkers: '100%',
        },
      },
      {
        test: {
          name: 'growth',
          include: [GROWTH],
          environment: 'node',
          testTimeout: 60_000,
          // They compare times, and so have the machine to themselves.
          fileParallelism: false,
        },
      },
      project('e2e', { fileParallelism: false, testTimeout: 60_000, hookTimeout: 120_000 }),
      project('attacks', { fileParallelism: false, testTimeout: 60_000, hookTimeout: 120_000 }),
      project('lab', {
        fileParallelism: false,
        testTimeout: 120_000,
        hookTimeout: 300_000,
        globalSetup: [...FRESH_BUILD, 'tests/lab/global-setup.ts'],
      }),
      project('corpus', { fileParallelism: false, testTimeout: 300_000, hookTimeout: 120_000 }),
    ],
  },
});

function project(name: string, options: object) {
  const include = [`tests/${name}/**/*.test.ts`];
  return { test: { name, include, environment: 'node', globalSetup: FRESH_BUILD, ...options } };
}
