/**
 * The few globals beyond ECMAScript that every runtime of Concord has (Node, Electron, Chromium, workers).
 * `src/shared` is compiled without DOM and Node types; what is not listed here cannot be used there.
 */
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  readonly encoding: string;
  decode(bytes?: ArrayBufferView | ArrayBuffer, options?: { stream?: boolean }): string;
}
declare class URL {
  constructor(text: string, base?: string);
  readonly protocol: string;
  readonly hostname: string;
  readonly href: string;
}
