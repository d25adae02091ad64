const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

/**
 * A name that is one plain file name on Windows, macOS and Linux: no folder, no control or reserved character, no device
 * name, at most 150 characters. Titles of reviews become file names, and titles hold anything.
 */
export function fileNameOf(suggested: string): string {
  const plain = suggested
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^[. ]+|[. ]+$/gu, '');
  const ending = /\.[A-Za-z0-9]{1,8}$/u.exec(plain)?.[0] ?? '';
  const stem = Array.from(plain.slice(0, plain.length - ending.length))
    .slice(0, 140)
    .join('')
    .replace(/[. ]+$/u, '');
  const name = `${stem === '' ? 'concord' : stem}${ending}`;
  return reserved.test(name) ? `_${name}` : name;
}
