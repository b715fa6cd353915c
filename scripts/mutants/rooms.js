const inDemo = (names) => names.map((name) => `src/demo/*/${name}.ts`);
const testsInDemo = (names) => names.map((name) => `src/demo/*/${name}.test.ts`);

/** What types into real shells, and so takes long to try. */
const shells = [
  ...['discard', 'leave', 'prompt-watch', 'rehearse', 'run-inside', 'run-mark', 'run-step', 'runner'],
  ...['session', 'shell'],
];
/** What ends processes. */
const ends = ['processes', 'sweep'];
const shellTests = [
  ...['changed-prompt', 'faults', 'inside', 'leave', 'orders', 'prompt-watch', 'rehearse', 'rehearsed'],
  ...['run-inside', 'run-step', 'runner', 'session', 'shell', 'stops', 'sweep', 'typing', 'unread'],
];

/**
 * The rooms whose tests must notice every change, because people's machines and classes hang on them: which
 * files are changed, and which tests should notice (all but `exceptTests`); `endsProcesses` where they signal some.
 */
export const rooms = {
  approval: {
    files: [
      'src/helper/session/approval*.ts',
      ...['dialogs/attention', 'dialogs/show-hidden', 'keys/held-keys'].map((name) => `src/deck/${name}.ts`),
    ],
    tests: [
      'src/helper/session/approval*.test.ts',
      ...['dialogs/attention', 'dialogs/show-hidden', 'keys/held-keys'].map(
        (name) => `src/deck/${name}.test.ts`,
      ),
    ],
  },
  entry: {
    files: ['src/helper/entry/*.ts', 'src/helper/guard/*.ts'],
    tests: ['src/helper/entry/*.test.ts', 'src/helper/guard/*.test.ts'],
  },
  system: {
    files: ['src/system/*.ts'],
    tests: ['src/system/*.test.ts'],
  },
  shell: {
    files: ['src/shell/*.ts', 'src/shell/programs/*.ts'],
    tests: ['src/shell/*.test.ts', 'src/shell/programs/*.test.ts'],
  },
  transcript: {
    files: ['src/compiler/transcript/*.ts'],
    tests: ['src/compiler/transcript/*.test.ts'],
  },
  slides: {
    files: [
      ...['src/compiler/slides/*.ts', 'src/compiler/slides/kinds/*.ts'],
      ...['!src/compiler/slides/*.fixture.ts', '!src/compiler/slides/kinds/*.fixture.ts'],
      ...['metrics', 'layout'].map((name) => `!src/compiler/slides/${name}.ts`),
    ],
    tests: ['src/compiler/slides/*.test.ts', 'src/compiler/slides/kinds/*.test.ts'],
  },
  recording: {
    files: ['src/recording/*.ts'],
    tests: ['src/recording/*.test.ts'],
    // What code that is watched takes tells nothing of how its time grows.
    exceptTests: ['src/recording/growth.test.ts'],
  },
  diagram: {
    files: ['src/diagram/**/*.ts'],
    tests: ['src/diagram/*.test.ts', 'src/diagram/*/*.test.ts'],
  },
  page: {
    files: ['src/compiler/page/**/*.ts'],
    tests: [
      'src/compiler/page/*.test.ts',
      'src/compiler/page/*/*.test.ts',
      'src/compiler/page/*/*/*.test.ts',
    ],
    exceptTests: ['src/compiler/page/growth.test.ts'],
  },
  html: { files: ['src/compiler/html/**/*.ts'], tests: ['src/compiler/html/*.test.ts'] },
  lint: {
    files: ['src/compiler/lint/**/*.ts'],
    tests: ['src/compiler/lint/*.test.ts', 'src/compiler/lint/*/*.test.ts'],
  },
  compiler: {
    files: ['src/compiler/*.ts'],
    tests: ['src/compiler/*.test.ts'],
    exceptTests: ['src/compiler/growth.test.ts'],
  },
  engine: { files: ['src/engine/*.ts'], tests: ['src/engine/*.test.ts'] },
  ownership: {
    files: ['src/demo/traces/*.ts', 'src/engine/proxy/*.ts'],
    tests: ['src/demo/traces/*.test.ts', 'src/engine/proxy/*.test.ts'],
  },
  'demo-parts': {
    files: [
      ...['src/demo/*/*.ts', '!src/demo/traces/*.ts', '!src/demo/*/*.fixture.ts'],
      ...inDemo([...shells, ...ends]).map((file) => `!${file}`),
    ],
    tests: ['src/demo/*/*.test.ts'],
    exceptTests: ['src/demo/traces/*.test.ts', ...testsInDemo([...shellTests, ...ends])],
  },
  'demo-shells': { files: inDemo(shells), tests: testsInDemo(shellTests), endsProcesses: true },
  'demo-ends': { files: inDemo(ends), tests: testsInDemo(ends), endsProcesses: true },
};
