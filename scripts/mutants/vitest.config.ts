import { defineConfig } from 'vitest/config';
import { rooms } from './rooms.js';

const { tests, exceptTests = [] } = rooms[process.env['CAPAS_MUTANTS_ROOM'] as keyof typeof rooms];

/** The tests of one room, each of which a mutant of that room may turn red. */
export default defineConfig({
  test: { include: tests, exclude: exceptTests, environment: 'node', testTimeout: 60_000 },
});
