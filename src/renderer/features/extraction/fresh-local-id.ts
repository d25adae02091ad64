/** An id that none of these parts has; two coders never compare ids. */
export function freshLocalId(letter: string, parts: readonly { readonly id: string }[]): string {
  let number = parts.length + 1;
  while (parts.some(({ id }) => id === `${letter}${number}`)) number += 1;
  return `${letter}${number}`;
}
