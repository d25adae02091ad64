import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { pdfFilesPlugin } from './scripts/lib/pdf-files.mjs';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(at('./package.json'), 'utf8')));
const alias = { '@shared': at('./src/shared') };

export default defineConfig({
  main: {
    resolve: { alias },
    define: { CONCORD_VERSION: JSON.stringify(version) },
    build: {
      externalizeDeps: false,
      target: 'node18',
      rollupOptions: {
        input: at('./src/main/index.ts'),
        output: { format: 'cjs', entryFileNames: 'index.cjs' },
      },
    },
  },
  preload: {
    resolve: { alias },
    build: {
      // A sandboxed preload script is one file that can require nothing but electron.
      externalizeDeps: false,
      target: 'node18',
      rollupOptions: {
        input: at('./src/preload/index.ts'),
        output: { format: 'cjs', entryFileNames: 'index.cjs' },
      },
    },
  },
  renderer: {
    root: at('./src/renderer'),
    resolve: { alias },
    define: { CONCORD_VERSION: JSON.stringify(version) },
    plugins: [react(), pdfFilesPlugin()],
    worker: { format: 'es' },
    build: {
      target: 'chrome114',
      minify: true,
      modulePreload: { polyfill: false },
      rollupOptions: { input: at('./src/renderer/index.html') },
    },
  },
});
