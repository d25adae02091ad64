import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The command line: one CommonJS file that needs nothing but Node. */
export default defineConfig({
  resolve: { alias: { '@shared': at('./src/shared') } },
  ssr: { noExternal: true },
  build: {
    ssr: at('./src/cli/index.ts'),
    outDir: at('./out/cli'),
    emptyOutDir: true,
    target: 'node20',
    rollupOptions: { output: { format: 'cjs', entryFileNames: 'concord.cjs' } },
  },
});
