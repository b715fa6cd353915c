import { defineConfig } from 'vitest/config';

/** One project a room of tests, so that each can be run alone: `vitest run --project unit`. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'tests/golden/**/*.test.ts'],
          environment: 'node',
        },
      },
      project('e2e', { fileParallelism: false, testTimeout: 60_000, hookTimeout: 120_000 }),
      project('attacks', { fileParallelism: false, testTimeout: 60_000, hookTimeout: 120_000 }),
      project('lab', {
        fileParallelism: false,
        testTimeout: 120_000,
        hookTimeout: 300_000,
        globalSetup: ['tests/lab/global-setup.ts'],
      }),
      project('corpus', { fileParallelism: false, testTimeout: 300_000, hookTimeout: 120_000 }),
    ],
  },
});

function project(name: string, options: object) {
  return { test: { name, include: [`tests/${name}/**/*.test.ts`], environment: 'node', ...options } };
}
