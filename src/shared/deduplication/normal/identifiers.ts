import { normaliseDoi } from '../../formats/fields';

/** The DOI in a form that can be compared; undefined where the field holds none. */
export const normalDoi = (doi: string | undefined): string | undefined =>
  doi === undefined ? undefined : normaliseDoi(doi);

const digits = /\d{4,9}/;
export const normalPmid = (pmid: string | undefined): string | undefined =>
  pmid === undefined ? undefined : digits.exec(pmid)?.[0].replace(/^0+/, '');

/** "10.1002/14651858.CD001234.pub2": the review and its version (1 without ".pub"). Null for anything else. */
export function cochraneVersion(
  doi: string | undefined,
): { readonly review: string; readonly version: number } | null {
  const found = doi === undefined ? null : /^10\.1002\/14651858\.([a-z]{2}\d{6})(?:\.pub(\d+))?/.exec(doi);
  return found?.[1] === undefined ? null : { review: found[1], version: Number(found[2] ?? 1) };
}

/** Servers of preprints by DOI prefix, and by name. */
const preprintDoi =
  /^10\.(?:1101\/(?:\d{6}|20\d\d\.)|48550\/arxiv|21203\/rs|2139\/ssrn|31234\/osf|20944\/preprints|31219|36227|33774|26434|31222|35542|32388)/;
const preprintName =
  /\b(?:medrxiv|biorxiv|arxiv|psyarxiv|research square|ssrn|preprints?(?:\.org)?|authorea|osf)\b/i;

export const isPreprint = (
  doi: string | undefined,
  journal: string | undefined,
  type: string | undefined,
): boolean =>
  (doi !== undefined && preprintDoi.test(doi)) || preprintName.test(`${journal ?? ''} ${type ?? ''}`);

const meetingWords =
  /\b(?:conference|congress|annual meeting|scientific (?:meeting|sessions?)|symposium|proceedings of the .*(?:conference|meeting|symposium)|meeting ?abstracts?|abstracts?)\b/i;

/** Whether a record is a contribution to a meeting: by type, by the name of the journal, by a supplement. */
export const isMeetingReport = (
  journal: string | undefined,
  type: string | undefined,
  issue: string | undefined,
  title: string | undefined,
): boolean =>
  meetingWords.test(`${journal ?? ''} ${type ?? ''} ${issue ?? ''}`) ||
  /^(?:CONF|CPAPER|inproceedings|paper-conference)$/i.test(type ?? '') ||
  /\[(?:meeting |conference )?abstract/i.test(title ?? '');
