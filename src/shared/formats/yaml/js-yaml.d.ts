/** What is used of js-yaml 4, which comes without types. */
declare module 'js-yaml' {
  export type Schema = { readonly extend: (more: unknown) => Schema };
  /** Texts, lists and mappings only: what looks like a number, a date or a truth value stays the text it is. */
  export const FAILSAFE_SCHEMA: Schema;
  /** The one document of a text; throws where it is no YAML. */
  export function load(
    text: string,
    options?: { readonly schema?: Schema; readonly maxDepth?: number },
  ): unknown;
}
