/**
 * Possible total scores of instruments that are often used, the widest scoring in use where there are several. For
 * checks only, where the protocol gives no range. From the instruments' own manuals.
 */
type Scores = {
  readonly name: RegExp;
  readonly min: number;
  readonly max: number;
  /** Scored as a sum of whole numbers. */
  readonly whole: boolean;
};

const known: readonly Scores[] = [
  { name: /\bEPDS\b|edinburgh postnatal/iu, min: 0, max: 30, whole: true },
  { name: /\bCES-?D\b/iu, min: 0, max: 60, whole: true },
  { name: /\bPHQ-?9\b/iu, min: 0, max: 27, whole: true },
  { name: /\bGAD-?7\b/iu, min: 0, max: 21, whole: true },
  { name: /\bBDI\b|beck depression inventory/iu, min: 0, max: 63, whole: true },
  { name: /\bHoNOS\b/u, min: 0, max: 48, whole: true },
  { name: /\bGAF\b|global assessment of functioning/iu, min: 0, max: 100, whole: true },
  { name: /rosenberg/iu, min: 0, max: 40, whole: true },
  { name: /\bMANSA\b|manchester short assessment/iu, min: 1, max: 7, whole: false },
  { name: /\bWEMWBS\b/u, min: 7, max: 70, whole: true },
];

/** Undefined where the instrument is not known, or where the name says that a part of it is meant. */
export function scoresOf(instrument: string): Omit<Scores, 'name'> | undefined {
  if (/subscale|pooled|item mean|per item/iu.test(instrument)) return undefined;
  return known.find(({ name }) => name.test(instrument));
}
