/** The import law of ARCHITECTURE.md: text <- syntax <- analysis <- corpus <- features, export <- service <- lsp, cli. */
const room = (...names) => `^server/src/(${names.join('|')})/`;
const SERVICE = '^server/src/(?!protocol\\.ts$)[^/]+\\.ts$';
const ABOVE_SERVICE = room('lsp', 'cli', 'files', 'archive');

/** A room may import itself, the rooms below it, and nothing else of the server. */
const core = (name, ...below) => ({
  name: `${name}-imports-only-what-is-below`,
  severity: 'error',
  from: { path: room(name) },
  to: { path: '^(server|client|tests|scripts)/', pathNot: [room(name, ...below), '^server/src/protocol\\.ts$'] },
});

const CORE = room('text', 'syntax', 'analysis', 'corpus', 'features', 'export');

module.exports = {
  forbidden: [
    core('text'),
    core('syntax', 'text'),
    core('analysis', 'text', 'syntax'),
    core('corpus', 'text', 'syntax', 'analysis'),
    core('features', 'text', 'syntax', 'analysis', 'corpus'),
    core('export', 'text', 'syntax', 'analysis', 'corpus'),
    {
      name: 'service-knows-no-door',
      severity: 'error',
      from: { path: SERVICE },
      to: { path: [ABOVE_SERVICE, '^(client|tests|scripts)/'] },
    },
    { name: 'protocol-imports-nothing', severity: 'error', from: { path: '^server/src/protocol\\.ts$' }, to: { path: '.' } },
    {
      // Types of what the service answers, places in a text and the writing of data are open to the doors; reading is not.
      name: 'doors-read-through-the-service',
      severity: 'error',
      from: { path: room('lsp', 'cli') },
      to: { path: room('syntax', 'analysis', 'corpus') },
    },
    { name: 'doors-do-not-know-each-other', severity: 'error', from: { path: room('lsp') }, to: { path: room('cli') } },
    { name: 'command-line-knows-no-editor', severity: 'error', from: { path: room('cli') }, to: { path: room('lsp') } },
    {
      name: 'only-lsp-knows-the-protocol',
      severity: 'error',
      from: { path: '^server/src/', pathNot: room('lsp') },
      to: { path: 'vscode-(languageserver|jsonrpc)' },
    },
    {
      // Types may come from anywhere; values of the library come from one place, so that they are copied once.
      name: 'one-module-takes-values-of-the-library',
      severity: 'error',
      from: { path: room('lsp'), pathNot: '/(languageserver|main\\.\\w+)\\.ts$' },
      to: { path: 'node_modules/vscode-languageserver/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'client-sees-only-the-protocol-of-the-server',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^(server|tests|scripts)/', pathNot: '^server/src/protocol\\.ts$' },
    },
    {
      name: 'only-the-client-knows-vs-code',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^vscode$|node_modules/@types/vscode/' },
    },
    {
      name: 'node-only-at-the-edge',
      severity: 'error',
      from: { path: '^server/src/', pathNot: [room('cli', 'files', 'archive'), '^server/src/lsp/\\w+\\.node\\.ts$'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'the-browser-bundle-reaches-no-file-system',
      severity: 'error',
      from: { path: '^server/src/lsp/', pathNot: '\\.node\\.ts$' },
      to: { path: room('files', 'archive') },
    },
    {
      name: 'core-has-few-packages',
      severity: 'error',
      from: { path: CORE },
      to: { dependencyTypes: ['npm', 'npm-dev'], pathNot: 'node_modules/fuzzysort/' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'everything-resolves', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^vscode$' } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.build)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'require', 'node', 'default'],
      extensions: ['.ts', '.js', '.json', '.d.ts'],
    },
  },
};
