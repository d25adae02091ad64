import { coreFolders } from './import-rules';

type Files = Readonly<Record<string, string>>;

const imports = (from: string): string => `import { a } from '${from}';\nexport const b = a;\n`;
const nothing = 'export const a = 1;\n';

/** A small program that keeps all rules. */
const sound: Files = {
  ...Object.fromEntries(coreFolders.map((folder) => [`src/shared/${folder}/index.ts`, nothing])),
  'src/shared/screening/votes.ts': imports('../protocol'),
  'src/shared/screening/inside.ts': nothing,
  'src/shared/pooling/result.ts': imports('../kernel/index'),
  'src/renderer/features/screening/screen.tsx': imports('@shared/screening'),
  'src/renderer/features/import/screen.tsx': nothing,
  'src/renderer/storage/rows.ts': imports('@shared/ledger'),
  'src/renderer/app/app.tsx': imports('../features/screening/screen'),
  'src/main/index.ts': imports('@shared/ipc'),
  'src/preload/index.ts': imports('@shared/ipc'),
  'src/cli/index.ts': imports('@shared/review'),
};

const upstream = Object.fromEntries(
  coreFolders
    .slice(0, -1)
    .map((folder, at) => [
      `upstream-only-${folder}`,
      { [`src/shared/${folder}/wrong.ts`]: imports(`../${coreFolders[at + 1]}`) },
    ]),
);

/** Per rule, files that break it. */
const broken: Readonly<Record<string, Files>> = {
  ...upstream,
  'core-folder-has-a-place': {
    'src/shared/attic/index.ts': nothing,
    'src/cli/wrong.ts': imports('@shared/attic'),
  },
  'foundation-knows-the-kernel-alone': { 'src/shared/ledger/wrong.ts': imports('../statistics') },
  'decisions-draw-nothing': { 'src/shared/screening/wrong.ts': imports('../figures') },
  'through-the-front-door': { 'src/shared/review/wrong.ts': imports('../screening/inside') },
  'through-the-front-door-from-outside': { 'src/cli/wrong.ts': imports('@shared/screening/inside') },
  'core-is-pure': {
    'src/shared/screening/wrong.ts': "import { readFileSync } from 'node:fs';\nreadFileSync;\n",
  },
  'no-cycle-in-the-core': {
    'src/shared/screening/x.ts': "import type { Y } from './y';\nexport type X = Y | 1;\n",
    'src/shared/screening/y.ts': "import type { X } from './x';\nexport type Y = X | 2;\n",
  },
  'no-cycle-when-loading': {
    'src/renderer/app/x.ts': imports('./y'),
    'src/renderer/app/y.ts': "import { b } from './x';\nexport const a = () => b;\n",
  },
  'electron-in-main-and-preload': { 'src/cli/wrong.ts': imports('electron') },
  'dexie-in-storage': { 'src/renderer/ledger/wrong.ts': imports('dexie') },
  'react-in-the-renderer': { 'src/main/wrong.ts': imports('react') },
  'renderer-stays-in-its-window': { 'src/renderer/app/wrong.ts': imports('../../main/index') },
  'renderer-has-no-node': { 'src/renderer/app/wrong.ts': imports('node:path') },
  'main-knows-no-window': { 'src/main/wrong.ts': imports('../renderer/app/app') },
  'main-knows-no-stage': { 'src/main/wrong.ts': imports('@shared/review') },
  'preload-knows-the-contract-alone': { 'src/preload/wrong.ts': imports('@shared/review') },
  'cli-has-no-window': { 'src/cli/wrong.ts': imports('../main/index') },
  'features-reach-storage-through-the-ledger': {
    'src/renderer/features/import/wrong.ts':
      "import type { b } from '../../storage/rows';\nexport type C = typeof b;\n",
  },
  'features-do-not-know-each-other': {
    'src/renderer/features/import/wrong.ts': imports('../screening/screen'),
  },
  'what-features-share-knows-none': {
    'src/renderer/review-kit/wrong.ts': imports('../features/screening/screen'),
  },
  'ui-kit-knows-no-domain': { 'src/renderer/ui-kit/wrong.ts': imports('@shared/screening') },
  'charts-know-figures-alone': { 'src/renderer/charts/wrong.ts': imports('@shared/pooling') },
  'storage-knows-rows-not-reviews': { 'src/renderer/storage/wrong.ts': imports('@shared/review') },
  'ledger-and-workers-have-no-screen': { 'src/renderer/workers/wrong.ts': imports('../app/app') },
  'everything-resolves': { 'src/cli/wrong.ts': imports('./lost') },
};

export const samples = { sound, broken };
