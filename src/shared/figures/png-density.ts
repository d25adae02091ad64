/**
 * A PNG with its resolution written in (chunk pHYs, PNG specification 11.3.5.3), so that print programs give it the
 * size it was drawn for. `perInch` in dots per inch. Bytes that are no PNG come back as they are.
 */
export function pngWithDensity(png: Uint8Array, perInch: number): Uint8Array<ArrayBuffer> {
  const header = SIGNATURE.length + HEADER_CHUNK;
  if (png.length < header || SIGNATURE.some((byte, i) => png[i] !== byte)) return new Uint8Array(png);
  const perMetre = Math.round(perInch / 0.0254);
  const chunk = new Uint8Array(4 + 4 + 9 + 4);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, 9);
  chunk.set([0x70, 0x48, 0x59, 0x73], 4);
  view.setUint32(8, perMetre);
  view.setUint32(12, perMetre);
  chunk[16] = 1;
  view.setUint32(17, crc32(chunk.subarray(4, 17)));
  const result = new Uint8Array(png.length + chunk.length);
  result.set(png.subarray(0, header));
  result.set(chunk, header);
  result.set(png.subarray(header), header + chunk.length);
  return result;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Length, name, 13 bytes and checksum of the first chunk, IHDR. */
const HEADER_CHUNK = 25;

/** The checksum of PNG chunks (ISO 3309), bit by bit: chunks made here have 13 bytes. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
