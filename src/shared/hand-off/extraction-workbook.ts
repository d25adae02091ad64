import {
  compareExtractions,
  fieldsOfForm,
  shapeForm,
  type ExtractedResult,
  type ExtractionContent,
} from '../extraction';
import type { AuthorId, StudyId } from '../kernel';
import type { Catalogue } from '../i18n';
import { currentProtocol, studiesOf, type ReviewState, type Study } from '../review';
import type { WorkbookCell, WorkbookTab } from './xlsx';

type Words = Catalogue['handOff']['workbook'];

/**
 * The extraction sheet with everybody's entries: the reconciled one first, then one tab for each coder, a line for each
 * result, cells that differ from the reconciled ones marked and named. Only studies that are final are in it: before
 * that, a coder's entries are not the other's to see.
 */
export function extractionTabs(
  state: ReviewState,
  labelOf: (study: Study) => string,
  words: Words,
): WorkbookTab[] {
  const finals = studiesOf(state).flatMap((study) => {
    const final = state.finalExtractions.get(study.studyId);
    return final
      ? [{ studyId: study.studyId, label: study.label ?? labelOf(study), content: final.body.content }]
      : [];
  });
  const coders = new Map<AuthorId, Map<StudyId, ExtractionContent>>();
  for (const { studyId } of finals)
    for (const [authorId, { body }] of state.extractions.get(studyId) ?? []) {
      const own = coders.get(authorId) ?? new Map<StudyId, ExtractionContent>();
      coders.set(authorId, own.set(studyId, body.content));
    }
  const all = [
    ...finals.map(({ content }) => content),
    ...[...coders.values()].flatMap((own) => [...own.values()]),
  ];
  const columns = columnsOf(all);
  const domainOf = (id: string | null): string =>
    currentProtocol(state)?.protocol.outcomeDomains.find((domain) => domain.id === id)?.label ?? '';
  const head = (extra: readonly string[]): WorkbookCell[] =>
    [
      words.study,
      words.domain,
      words.instrument,
      words.time,
      words.weeks,
      words.shape,
      words.higherIsBetter,
      ...columns.numbers,
      ...columns.characteristics,
      ...extra,
    ].map((value) => ({ value, mark: 'head' }));
  const line = (
    label: string,
    content: ExtractionContent,
    result: ExtractedResult,
    differs: Differs,
  ): WorkbookCell[] => {
    const cell = (value: string | number | null, field: string): WorkbookCell =>
      differs.fields.has(field) ? { value: value ?? '–', mark: 'differs' } : { value };
    return [
      { value: label },
      { value: domainOf(result.domainId) },
      cell(result.instrument, 'result'),
      cell(result.timepoint.label, 'result'),
      cell(result.timepoint.weeks, 'weeks'),
      cell(result.shape, 'shape'),
      cell(result.higherIsBetter ? words.yes : words.no, 'higherIsBetter'),
      ...columns.numbers.map((field) => {
        const entry = result.input[field];
        return cell(entry ? (entry.value ?? entry.text) : null, field);
      }),
      ...columns.characteristics.map((field) =>
        differs.characteristics.has(field)
          ? { value: content.characteristics[field] ?? '–', mark: 'differs' as const }
          : { value: content.characteristics[field] ?? null },
      ),
    ];
  };
  const none: Differs = { fields: new Set(), characteristics: new Set() };
  const reconciled: WorkbookTab = {
    name: words.final,
    rows: [
      head([]),
      ...finals.flatMap(({ label, content }) =>
        content.results.map((result) => line(label, content, result, none)),
      ),
    ],
  };
  const perCoder = [...coders].map(([authorId, own]): WorkbookTab => {
    const rows = finals.flatMap(({ studyId, label, content: final }) => {
      const content = own.get(studyId);
      return (content?.results ?? []).map((result) => {
        if (!content) return [];
        const differs = differencesOf(content, final, result);
        const names = [...differs.fields, ...differs.characteristics].map((name) =>
          name === 'result' ? words.missing : name,
        );
        const marked: WorkbookCell =
          names.length === 0 ? { value: '' } : { value: names.join(', '), mark: 'differs' };
        return [...line(label, content, result, differs), marked];
      });
    });
    return { name: state.coders.get(authorId)?.name ?? authorId, rows: [head([words.differs]), ...rows] };
  });
  return [reconciled, ...perCoder];
}

type Differs = { readonly fields: ReadonlySet<string>; readonly characteristics: ReadonlySet<string> };

/** What a result of a coder says otherwise than the final extraction; `result` where that has no such result. */
function differencesOf(own: ExtractionContent, final: ExtractionContent, result: ExtractedResult): Differs {
  const alone: ExtractionContent = { ...own, results: [result] };
  const differences = compareExtractions(alone, final);
  const fields = differences.flatMap(({ about, field, second }) => {
    if (about === 'cell') return [field];
    return about === 'result' && second === null ? ['result'] : [];
  });
  return {
    fields: new Set(fields),
    characteristics: new Set(
      differences.filter(({ about }) => about === 'characteristic').map(({ subject }) => subject),
    ),
  };
}

/** Every number and characteristic anybody entered, numbers in the order of their forms. */
function columnsOf(contents: readonly ExtractionContent[]): {
  readonly numbers: readonly string[];
  readonly characteristics: readonly string[];
} {
  const numbers = new Set<string>();
  const characteristics = new Set<string>();
  for (const content of contents) {
    for (const field of Object.keys(content.characteristics)) characteristics.add(field);
    for (const { shape, input } of content.results) {
      const form = shapeForm(shape);
      const inOrder = form ? fieldsOfForm(form).map(({ name }) => name) : [];
      for (const field of inOrder) if (input[field] !== undefined) numbers.add(field);
      for (const field of Object.keys(input)) numbers.add(field);
    }
  }
  return { numbers: [...numbers], characteristics: [...characteristics] };
}
