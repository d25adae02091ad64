import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const packageFolder = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** What pdf.js fetches while it works, by the name it has under `pdfjs/`; nothing of it needs WebAssembly or a network. */
function pdfFiles() {
  const files = new Map([
    ['pdf.worker.min.mjs', path.join(packageFolder, 'legacy/build/pdf.worker.min.mjs')],
    ['wasm/openjpeg_nowasm_fallback.js', path.join(packageFolder, 'wasm/openjpeg_nowasm_fallback.js')],
  ]);
  for (const folder of ['cmaps', 'standard_fonts']) {
    for (const name of readdirSync(path.join(packageFolder, folder)))
      files.set(`${folder}/${name}`, path.join(packageFolder, folder, name));
  }
  return new Map([...files].map(([name, file]) => [`pdfjs/${name}`, file]));
}

/** Puts the worker, fonts and character maps of pdf.js beside the built window, and serves them while developing. */
export function pdfFilesPlugin() {
  return {
    name: 'pdf-files',
    generateBundle() {
      for (const [fileName, file] of pdfFiles())
        this.emitFile({ type: 'asset', fileName, source: readFileSync(file) });
    },
    configureServer(server) {
      const files = pdfFiles();
      server.middlewares.use((request, response, next) => {
        const file = files.get((request.url ?? '').split('?')[0].slice(1));
        if (file === undefined) return next();
        response.setHeader('Content-Length', statSync(file).size);
        if (/\.m?js$/u.test(file)) response.setHeader('Content-Type', 'text/javascript');
        return createReadStream(file).pipe(response);
      });
    },
  };
}
