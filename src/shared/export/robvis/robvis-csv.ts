import { readRows } from '../../formats/delimited';
import { err, ok, type Result } from '../../kernel';
import { plainJudgement, signOfJudgement } from '../../risk-of-bias';
import { csvText } from '../delimited-text';
import type { RatingTable } from './rating-table';

/**
 * A file the R package robvis (McGuinness & Higgins 2021) reads as it is: one row per study, a column per domain, full
 * words, `Overall` last. A place without a judgement is "No information", for robvis drops what is empty.
 * @param weighted adds the column `Weight`, which its summary plot takes and its traffic-light plot does not
 */
export function robvisCsv(
  table: RatingTable,
  { weighted = false }: { readonly weighted?: boolean } = {},
): string {
  const word = (id: string | null): string =>
    (id === null ? undefined : plainJudgement(table.judgements, id)) ?? 'No information';
  return csvText([
    [
      'Study',
      ...table.columns.map(({ heading }) => heading),
      ...(table.hasOverall ? ['Overall'] : []),
      ...(weighted ? ['Weight'] : []),
    ],
    ...table.rows.map(({ study, cells, weight }) => [
      study,
      ...cells.map(word),
      ...(weighted ? [weight ?? 1] : []),
    ]),
  ]);
}

export type RobvisError = { readonly code: 'robvis-empty' } | { readonly code: 'robvis-no-study-column' };

/** Judgements best first, those without a place on the scale last. */
const order = [
  'Low',
  'Some concerns',
  'Unclear',
  'Moderate',
  'High',
  'Serious',
  'Critical',
  'No information',
  'Not applicable',
];
const isNotApplicable = (text: string): boolean => /^(?:none|na|n\/a|not applicable)$/iu.test(text);

/** Reads a robvis file, of any of its templates. Judgements are matched by word, whatever their case; others have no dot. */
export function readRobvis(text: string): Result<RatingTable, RobvisError> {
  const [head, ...body] = readRows(text).rows;
  if (!head || body.length === 0) return err({ code: 'robvis-empty' });
  const header = head.cells.map((cell) => cell.trim());
  const at = (name: string): number => header.findIndex((cell) => cell.toLowerCase() === name);
  const study = at('study');
  if (study < 0) return err({ code: 'robvis-no-study-column' });
  const [overall, weight] = [at('overall'), at('weight')];
  const domains = header.flatMap((name, index) =>
    [study, overall, weight].includes(index) ? [] : [{ name, index }],
  );
  const judgementOf = (cell: string | undefined): string | null => {
    const plain = (cell ?? '').trim();
    if (isNotApplicable(plain)) return 'Not applicable';
    return order.find((id) => id.toLowerCase() === plain.toLowerCase()) ?? null;
  };
  const rows = body
    .filter(({ cells }) => (cells[study] ?? '').trim() !== '')
    .map(({ cells }, index) => {
      const number = Number(cells[weight]);
      return {
        studyId: `row-${index + 1}`,
        study: (cells[study] ?? '').trim(),
        cells: [...domains.map((domain) => domain.index), ...(overall < 0 ? [] : [overall])].map((column) =>
          judgementOf(cells[column]),
        ),
        weight: weight >= 0 && Number.isFinite(number) ? number : null,
      };
    });
  const used = new Set(rows.flatMap((row) => row.cells));
  return ok({
    toolId: 'robvis',
    toolName: '',
    columns: domains.map(({ name }, index) => ({
      id: /^D\d+[a-z]?$/u.test(name) ? name : `D${index + 1}`,
      heading: name,
      name: name.replaceAll('.', ' '),
    })),
    hasOverall: overall >= 0,
    judgements: order
      .filter((id) => used.has(id))
      .map((id) => ({ id, label: id, sign: signOfJudgement(id) ?? 'no-information' })),
    rows,
  });
}
