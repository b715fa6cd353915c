const inDemo = (names) => names.map((name) => `src/demo/${name}.ts`);
const testsInDemo = (names) => names.map((name) => `src/demo/${name}.test.ts`);

/** What types into real shells, and so takes long to try. */
const shells = ['leave', 'processes', 'rehearse', 'run-step', 'runner', 'session', 'shell'];
/** What is remembered of a demo and removed after it. */
const traces = ['names', 'reset', 'snapshot', 'traces'];
const shellTests = [...shells, 'inside', 'orders', 'rehearsed', 'typing'];

/**
 * The rooms whose tests must notice every change, because people's machines and classes hang on them: which
 * files are changed, and which tests should notice (all but `exceptTests`).
 */
export const rooms = {
  guard: { files: ['src/helper/guard/*.ts'], tests: ['src/helper/guard/*.test.ts'] },
  approval: {
    files: ['src/helper/approval*.ts', 'src/deck/dialogs/show-hidden.ts'],
    tests: ['src/helper/approval*.test.ts', 'src/deck/dialogs/show-hidden.test.ts'],
  },
  recording: { files: ['src/recording/*.ts'], tests: ['src/recording/*.test.ts'] },
  engine: { files: ['src/engine/*.ts'], tests: ['src/engine/*.test.ts'] },
  'demo-traces': { files: inDemo(traces), tests: testsInDemo(traces) },
  'demo-parts': {
    files: [
      ...['src/demo/*.ts', '!src/demo/words.ts', '!src/demo/testing.ts'],
      ...inDemo([...traces, ...shells]).map((file) => `!${file}`),
    ],
    tests: ['src/demo/*.test.ts'],
    exceptTests: testsInDemo([...traces, ...shellTests]),
  },
  'demo-shells': { files: inDemo(shells), tests: testsInDemo(shellTests) },
};
