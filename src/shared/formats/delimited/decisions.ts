import type { ParsedRecord } from '../parsed-record';

/** What one coder decided about one record in another program. */
export type EarlierDecision = {
  /** Index of the record among those given. */
  readonly recordIndex: number;
  /** The coder's name in that program; the program's own name where it does not say who decided. */
  readonly coder: string;
  readonly vote: 'include' | 'exclude' | 'maybe';
  /** Reasons for exclusion; only with an exclude vote. Rayyan gives them for the record, not for one of its coders. */
  readonly reasons: readonly string[];
  readonly labels: readonly string[];
  /** The coder's own words; empty where there are none. */
  readonly note: string;
};

type Vote = EarlierDecision['vote'];
type Decision = Omit<EarlierDecision, 'recordIndex'>;

/**
 * Decisions that Rayyan, Covidence, ASReview, Abstrackr and EPPI-Reviewer wrote into their exports (CSV, Excel, RIS or JSON), in the order of
 * the records. Covidence exports one list at a time and does not say which: `listVote` is the decision that put the
 * records of such a list there. A record nobody decided about gives nothing.
 */
export function readDecisions(
  records: readonly ParsedRecord[],
  options: { readonly listVote?: Vote } = {},
): readonly EarlierDecision[] {
  return records.flatMap((record, recordIndex) => {
    const other = record.other ?? [];
    const named = [
      ...rayyan(other),
      ...covidence(other, options.listVote),
      ...asreview(record, other),
      ...abstrackr(other),
      ...eppiReviewer(other),
    ];
    const decisions = named.length > 0 ? named : ofAnyTable(other);
    return decisions.map((decision) => ({ recordIndex, ...decision }));
  });
}

type Other = readonly (readonly [name: string, value: string])[];

const votes: ReadonlyMap<string, Vote> = new Map([
  ['included', 'include'],
  ['include', 'include'],
  ['yes', 'include'],
  ['relevant', 'include'],
  ['1', 'include'],
  ['1.0', 'include'],
  ['true', 'include'],
  ['excluded', 'exclude'],
  ['exclude', 'exclude'],
  ['no', 'exclude'],
  ['irrelevant', 'exclude'],
  ['0', 'exclude'],
  ['0.0', 'exclude'],
  ['false', 'exclude'],
  ['maybe', 'maybe'],
  ['undecided', 'maybe'],
  ['unclear', 'maybe'],
]);

const voteOf = (word: string): Vote | undefined => votes.get(word.trim().toLowerCase());

const listed = (text: string, by: RegExp): readonly string[] =>
  text
    .split(by)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** `KEY: value | KEY: value` in the notes of a record; values are lists, or Ruby hashes by coder ({"Emily"=>"Included"}). */
const rayyanKeys = /(RAYYAN-INCLUSION|RAYYAN-LABELS|RAYYAN-EXCLUSION-REASONS|USER-NOTES)\s{0,3}:/g;
const inclusion = /"((?:[^"\\]|\\.){1,200})"\s{0,3}=>\s{0,3}"((?:[^"\\]|\\.){1,40})"/g;
const userNotes = /"((?:[^"\\]|\\.){1,200})"\s{0,3}=>\s{0,3}\[((?:[^[\]\\]|\\.){0,5000})\]/g;

function rayyan(other: Other): readonly Decision[] {
  const notes = other
    .map(([, value]) => value)
    .filter((value) => value.includes('RAYYAN-'))
    .join(' | ');
  if (notes === '') return [];
  const parts = new Map<string, string>();
  const keys = [...notes.matchAll(rayyanKeys)];
  keys.forEach((key, i) => {
    const value = notes.slice(key.index + key[0].length, keys[i + 1]?.index ?? notes.length);
    parts.set(key[1] ?? '', value.replace(/\|?\s*$/, '').trim());
  });
  const reasons = listed(parts.get('RAYYAN-EXCLUSION-REASONS') ?? '', /,/);
  const labels = listed(parts.get('RAYYAN-LABELS') ?? '', /,/);
  const noteOf = new Map(
    [...(parts.get('USER-NOTES') ?? '').matchAll(userNotes)].map(([, coder = '', texts = '']) => [
      coder,
      texts
        .replace(/^"|"$/g, '')
        .replace(/",\s{0,3}"/g, '\n')
        .replace(/\\"/g, '"'),
    ]),
  );
  return [...(parts.get('RAYYAN-INCLUSION') ?? '').matchAll(inclusion)].flatMap(
    ([, coder = '', word = '']) => {
      const vote = voteOf(word);
      if (vote === undefined) return [];
      const name = coder.replaceAll('\\"', '"');
      return [
        {
          coder: name,
          vote,
          reasons: vote === 'exclude' ? reasons : [],
          labels,
          note: noteOf.get(coder) ?? '',
        },
      ];
    },
  );
}

/** "Exclusion reason: Wrong population; Jane Doe (2021-03-04 05:06:07)(Screen): words" in the notes of Covidence. */
const covidenceReason = /Exclusion reason:\s{0,3}([^;\n]{1,300})/gi;
const covidenceNote =
  /([^;:()\n]{1,100}) \(\d{4}-\d{2}-\d{2}[^)]{0,30}\)(?:\([^)]{0,40}\))?:\s{0,3}([^;\n]{1,2000})/g;

