/** A name as it is compared: letters and digits in lower case, single spaces. */
export const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
