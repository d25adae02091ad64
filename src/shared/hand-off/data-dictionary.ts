import { csvText, type PoolingSheet, PoolingSheetRow } from '../export';
import { effectShapes } from '../effect-size';

/** What every name in the long form means: fields of a row, numbers of each shape, judgements, characteristics. */
export function dataDictionary(sheet: PoolingSheet): string {
  const used = new Set(sheet.rows.map(({ shape }) => shape));
  const described = Object.entries(PoolingSheetRow.shape).flatMap(([name, schema]) =>
    name === 'values' || name === 'riskOfBias' || name === 'characteristics' || name === 'places'
      ? []
      : [['row', name, schema.description ?? '', '']],
  );
  const numbers = effectShapes
    .filter(({ id }) => used.has(id))
    .flatMap(({ id, fields, formula, source }) =>
      fields.map(({ name, kind, arm }) => [
        'value',
        name,
        `${id}: ${kind}${arm === 'T' ? ' of the intervention arm' : arm === 'C' ? ' of the comparator arm' : ''}; effect: ${formula}`,
        source,
      ]),
    );
  const judgements = [...new Set(sheet.rows.flatMap((row) => Object.keys(row.riskOfBias)))].map((name) => [
    'risk-of-bias',
    name,
    name === 'overall' ? 'Overall judgement' : `Judgement on domain ${name}`,
    '',
  ]);
  const characteristics = [...new Set(sheet.rows.flatMap((row) => Object.keys(row.characteristics)))].map(
    (name) => ['characteristic', name, 'Study characteristic as extracted', ''],
  );
  const effect = [
    ['effect', 'estimate', `${sheet.measure}; positive favours the intervention`, sheet.varianceFormula],
    ['effect', 'se', 'Standard error of the estimate', sheet.varianceFormula],
  ];
  return csvText([
    ['part', 'name', 'meaning', 'source'],
    ...described.filter(([, name]) => name !== 'estimate' && name !== 'se'),
    ...effect,
    ...numbers,
    ...judgements,
    ...characteristics,
  ]);
}
