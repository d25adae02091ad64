import { fileURLToPath } from 'node:url';
import { isOutdated } from './lib/build-state.mjs';
import { runPackage, stop } from './lib/run.mjs';

/** Builds window, main process and preload script to out/. */
export async function buildApp() {
  const { code, output } = await runPackage('electron-vite/bin/electron-vite.js', ['build'], {
    capture: true,
  });
  if (code !== 0) stop(`The build failed:\n${output}`);
}

/** Builds the command line to out/cli. */
export async function buildCli() {
  const { code, output } = await runPackage('vite/bin/vite.js', ['build', '--config', 'vite.cli.config.ts'], {
    capture: true,
  });
  if (code !== 0) stop(`The build of the command line failed:\n${output}`);
}

/** Builds the benches to out/bench. */
export async function buildBench() {
  const { code, output } = await runPackage(
    'vite/bin/vite.js',
    ['build', '--config', 'vite.bench.config.ts'],
    { capture: true },
  );
  if (code !== 0) stop(`The build of the benches failed:\n${output}`);
}

export async function buildAppIfOutdated() {
  if (await isOutdated('out/renderer/index.html')) await buildApp();
}

export async function buildCliIfOutdated() {
  if (await isOutdated('out/cli/concord.cjs')) await buildCli();
}

export async function buildWhatIsOutdated() {
  await buildAppIfOutdated();
  await buildCliIfOutdated();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildApp();
  await buildCli();
  console.log('Built to out/.');
}
