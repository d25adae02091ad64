import { findRegistrations } from '../../formats/fields';

/** What a record says of trial registers. */
export type NormalRegistration = {
  /** The number of the entry, where the record is the entry of a register and no report. */
  readonly entry: string | undefined;
  /** All numbers it names, those of other registers (secondary ids) and of its abstract among them. */
  readonly numbers: readonly string[];
};

/** What is read of a record; see `Citation`. */
type Registered = {
  readonly journal?: string;
  readonly pages?: string;
  readonly doi?: string;
  readonly pmid?: string;
  readonly type?: string;
  readonly authors: readonly string[];
  readonly registrations?: readonly string[];
  readonly namedNumbers?: readonly string[];
  readonly abstract?: string;
};

/** A number as all registers' copies of it agree: capitals, no spaces or hyphens, no prefix of the list it was copied into. */
export const normalRegistration = (number: string): string =>
  number
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/^(?:JPRN|EUCTR|CTIS|EUDRACT)(?=[A-Z\d])/, '');

/** Names under which exports give a register where articles have a journal, by the beginning of its own numbers. */
const registers: readonly (readonly [name: RegExp, number: RegExp])[] = [
  [/clinical\s?trials\.gov/i, /^NCT/],
  [/isrctn/i, /^ISRCTN/],
  [/\bdrks\b|german clinical trials? register|deutsches register klinischer/i, /^DRKS/],
  [/\banzctr\b|australian new zealand clinical/i, /^ACTRN/],
  [/chictr|chinese clinical trial regist/i, /^CHICTR/],
  [/eudract|eu-?ctr|\bctis\b|eu clinical trials regist|clinicaltrialsregister\.eu/i, /^(?:19|20)\d/],
  [/\bctri\b|clinical trials? registry.{0,3}india/i, /^CTRI/],
  [/\birct\b|iranian registry/i, /^IRCT/],
  [/\bjprn\b|\bumin\b|\bjrct\b|japan registry/i, /^(?:UMIN|JRCT|JAPICCTI)/],
  [
    /\bntr\b|netherlands trial regist|nederlands trial regist|trialregister\.nl|onderzoekmetmensen/i,
    /^(?:NTR|NL)/,
  ],
  [/pactr|pan african/i, /^PACTR/],
  [/rebec|ensaios? ?clinicos?/i, /^RBR/],
  [/\bcris\b|\bkct\b|clinical research information service/i, /^KCT/],
  [/slctr|sri lanka clinical/i, /^SLCTR/],
  [/tctr|thai clinical/i, /^TCTR/],
  [/\brpcec\b|registro p[uú]blico cubano/i, /^RPCEC/],
  [/\bictrp\b|trialsearch\.who\.int|who international clinical trials|trial regist(?:er|ry)/i, /./],
];

/** Publication types of entries: those of registers themselves, and what CENTRAL calls them. */
const entryType = /^(?:interventional|observational|expanded.access|trial regist)/i;
/** The DOI that ISRCTN gives its entries. */
const entryDoi = /^10\.1186\/isrctn\d/i;

/**
 * The entry of a register has no pages and no PubMed id, and its register stands where articles have a journal; where
 * nothing stands there, its type says what it is.
 */
function entryOf(record: Registered, own: readonly string[]): string | undefined {
  const { journal, pages, doi, pmid, type } = record;
  if (own.length === 0 || pages !== undefined || pmid !== undefined) return undefined;
  if (doi !== undefined && !entryDoi.test(doi)) return undefined;
  if (journal === undefined) return entryType.test(type ?? '') ? own[0] : undefined;
  const named = registers.find(([name]) => name.test(journal));
  if (named === undefined) return undefined;
  return own.find((number) => named[1].test(number)) ?? own[0];
}

/** More numbers than these in one abstract: it tells of other people's trials. */
const mostNamed = 3;
/** Only abstracts that hold one of these are searched for numbers. */
const hint =
  /NCT\s?\d|ISRCTN|EudraCT|DRKS\d|ACTRN|ChiCTR|UMIN\d|CTRI\/|IRCT\d|NTR\s?\d|NL\d{4}|KCT\d|PACTR|TCTR\d|RBR-|jRCT|U1111/i;

/** The numbers an abstract names, as written there; none where it names so many that it tells of other people's trials. */
export function numbersNamedIn(abstract: string | undefined): readonly string[] {
  if (abstract === undefined || !hint.test(abstract)) return [];
  const found = findRegistrations(abstract);
  return found.length > mostNamed ? [] : found;
}

/** What most records say of registers. */
const unregistered: NormalRegistration = { entry: undefined, numbers: [] };

export function normalRegistrations(record: Registered): NormalRegistration {
  const own = (record.registrations ?? []).map(normalRegistration);
  const named = (record.namedNumbers ?? numbersNamedIn(record.abstract)).map(normalRegistration);
  if (own.length === 0 && named.length === 0) return unregistered;
  return { entry: entryOf(record, own), numbers: [...new Set([...own, ...named])] };
}

/** Whether two records name one number. */
export const shareNumber = (a: NormalRegistration, b: NormalRegistration): boolean =>
  a.numbers.some((number) => b.numbers.includes(number));
