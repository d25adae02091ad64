import type { IForbiddenRuleType } from 'dependency-cruiser';

/**
 * The folders of the shared core, upstream first: each may import those before it, never those after it. A new folder
 * takes its place here before anything can import it.
 */
export const coreFolders = [
  'kernel',
  'statistics',
  'figures',
  'i18n',
  'ipc',
  'transport',
  'sealing',
  'ledger',
  'formats',
  'protocol',
  'records',
  'deduplication',
  'documents',
  'studies',
  'ranking',
  'screening',
  'risk-of-bias',
  'effect-size',
  'extraction',
  'reconciliation',
  'checks',
  'pooling',
  'prisma',
  'review',
  'team',
  'export',
  'synthesis',
  'hand-off',
  'demonstration',
] as const;

/** These know the kernel and nothing else of the core. */
const foundations = 'statistics|figures|i18n|ipc|transport|sealing|ledger|formats|protocol|studies';
/** What a coder says and how it is compared needs no drawing, no text and no channel. */
const decisions = 'screening|risk-of-bias|reconciliation|effect-size|deduplication|documents';

/** Packages of the core: none touches a window, a disk or a network. */
const corePackages =
  'zod|@noble/hashes|@noble/ciphers|@noble/curves|chardet|fflate|papaparse|@types/papaparse|saxes|js-yaml';

const fromPackage = (names: string): string => `(^|node_modules/)(${names})(/|$)`;

const upstreamOnly: IForbiddenRuleType[] = coreFolders.slice(0, -1).map((folder, at) => ({
  name: `upstream-only-${folder}`,
  comment: `${folder} may import what stands before it in coreFolders`,
  severity: 'error',
  from: { path: `^src/shared/${folder}/` },
  to: { path: `^src/shared/(${coreFolders.slice(at + 1).join('|')})/` },
}));

export const importRules: IForbiddenRuleType[] = [
  ...upstreamOnly,
  {
    name: 'core-folder-has-a-place',
    comment: 'every folder of src/shared stands in coreFolders',
    severity: 'error',
    from: {},
    to: { path: '^src/shared/', pathNot: `^src/shared/(${coreFolders.join('|')})/` },
  },
  {
    name: 'foundation-knows-the-kernel-alone',
    severity: 'error',
    from: { path: `^src/shared/(${foundations})/` },
    to: { path: '^src/shared/', pathNot: '^src/shared/(kernel|$1)/' },
  },
  {
    name: 'decisions-draw-nothing',
    severity: 'error',
    from: { path: `^src/shared/(${decisions})/` },
    to: { path: '^src/shared/(figures|i18n|ipc)/' },
  },
  {
    name: 'through-the-front-door',
    comment:
      'another folder of the core is imported through its index.ts or that of a part of it; the kernel and the types of texts excepted',
    severity: 'error',
    from: { path: '^src/shared/([^/]+)/' },
    to: { path: '^src/shared/[^/]+/', pathNot: '^src/shared/($1|kernel|i18n)/|^src/shared/.+/index\\.ts$' },
  },
  {
    name: 'through-the-front-door-from-outside',
    severity: 'error',
    from: { path: '^src/(?!shared/)' },
    to: { path: '^src/shared/[^/]+/', pathNot: '^src/shared/(kernel|i18n)/|^src/shared/.+/index\\.ts$' },
  },
  {
    name: 'core-is-pure',
    comment: 'no window, no disk, no network, no clock: the core imports itself and a few pure packages',
    severity: 'error',
    from: { path: '^src/shared/' },
    to: { pathNot: `^src/shared/|${fromPackage(corePackages)}` },
  },
  {
    name: 'no-cycle-in-the-core',
    severity: 'error',
    from: { path: '^src/shared/' },
    to: { circular: true },
  },
  {
    name: 'no-cycle-when-loading',
    comment: 'types may know each other; code that is loaded may not wait for itself',
    severity: 'error',
    from: { path: '^src/' },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'electron-in-main-and-preload',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/(main|preload)/' },
    to: { path: fromPackage('electron') },
  },
  {
    name: 'dexie-in-storage',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/renderer/storage/' },
    to: { path: fromPackage('dexie') },
  },
  {
    name: 'react-in-the-renderer',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/renderer/' },
    to: { path: fromPackage('react|react-dom|react-aria-components|@tanstack/react-virtual') },
  },
  {
    name: 'renderer-stays-in-its-window',
    severity: 'error',
    from: { path: '^src/renderer/' },
    to: { path: '^src/(main|preload|cli)/' },
  },
  {
    name: 'renderer-has-no-node',
    severity: 'error',
    from: { path: '^src/renderer/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'main-knows-no-window',
    severity: 'error',
    from: { path: '^src/main/' },
    to: { path: '^src/(renderer|preload|cli)/' },
  },
  {
    name: 'main-knows-no-stage',
    comment: 'main keeps lines and bytes; what they mean is the business of the core in the window',
    severity: 'error',
    from: { path: '^src/main/' },
    to: { path: '^src/shared/', pathNot: '^src/shared/(kernel|ipc|i18n|transport)/' },
  },
  {
    name: 'preload-knows-the-contract-alone',
    severity: 'error',
    from: { path: '^src/preload/' },
    to: { pathNot: `^src/preload/|^src/shared/(ipc|kernel)/|${fromPackage('electron|zod')}` },
  },
  {
    name: 'cli-has-no-window',
    severity: 'error',
    from: { path: '^src/cli/' },
    to: { path: '^src/(main|preload|renderer)/' },
  },
  {
    name: 'features-reach-storage-through-the-ledger',
    severity: 'error',
    from: { path: '^src/renderer/features/' },
    to: { path: '^src/renderer/storage/' },
  },
  {
    name: 'features-do-not-know-each-other',
    severity: 'error',
    from: { path: '^src/renderer/features/([^/]+)/' },
    to: { path: '^src/renderer/features/', pathNot: '^src/renderer/features/$1/' },
  },
  {
    name: 'what-features-share-knows-none',
    comment:
      'parts that several features use stand beside them and are imported by them, never the other way',
    severity: 'error',
    from: { path: '^src/renderer/review-kit/' },
    to: { path: '^src/renderer/(features|storage|workers)/' },
  },
  {
    name: 'ui-kit-knows-no-domain',
    severity: 'error',
    from: { path: '^src/renderer/ui-kit/' },
    to: { path: '^src/', pathNot: '^src/renderer/ui-kit/|^src/shared/(kernel|i18n)/' },
  },
  {
    name: 'charts-know-figures-alone',
    severity: 'error',
    from: { path: '^src/renderer/charts/' },
    to: { path: '^src/', pathNot: '^src/renderer/(charts|ui-kit)/|^src/shared/(kernel|i18n|figures)/' },
  },
  {
    name: 'storage-knows-rows-not-reviews',
    severity: 'error',
    from: { path: '^src/renderer/storage/' },
    to: { path: '^src/', pathNot: '^src/renderer/storage/|^src/shared/(kernel|ledger)/' },
  },
  {
    name: 'ledger-and-workers-have-no-screen',
    severity: 'error',
    from: { path: '^src/renderer/(ledger|workers)/' },
    to: { path: '^src/renderer/(app|features|ui-kit|charts)/' },
  },
  {
    name: 'everything-resolves',
    comment: 'a path that cannot be followed would hide what stands behind it',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
];
