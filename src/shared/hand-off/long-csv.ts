import { csvText, PoolingSheetRow } from '../export';
import { readRows } from '../formats/delimited';
import { err, ok, type Result } from '../kernel';

/**
 * The pooling sheet in long form: one line for every number or word of a row, so that programs that know nothing of
 * effect sizes can filter and reshape it. Reading it back gives the rows again.
 */
export const longColumns = [
  'study_id',
  'study',
  'result_id',
  'part',
  'name',
  'value',
  'type',
  'page',
  'quote',
] as const;

type Part = 'row' | 'value' | 'effect' | 'risk-of-bias' | 'characteristic';
type Line = {
  readonly part: Part;
  readonly name: string;
  readonly value: string | number | boolean | null;
  readonly page?: string;
  readonly quote?: string;
};

const rowFields = [
  'domainId',
  'domain',
  'outcome',
  'instrument',
  'higherIsBetter',
  'timepoint',
  'weeks',
  'windowId',
  'window',
  'armT',
  'armC',
  'comparator',
  'shape',
] as const satisfies readonly (keyof PoolingSheetRow)[];

export function longCsv(rows: readonly PoolingSheetRow[]): string {
  const lines = rows.flatMap((row) =>
    linesOf(row).map(({ part, name, value, page, quote }) => [
      asText(row.studyId),
      asText(row.study),
      asText(row.resultId),
      part,
      asText(name),
      typeof value === 'string' ? asText(value) : String(value ?? ''),
      value === null ? 'null' : typeof value,
      asText(page ?? ''),
      asText(quote ?? ''),
    ]),
  );
  return csvText([longColumns, ...lines]);
}

/** A text that starts as a formula, or with the apostrophe that guards one, gets an apostrophe; reading takes it off. */
const asText = (text: string): string => (text.startsWith("'") ? `'${text}` : text);
const fromText = (text: string): string => (/^'['=+\-@\t\r]/u.test(text) ? text.slice(1) : text);

function linesOf(row: PoolingSheetRow): Line[] {
  const places = row.places ?? {};
  return [
    ...rowFields.map((name): Line => ({ part: 'row', name, value: row[name] })),
    ...(row.imputed === undefined ? [] : [{ part: 'row' as const, name: 'imputed', value: row.imputed }]),
    ...Object.entries(row.values).map(([name, value]): Line => ({
      part: 'value',
      name,
      value,
      ...places[name],
    })),
    ...Object.entries(places)
      .filter(([name]) => row.values[name] === undefined)
      .map(([name, place]): Line => ({ part: 'value', name, value: null, ...place })),
    { part: 'effect', name: 'estimate', value: row.estimate },
    { part: 'effect', name: 'se', value: row.se },
    ...Object.entries(row.riskOfBias).map(([name, value]): Line => ({ part: 'risk-of-bias', name, value })),
    ...Object.entries(row.characteristics).map(([name, value]): Line => ({
      part: 'characteristic',
      name,
      value,
    })),
  ];
}

export type LongCsvError = { readonly code: 'not-long-form' | 'row-incomplete'; readonly detail: string };

/** The rows of a file in long form, in its order. */
export function rowsOfLongCsv(text: string): Result<PoolingSheetRow[], LongCsvError> {
  const [head, ...body] = readRows(text, ',').rows;
  if (head?.cells.join(',') !== longColumns.join(','))
    return err({ code: 'not-long-form', detail: head?.cells.join(',') ?? '' });
  const drafts = new Map<string, { [field: string]: unknown }>();
  for (const { cells } of body) {
    const [
      studyId = '',
      study = '',
      resultId = '',
      part = '',
      name = '',
      raw = '',
      type = '',
      page = '',
      quote = '',
    ] = cells.map(fromText);
    const key = `${studyId}\u0000${resultId}`;
    const draft = drafts.get(key) ?? {
      studyId,
      study,
      resultId,
      values: {},
      riskOfBias: {},
      characteristics: {},
    };
    drafts.set(key, draft);
    const value = valueOf(raw, type);
    if (part === 'row' || part === 'effect') draft[name] = value;
    else if (part === 'value') {
      if (value !== null) put(draft, 'values', name, value);
      if (page !== '' || quote !== '')
        put(draft, 'places', name, { ...(page === '' ? {} : { page }), ...(quote === '' ? {} : { quote }) });
    } else put(draft, part === 'risk-of-bias' ? 'riskOfBias' : 'characteristics', name, value);
  }
  const rows: PoolingSheetRow[] = [];
  for (const draft of drafts.values()) {
    const row = PoolingSheetRow.safeParse(draft);
    if (!row.success)
      return err({ code: 'row-incomplete', detail: row.error.issues[0]?.path.join('.') ?? '' });
    rows.push(row.data);
  }
  return ok(rows);
}

function put(draft: { [field: string]: unknown }, field: string, name: string, value: unknown): void {
  const before = draft[field];
  draft[field] = { ...(typeof before === 'object' ? before : {}), [name]: value };
}

const valueOf = (raw: string, type: string): string | number | boolean | null => {
  if (type === 'null') return null;
  if (type === 'number') return Number(raw);
  return type === 'boolean' ? raw === 'true' : raw;
};
