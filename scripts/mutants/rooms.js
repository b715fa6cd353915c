/**
 * The rooms whose tests must notice every change, because people's machines and classes hang on them:
 * which files are changed, and which tests should notice.
 */
export const rooms = {
  guard: {
    files: ['src/helper/guard/*.ts'],
    tests: ['src/helper/guard/*.test.ts'],
  },
  approval: {
    files: ['src/helper/approval*.ts', 'src/deck/dialogs/approval.ts', 'src/deck/dialogs/show-hidden.ts'],
    tests: ['src/helper/approval*.test.ts', 'src/deck/dialogs/*.test.ts'],
  },
  recording: { files: ['src/recording/*.ts'], tests: ['src/recording/*.test.ts'] },
  engine: { files: ['src/engine/*.ts'], tests: ['src/engine/*.test.ts'] },
  demo: {
    files: ['src/demo/*.ts', '!src/demo/words.ts', '!src/demo/testing.ts'],
    tests: ['src/demo/*.test.ts'],
  },
};
