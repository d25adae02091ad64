import { shapeById } from '../effect-size';
import type { LocalId } from '../kernel';
import type { DataKind, Protocol } from '../protocol';
import type { ExtractedResult } from './content';

/** What a person decided about one result, against the rule or beside it. */
export type ResultUse = { readonly use: boolean; readonly reason: string };

/** Whether a result goes into the sheet, and why. */
export type ResultChoice = {
  readonly used: boolean;
  readonly why:
    'no-rule' | 'only-one' | 'first-by-rule' | 'other-data' | 'other-time' | 'other-instrument' | 'by-hand';
  /** The result that is used in its place. */
  readonly insteadOf?: LocalId;
};

/** In which of the four ways a form gives an effect. */
export function dataKindOf(shapeId: string): DataKind {
  const shape = shapeById(shapeId);
  const events = shape?.fields.some(({ name }) => /^(?:events|percent)/u.test(name)) ?? false;
  if (events) return 'events';
  const means = shape?.fields.some(({ name }) => /^(?:mean|adjMean|armT$)/u.test(name)) ?? false;
  switch (shape?.family) {
    case 'change':
    case 'pre-post':
      return 'change';
    case 'means':
    case 'medians':
      return 'post';
    case 'adjusted':
    case 'design':
      return means ? 'post' : 'reported';
    default:
      return 'reported';
  }
}

/**
 * Which of several compatible results of one study go into the sheet. Results are compatible when they are of one outcome
 * domain, window and comparison. Of one instrument, one is taken: by the order of kinds of data, then by time where the
 * protocol says which. Of several instruments, all or the first by the protocol's order. What a person decided goes before.
 * @param gives whether a result gives an effect; one that gives none is never chosen
 * @param decided what persons decided, by result
 */
export function chooseResults(
  results: readonly ExtractedResult[],
  protocol: Pick<Protocol, 'extraction' | 'outcomeDomains'>,
  gives: (result: ExtractedResult) => boolean,
  decided: ReadonlyMap<LocalId, ResultUse> = new Map(),
): ReadonlyMap<LocalId, ResultChoice> {
  const rule = protocol.extraction?.selection;
  const choices = new Map<LocalId, ResultChoice>();
  const candidates: ExtractedResult[] = [];
  for (const result of results) {
    const own = decided.get(result.id);
    if (own) choices.set(result.id, { used: own.use, why: 'by-hand' });
    if (!own && !rule) choices.set(result.id, { used: true, why: 'no-rule' });
    if (rule && own?.use !== false && gives(result)) candidates.push(result);
  }
  if (!rule) return choices;
  const instruments = protocol.outcomeDomains.flatMap((domain) => domain.instruments.map(({ id }) => id));
  const dataRank = ({ shape }: ExtractedResult): number => rank(rule.dataOrder, dataKindOf(shape));
  const instrumentRank = ({ instrumentId }: ExtractedResult): number => rank(instruments, instrumentId);
  const timeRank = ({ timepoint: { weeks } }: ExtractedResult): number =>
    (weeks ?? Number.MAX_SAFE_INTEGER) * (rule.withinWindow === 'latest' ? -1 : 1);
  const byHand = (result: ExtractedResult): number => (decided.get(result.id)?.use === true ? 0 : 1);
  const drop = (result: ExtractedResult, why: ResultChoice['why'], insteadOf: LocalId): void => {
    if (!choices.has(result.id)) choices.set(result.id, { used: false, why, insteadOf });
  };

  for (const compatible of grouped(candidates, placeOf)) {
    const perInstrument = grouped(compatible, measureOf).flatMap((same) => {
      const times = rule.withinWindow === 'all' ? grouped(same, timeOf) : [same];
      return times.flatMap((options) => {
        const [first, ...others] = sorted(options, [byHand, dataRank, timeRank]);
        if (!first) return [];
        // What no rule tells apart stays: two rows of a sheet, say. Duplicates are a matter of the checks.
        return [
          first,
          ...others.filter((other) => {
            const sameData = dataRank(other) === dataRank(first);
            if (sameData && timeRank(other) === timeRank(first) && byHand(other) === byHand(first))
              return true;
            drop(other, sameData ? 'other-time' : 'other-data', first.id);
            return decided.get(other.id)?.use === true;
          }),
        ];
      });
    });
    const ordered = sorted(perInstrument, [byHand, instrumentRank, dataRank, timeRank]);
    const [first] = ordered;
    for (const result of ordered) {
      if (rule.several === 'first' && first && measureOf(result) !== measureOf(first))
        drop(result, 'other-instrument', first.id);
      else if (!choices.has(result.id))
        choices.set(result.id, {
          used: true,
          why: compatible.length === 1 ? 'only-one' : 'first-by-rule',
        });
    }
  }
  // A result without an effect stays: the sheet says why it is left out.
  for (const { id } of results) if (!choices.has(id)) choices.set(id, { used: true, why: 'only-one' });
  return choices;
}

const placeOf = ({ domainId, outcome, timepoint, armT, armC }: ExtractedResult): string =>
  [domainId ?? `outcome ${outcome}`, timepoint.windowId ?? `at ${timepoint.label}`, armT, armC].join(
    '\u0000',
  );

const measureOf = ({ instrumentId, instrument, outcome }: ExtractedResult): string =>
  `${instrumentId ?? instrument}\u0000${outcome}`;

const timeOf = ({ timepoint: { weeks, label } }: ExtractedResult): string => String(weeks ?? label);

const rank = <T>(order: readonly T[], value: T | null): number => {
  const at = order.findIndex((one) => one === value);
  return at < 0 ? order.length : at;
};

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}

/** By several ranks, the first that tells two apart; else as they stood. */
const sorted = <T>(items: readonly T[], ranks: readonly ((item: T) => number)[]): T[] =>
  [...items].sort((a, b) => {
    for (const of of ranks) if (of(a) !== of(b)) return of(a) - of(b);
    return 0;
  });
