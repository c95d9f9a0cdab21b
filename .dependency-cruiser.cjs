// Which part of the app may import which. Every rule is proved to bite by
// test/unit/house-rules.test.ts.

/** The only files that may know that they run in Electron. */
const electronOnly = '^electron/(shell/|main/|main\\.ts$|preload\\.ts$)';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'electron-only-in-the-shell',
      comment: 'All but the shell is plain Node (or a plain page), and is tested as such.',
      severity: 'error',
      from: { path: '^(electron|renderer|shared)/', pathNot: electronOnly },
      to: { path: ['^electron$', '^electron/(main|common|renderer)$', 'node_modules/electron/'] },
    },
    {
      name: 'renderer-not-to-main',
      comment: 'The page reaches the main process over the contract alone.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^electron/' },
    },
    {
      name: 'main-not-to-renderer',
      comment: 'The main process knows no page.',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: '^renderer/' },
    },
    {
      name: 'shared-to-neither',
      comment: 'What both sides agree on depends on neither of them.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(electron|renderer)/' },
    },
    {
      name: 'areas-through-their-index',
      comment: 'What an area shows to the others stands in its index.ts; the rest is its own.',
      severity: 'error',
      from: { path: '^electron/([^/]+)/', pathNot: '^electron/main/' },
      to: {
        path: '^electron/[^/]+/',
        pathNot: ['^electron/$1/', '^electron/main/', '^electron/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'entry-points-through-indexes',
      comment:
        'So do main.ts and main/, which join the areas; only the shell is theirs to take apart.',
      severity: 'error',
      from: { path: '^electron/([^/]+$|main/)' },
      to: {
        path: '^electron/[^/]+/',
        pathNot: ['^electron/(main|shell)/', '^electron/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'nobody-imports-the-joining',
      comment: 'The areas are handed what they need; none of them asks for the whole.',
      severity: 'error',
      from: { path: '^electron/', pathNot: '^electron/(main/|main\\.ts$)' },
      to: { path: '^electron/main/' },
    },
    {
      name: 'sessions-know-no-other-area',
      comment: 'The store is the ground that the other areas stand on.',
      severity: 'error',
      from: { path: '^electron/sessions/' },
      to: { path: '^electron/', pathNot: '^electron/sessions/' },
    },
    {
      name: 'no-cycles',
      comment: 'Files that need each other are one file, or lack a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-shipped-reaches-tests',
      comment: 'No fake, fixture or test helper may get into what ships.',
      severity: 'error',
      from: { path: '^(electron|renderer|shared)/' },
      to: { path: '^test/' },
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that leads nowhere would escape every rule above.',
      severity: 'error',
      from: { path: '^(electron|renderer|shared|test)/' },
      to: { couldNotResolve: true, pathNot: '^electron(/(main|common|renderer))?$' },
    },
  ],
  options: {
    // The TypeScript in use is newer than what dependency-cruiser can use; swc parses as well, and
    // sees type-only imports too, which count here: a type is knowledge.
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|release|test-output|demo-output)/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
};
