import type { TestProject } from 'vitest/node';
import { startLab } from './environment/start-lab.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** `DOCKER_HOST` of the lab's engine. */
    dockerHost: string;
  }
}

/** One lab for all tests of the project, brought up before the first and down after the last. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const lab = await startLab({ name: `test-${process.pid}`, owner: process.pid });
  process.env['DOCKER_HOST'] = lab.host;
  project.provide('dockerHost', lab.host);
  return () => lab.stop();
}
