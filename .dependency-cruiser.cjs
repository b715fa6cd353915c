/** The one-way imports of ARCHITECTURE.md: each room names the rooms it may use. */
const pure = ['compiler', 'shell', 'diagram', 'recording', 'protocol'];
const mayUse = {
  protocol: ['diagram'],
  diagram: [],
  recording: ['shell'],
  shell: [],
  system: [],
  compiler: ['shell', 'diagram', 'recording', 'protocol'],
  course: [...pure, 'system'],
  engine: [...pure, 'system'],
  demo: [...pure, 'system', 'engine'],
  helper: [...pure, 'system', 'course', 'engine', 'demo'],
  export: [...pure, 'system', 'course'],
  cli: [...pure, 'system', 'course', 'engine', 'demo', 'helper', 'export'],
  deck: pure,
};

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
    ...Object.entries(mayUse).map(([room, others]) => ({
      name: `${room}-imports`,
      severity: 'error',
      from: { path: `^src/${room}/`, pathNot: '\\.test\\.ts$' },
      to: { path: '^src/', pathNot: `^src/(${[room, ...others].join('|')})/` },
    })),
    {
      name: 'pure-needs-no-node',
      severity: 'error',
      from: { path: `^src/(${pure.join('|')}|deck)/`, pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.node.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'] },
  },
};
