import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The benches, built as the command line is, so that what is measured is what people run; packages stay outside. */
export default defineConfig({
  resolve: { alias: { '@shared': at('./src/shared') } },
  build: {
    ssr: at('./test/bench/run-suite.ts'),
    outDir: at('./out/bench'),
    emptyOutDir: true,
    target: 'node20',
    rollupOptions: { output: { format: 'es', entryFileNames: 'run-suite.mjs' } },
  },
});
