/**
 * The arrows of ARCHITECTURE.md. Each folder of lib/ may import itself and what stands in its row, nothing else.
 * tests/unit/architecture/guards.test.ts plants a violation of each rule to show that it bites.
 */
const PURE = [
  'model',
  'keys',
  'privacy',
  'text',
  'tagging',
  'actors',
  'claims',
  'analysis',
  'notes',
  'exchange',
  'team',
  'charts',
  'findings',
];

const MAY_KNOW = {
  model: [],
  keys: ['model'],
  privacy: ['model'],
  text: ['model'],
  tagging: ['text', 'model'],
  actors: ['tagging', 'text', 'model'],
  claims: ['actors', 'tagging', 'text', 'model'],
  analysis: ['claims', 'actors', 'tagging', 'text', 'model'],
  notes: ['text', 'model'],
  findings: ['analysis', 'claims', 'actors', 'notes', 'text', 'model'],
  team: ['notes', 'text', 'model'],
  // Importing merges, so the formats know the join; the join knows no format.
  exchange: ['team', 'notes', 'text', 'model'],
  charts: ['model', 'text'],
  frames: [],
  article: [...PURE, 'frames'],
  anchoring: PURE,
  marks: [...PURE, 'frames'],
  store: PURE,
  // The protocol names the survey of a page and what is decided from it: types alone.
  messaging: ['article', 'model'],
  platform: ['messaging', 'text', 'model'],
  page: [...PURE, 'frames', 'article', 'marks', 'anchoring', 'messaging'],
  // Of article only the deciding half, which needs no page.
  service: [...PURE, 'article', 'store', 'anchoring', 'messaging', 'platform'],
  surfaces: [...PURE, 'store', 'messaging', 'platform'],
};

const either = (names) => `(${names.join('|')})`;
const packageNamed = (names) => `(^|/)node_modules/${either(names)}/`;
const SHIPPED = '^(lib|components|entrypoints)/';

const directions = Object.entries(MAY_KNOW).map(([folder, known]) => ({
  name: `direction-${folder}`,
  comment: `lib/${folder} may know ${known.join(', ') || 'nothing'}.`,
  severity: 'error',
  from: { path: `^lib/${folder}/` },
  to: { path: '^lib/', pathNot: `^lib/${either([folder, ...known])}/` },
}));

module.exports = {
  forbidden: [
    ...directions,
    {
      name: 'no-cycle',
      comment: 'Two files that import each other are one file that is hard to read. Types count as well.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'known-folder',
      comment: 'A new folder of lib/ needs a row in the table above and in ARCHITECTURE.md.',
      severity: 'error',
      from: {},
      to: { path: '^lib/[^/]+/', pathNot: `^lib/${either(Object.keys(MAY_KNOW))}/` },
    },
    {
      name: 'lib-knows-no-interface',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: `^(components|entrypoints)/|${packageNamed(['preact', '@preact'])}` },
    },
    {
      name: 'components-know-no-machinery',
      comment: 'Props in, callbacks out: components may know pure lib, and of the rest the types alone.',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^lib/', pathNot: `^lib/${either(PURE)}/`, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'components-know-no-entrypoint',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^entrypoints/' },
    },
    {
      name: 'only-platform-touches-the-browser',
      severity: 'error',
      from: { path: SHIPPED, pathNot: '^lib/platform/' },
      to: { path: packageNamed(['webextension-polyfill']) },
    },
    {
      name: 'only-store-touches-dexie',
      severity: 'error',
      from: { path: SHIPPED, pathNot: '^lib/store/' },
      to: { path: packageNamed(['dexie']) },
    },
    {
      name: 'no-node-in-the-extension',
      severity: 'error',
      from: { path: SHIPPED },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'shipped-code-stands-alone',
      comment:
        'Nothing that ships may come from the tests, the scripts or a development package (WXT is the builder).',
      severity: 'error',
      from: { path: SHIPPED },
      to: { path: '^(tests|scripts)/' },
    },
    {
      name: 'no-development-package',
      severity: 'error',
      from: { path: SHIPPED },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: packageNamed(['wxt']) },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Type-only imports are arrows too.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default', 'types'],
    },
  },
};
