import type { ExtractedResult, ExtractionContent } from '@shared/extraction';
import { StudyId } from '@shared/kernel';
import type { EventBody } from '@shared/review';

/** Invented trials in a ledger: studies added by hand, extracted, settled. */

export const vos = StudyId.parse('vos-2020');
export const kuiper = StudyId.parse('kuiper-2021');

type Numbers = { readonly [field: string]: number };

/** A result in the first outcome domain of the template, on an instrument the protocol does not know. */
export const invented = (values: Numbers, edit: Partial<ExtractedResult> = {}): ExtractedResult => ({
  id: 'r1',
  domainId: 'personal',
  outcome: 'recovery',
  instrument: 'Harbour Recovery Scale',
  instrumentId: null,
  higherIsBetter: true,
  timepoint: { label: 'post', weeks: 12, windowId: 'post' },
  armT: 'a1',
  armC: 'a2',
  shape: 'means-sds',
  input: Object.fromEntries(
    Object.entries(values).map(([field, value]) => [field, { text: String(value), value }]),
  ),
  note: '',
  ...edit,
});

export const sound: Numbers = { meanT: 90, sdT: 10, nT: 50, meanC: 87, sdC: 10.5, nC: 52 };
/** The SDs are standard errors of the same scale. */
export const withErrors: Numbers = { meanT: 91, sdT: 1.4, nT: 51, meanC: 88, sdC: 1.5, nC: 49 };

export const contentOf = (...results: readonly ExtractedResult[]): ExtractionContent => ({
  characteristics: { year: '2020', country: 'NL' },
  arms: [
    { id: 'a1', label: 'Peer support', role: 'intervention', comparatorId: null, randomised: null },
    { id: 'a2', label: 'Usual care', role: 'comparator', comparatorId: null, randomised: null },
  ],
  results: [...results],
});

export const studyAdded = (studyId: StudyId, label: string): EventBody => ({
  kind: 'studyAdded',
  version: 1,
  studyId,
  label,
  origin: 'hand',
});

export const extractionSaved = (
  studyId: StudyId,
  content: ExtractionContent,
  complete = true,
): EventBody => ({ kind: 'extractionSaved', version: 1, studyId, content, complete });

export const madeFinal = (studyId: StudyId, content: ExtractionContent): EventBody => ({
  kind: 'extractionReconciled',
  version: 1,
  studyId,
  content,
  settles: [],
  method: 'consensus',
  note: '',
});
