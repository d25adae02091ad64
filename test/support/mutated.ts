import fc from 'fast-check';

/** How many inputs a fuzz test tries: few in `npm test`, many in `npm run fuzz-ledger`. */
export const fuzzRuns = (few: number): number => {
  const asked = Number(process.env['CONCORD_FUZZ_RUNS'] ?? '');
  return Number.isInteger(asked) && asked > 0 ? asked : few;
};

type Change =
  | { readonly how: 'flip' | 'insert'; readonly at: number; readonly by: number }
  | { readonly how: 'cut' | 'double'; readonly at: number; readonly length: number }
  | { readonly how: 'token'; readonly at: number; readonly token: string };

const at = fc.double({ min: 0, max: 1, noNaN: true });
const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    how: fc.constantFrom('flip' as const, 'insert' as const),
    at,
    by: fc.integer({ min: 1, max: 255 }),
  }),
  fc.record({ how: fc.constantFrom('cut' as const, 'double' as const), at, length: fc.nat(40) }),
  fc.record({
    how: fc.constant('token' as const),
    at,
    token: fc.constantFrom(
      'null',
      '-1',
      '1e999',
      '"',
      '{',
      '}',
      '[',
      ']',
      '\\u0000',
      '\u202e',
      '"__proto__":{"a":1},',
      '"constructor":1,',
      '\n',
      '9007199254740993',
      '😀',
    ),
  }),
);

/** Texts that were damaged in one to four places, among them the text as it is. */
export const mutated = (text: string): fc.Arbitrary<string> =>
  fc.array(anyChange, { maxLength: 4 }).map((changes) => changes.reduce(applied, text));

function applied(text: string, change: Change): string {
  const place = Math.floor(change.at * text.length);
  switch (change.how) {
    case 'flip':
      return (
        text.slice(0, place) +
        String.fromCharCode((text.charCodeAt(place) || 0) ^ change.by) +
        text.slice(place + 1)
      );
    case 'insert':
      return text.slice(0, place) + String.fromCharCode(change.by) + text.slice(place);
    case 'cut':
      return text.slice(0, place) + text.slice(place + change.length);
    case 'double':
      return text.slice(0, place + change.length) + text.slice(place);
    case 'token':
      return text.slice(0, place) + change.token + text.slice(place);
  }
}
