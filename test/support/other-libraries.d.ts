/** The little of other people's libraries that tests and benches use; they ship no types of their own. */

declare module 'reflib' {
  type Emitter = {
    on(event: 'ref', listener: (reference: { readonly [field: string]: unknown }) => void): Emitter;
    on(event: 'end', listener: () => void): Emitter;
    on(event: 'error', listener: (cause: unknown) => void): Emitter;
  };
  const reflib: { parse(format: string, text: string): Emitter };
  export default reflib;
}

declare module 'bibtex-parse' {
  const bibtex: { parse(text: string): readonly unknown[] };
  export default bibtex;
}

declare module '@citation-js/core' {
  export class Cite {
    constructor(text: string, options?: { readonly forceType?: string });
    readonly data: readonly { readonly [field: string]: unknown }[];
  }
}

declare module '@citation-js/plugin-ris' {}
