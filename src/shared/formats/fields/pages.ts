const anyDash = /[-\u2010-\u2015\u2212]/;

/**
 * Pages as printed: `start` alone if it already is a range or there is no other end, else "start-end". Ends are not
 * completed ("1095" and "103" give "1095-103"): that is for whoever compares.
 */
export function pagesOf(start: string | undefined, end: string | undefined): string | undefined {
  const from = start?.trim() ?? '';
  const to = end?.trim() ?? '';
  if (from === '') return to === '' ? undefined : to;
  if (to === '' || to === from || anyDash.test(from.slice(1))) return from;
  return `${from}-${to}`;
}
