import { findRegistrations } from '../fields';
import type { NamedFields } from './named-fields';

/** Columns (or members, or labels) that only a trial register has: the number under which it keeps the trial. */
const ownNumber =
  /^(?:nct[ _]?(?:number|id)|nctid|trial ?id|isrctn(?:[ _]number)?|drks[-_ ]?id|eudract[ _]number|euct[ _]number|ctri[ _]number|actrn(?:umber)?|chictr[ _]?(?:number|id)|registration[ _]number)$/i;

/** Whether a table is that of a trial register: a column holds its numbers. */
export const isRegister = (titles: readonly string[]): boolean =>
  titles.some((title) => ownNumber.test(title.trim().replace(/^"|"$/g, '')));

/** What stands for the journal of an entry that does not name its register. */
const registerNames: readonly (readonly [number: RegExp, name: string])[] = [
  [/^NCT/i, 'ClinicalTrials.gov'],
  [/^ISRCTN/i, 'ISRCTN'],
  [/^ACTRN/i, 'ANZCTR'],
  [/^DRKS/i, 'DRKS'],
  [/^ChiCTR/i, 'ChiCTR'],
  [/^CTRI/i, 'CTRI'],
  [/^(?:19|20)\d\d-/, 'EU Clinical Trials Register'],
];

/** What screening reads of a trial, by the columns in which registers write it. */
const described: readonly (readonly [label: string, column: RegExp])[] = [
  ['SCIENTIFIC TITLE', /^(?:scientific|official)[ _]?title$/i],
  ['CONDITION', /^(?:conditions?|health condition.{0,40})$/i],
  ['INTERVENTION', /^interventions?(?:\(s\))?$/i],
  ['DESIGN', /^study[ _]designs?$/i],
  ['PARTICIPANTS', /^(?:inclusion[ _]criteria|eligibility.{0,40})$/i],
  ['PRIMARY OUTCOME', /^(?:primary )?outcomes?(?: measures?)?(?:\(s\))?$|^primary[ _]outcome.{0,20}$/i],
];

/**
 * A row of a register as a record: its own number is the accession, the register the journal, and what the trial is about
 * the abstract, behind a summary where there is one.
 */
export function entryOfRegister<T extends Omit<NamedFields, 'line'>>(fields: T): T {
  const { single, other } = fields;
  const number = findRegistrations(single.registration ?? '')[0];
  const parts = described.flatMap(([label, column]) => {
    const value = other.find(([name]) => column.test(name))?.[1];
    return value === undefined ? [] : [`${label}: ${value.replaceAll('|', '; ')}`];
  });
  const subjects =
    fields.keywords.length === 0 ? [] : [`CONDITION, INTERVENTION: ${fields.keywords.join('; ')}`];
  const abstract = [single.abstract ?? '', ...subjects, ...parts].filter((part) => part !== '').join(' ');
  return {
    ...fields,
    single: {
      ...single,
      ...(abstract === '' ? {} : { abstract }),
      accession: single.accession ?? number,
      journal: single.journal ?? registerNames.find(([prefix]) => prefix.test(number ?? ''))?.[1],
    },
  };
}
