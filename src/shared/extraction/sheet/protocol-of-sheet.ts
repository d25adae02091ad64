import { blankProtocol, type Protocol } from '../../protocol';
import { hashText } from '../../kernel';
import type { Sheet } from './read-sheet';
import { sheetResults, type SheetResult } from './sheet-results';

type Measure = 'SMD' | 'MD' | 'OR' | 'RR' | 'RD' | 'HR' | 'IRR';

/** Measures as R's packages and RevMan name them. */
const measureNamed: readonly (readonly [name: RegExp, measure: Measure])[] = [
  [/^smd$|^std.*mean diff/iu, 'SMD'],
  [/^md$|^mean[ _]diff/iu, 'MD'],
  [/^(?:peto[ _]?)?or$|odds[ _]ratio/iu, 'OR'],
  [/^rr$|risk[ _]ratio/iu, 'RR'],
  [/^rd$|risk[ _]diff/iu, 'RD'],
  [/^hr$|hazard[ _]ratio/iu, 'HR'],
  [/^irr$|^rate[ _]ratio/iu, 'IRR'],
];

/**
 * What these results are pooled as: the measure the table names, else what is usual for such numbers: means as SMD, counts
 * as OR, rates and ratios as what they are.
 */
export function usualMeasure(results: readonly SheetResult[]): Measure {
  const named = new Set(results.map(({ measure }) => measureNamed.find(([name]) => name.test(measure))?.[1]));
  const [only] = named;
  if (named.size === 1 && only !== undefined) return only;
  const given = results.flatMap(({ numbers }) => numbers ?? []);
  const isOf = (...shapes: readonly string[]): boolean => given.some(({ shape }) => shapes.includes(shape));
  if (results.some(({ g }) => g !== undefined) || isOf('means-sds', 'means-ses', 'change-scores-sd'))
    return 'SMD';
  if (isOf('two-by-two')) return 'OR';
  if (isOf('rates')) return 'IRR';
  return given.find(({ ratioType }) => ratioType !== undefined)?.ratioType ?? 'SMD';
}

/**
 * A protocol for a table that has none: every outcome it names is one of the protocol, and everything else as usual. A
 * table without names has one outcome.
 */
export function protocolOfSheet(sheet: Sheet): Protocol {
  const results = sheetResults(sheet);
  const measure = usualMeasure(results);
  return {
    ...blankProtocol,
    outcomeDomains: distinct(results.map(({ domain }) => domain)).map((domain) => ({
      ...domain,
      definition: '',
      instruments: [],
    })),
    windows: [],
    effect: { ...blankProtocol.effect, measure: measure === 'HR' || measure === 'IRR' ? 'SMD' : measure },
  };
}

const distinct = (names: readonly string[]): { id: string; label: string }[] =>
  [...new Set(names)].map((name) => ({
    id: `outcome-${hashText(name).slice(0, 12)}`,
    label: name || 'All results',
  }));
