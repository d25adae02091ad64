const dashes = /[\u2010-\u2015\u2212]/g;

/**
 * Pages as printed, with plain hyphens: `start` alone if it already is a range or there is no other end, else "start-end". Ends are not
 * completed ("1095" and "103" give "1095-103"): that is for whoever compares.
 */
export function pagesOf(start: string | undefined, end: string | undefined): string | undefined {
  const from = start?.trim().replace(dashes, '-') ?? '';
  const to = end?.trim().replace(dashes, '-') ?? '';
  if (from === '') return to === '' ? undefined : to;
  if (to === '' || to === from || from.includes('-', 1)) return from;
  return `${from}-${to}`;
}