function covidence(other: Other, listVote: Vote | undefined): readonly Decision[] {
  if (!other.some(([name]) => /^covidence ?#?$/i.test(name))) return [];
  const notes = valueOf(other, /^notes?$/i) ?? '';
  const reasons = [...notes.matchAll(covidenceReason)].map(([, reason = '']) => reason.trim());
  const vote = reasons.length > 0 ? 'exclude' : listVote;
  if (vote === undefined) return [];
  const words = [...notes.matchAll(covidenceNote)].map(
    ([, coder = '', text = '']) => `${coder.trim()}: ${text.trim()}`,
  );
  const labels = listed(valueOf(other, /^tags?$/i) ?? '', /[;,]/);
  return [
    { coder: 'Covidence', vote, reasons: vote === 'exclude' ? reasons : [], labels, note: words.join('\n') },
  ];
}

const asreviewColumns =
  /^(?:asreview_label|asreview_included|included|label_included|final_included|record_label)$/i;

/** ASReview: a column with 1 and 0 (empty or -1: not seen), or in RIS a note or keyword "ASReview_relevant". */
function asreview(record: ParsedRecord, other: Other): readonly Decision[] {
  const column = valueOf(other, asreviewColumns);
  const mark = [...other.map(([, value]) => value), ...record.keywords]
    .map((text) => /\bASReview_(relevant|irrelevant)\b/i.exec(text)?.[1])
    .find((word) => word !== undefined);
  const vote = voteOf(column ?? mark ?? '');
  if (vote === undefined) return [];
  const note = valueOf(other, /^(?:asreview_note|exported_notes(?:_\d{1,3})?)$/i) ?? '';
  const labels = listed((valueOf(other, /^asreview_tags?$/i) ?? '').replace(/[[\]"']/g, ''), /[;,]/);
  return [{ coder: 'ASReview', vote, reasons: [], labels, note }];
}

const abstrackrOwn = /^\((?:internal|source)\) id$|^(?:notes|tags|pubmed id|journal|refman|consensus)$/i;

/** Abstrackr: one column per coder with 1 (relevant), 0 (borderline), -1 (not relevant). */
function abstrackr(other: Other): readonly Decision[] {
  if (!other.some(([name]) => /^\(internal\) id$/i.test(name))) return [];
  const labels = listed(valueOf(other, /^tags$/i) ?? '', /[;,]/);
  const note = valueOf(other, /^notes$/i) ?? '';
  const byNumber: Readonly<Record<string, Vote>> = { '1': 'include', '0': 'maybe', '-1': 'exclude' };
  return other.flatMap(([coder, value]) => {
    const vote = abstrackrOwn.test(coder) ? undefined : byNumber[value.trim()];
    return vote === undefined ? [] : [{ coder, vote, reasons: [], labels, note }];
  });
}

/** EPPI-Reviewer: a code whose type is to include or to exclude; codes of neither type are labels. */
function eppiReviewer(other: Other): readonly Decision[] {
  const codes = (name: string): readonly string[] =>
    other.flatMap(([own, value]) => (own === `EPPI-Reviewer ${name}` ? listed(value, /; /) : []));
  const reasons = codes('exclude');
  const included = codes('include').length > 0;
  if (reasons.length === 0 && !included) return [];
  const vote = reasons.length > 0 ? 'exclude' : 'include';
  return [{ coder: 'EPPI-Reviewer', vote, reasons, labels: codes('codes'), note: '' }];
}

/** Columns of other programs (colandr, Sysrev, DistillerSR and lists made by hand) in which a decision stands. */
const decisionColumns =
  /^(?:(?:citation|title|abstract|full[- _]?text|title[ _]abstract)[ _])?(?:screening[ _])?(?:decision|status|verdict|vote)$|^include\??$/i;
const coderColumns = /^(?:user(?:[ _]name)?|reviewer|coder|screener|rater)$/i;
const reasonColumns = /^(?:exclusion[ _]reasons?|reasons?(?: for)? exclu(?:sion|ded)|reason)$/i;

/** A column that is named after a decision and holds one; who decided is said by another column, or is the table. */
function ofAnyTable(other: Other): readonly Decision[] {
  const said = other.filter(([name]) => decisionColumns.test(name)).map(([, value]) => voteOf(value));
  const vote = said.find((one) => one !== undefined);
  if (vote === undefined) return [];
  const reasons = vote === 'exclude' ? listed(valueOf(other, reasonColumns) ?? '', /[;|]/) : [];
  return [{ coder: valueOf(other, coderColumns) ?? 'Table', vote, reasons, labels: [], note: '' }];
}

const valueOf = (other: Other, name: RegExp): string | undefined =>
  other.find(([own]) => name.test(own))?.[1];
