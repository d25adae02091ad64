import type { ForestColumn, ForestData, ForestGroup, ForestRow } from '../../pooling/figures';
import { signOfJudgement } from '../../risk-of-bias';
import { normalQuantile } from '../../statistics';
import type { AnalysedRow } from '../analysed-rows';
import type { SubgroupAnalysis } from '../subgroups';
import { favoursOf, titleOf, type AnalysisFigureOptions, type DrawnAnalysis } from './analysis-words';
import { betweenLine, modelName, summaryOfPooled } from './summary-of-pooled';

const reach = normalQuantile(0.975);

/**
 * An analysis as a forest plot: its rows with the numbers per arm and risk of bias, its pooled effect as the model gave
 * it, and divided by a subgroup the pooled effect of every level with the test between them. Rows in no level stand in
 * a group of their own, so that none is lost.
 */
export function forestOfAnalysis(
  analysis: DrawnAnalysis,
  options: AnalysisFigureOptions,
  divided?: SubgroupAnalysis,
): ForestData {
  const { words, texts } = options;
  const { rows, result } = analysis;
  const weights = result.ok ? result.value.weights : null;
  const domains = domainsOf(rows);
  const columns = columnsOf(rows, options);
  const rowOf = (row: AnalysedRow): ForestRow => {
    const half = reach * Math.sqrt(row.vi);
    return {
      mark: row.key,
      label: row.label,
      effect: { estimate: row.yi, ciLow: row.yi - half, ciHigh: row.yi + half },
      weightPercent: weights?.[rows.indexOf(row)] ?? null,
      cells: columns.map(({ value }) => row.row.values[value] ?? null),
      riskOfBias: domains.map((domain) => signOfJudgement(row.row.riskOfBias[domain] ?? '') ?? null),
    };
  };
  const levels = divided?.levels ?? [];
  const inLevels = new Set(levels.flatMap(({ keys }) => keys));
  const groups: ForestGroup[] = divided
    ? levels.map(({ label, keys, pooled }) => ({
        heading: label,
        rows: rows.filter(({ key }) => keys.includes(key)).map(rowOf),
        ...(pooled?.ok
          ? { summary: summaryOfPooled(pooled.value, texts.subtotal(label), options) }
          : { note: words.figures.levelNotPooled }),
      }))
    : [{ rows: rows.map(rowOf) }];
  const others = divided ? rows.filter(({ key }) => !inLevels.has(key)) : [];
  if (others.length > 0) groups.push({ heading: words.figures.withoutValue, rows: others.map(rowOf) });
  const between = divided?.between;
  return {
    title: divided ? `${titleOf(analysis)}: ${divided.label}` : titleOf(analysis),
    measure: words.measures[analysis.measure],
    scale: analysis.scale,
    level: 0.95,
    columns: columns.map(({ column }) => column),
    groups,
    overall: result.ok ? [summaryOfPooled(result.value, modelName(result.value, options), options)] : [],
    notes: between ? [betweenLine(between, options)] : [],
    favours: favoursOf(analysis, options),
    ...(domains.length > 0
      ? {
          riskOfBias: {
            domains: domains.map((id) => {
              if (id === 'overall') return { short: '∑', name: words.figures.overallRisk };
              const short = id.replace(/^D(?=\d)/u, '');
              return { short, name: options.domainNames?.get(id) ?? id };
            }),
          },
        }
      : {}),
  };
}

/** Domains rated in any row, in the order of the tool, the overall judgement last. */
function domainsOf(rows: readonly AnalysedRow[]): string[] {
  const found = new Set(rows.flatMap(({ row }) => Object.keys(row.riskOfBias)));
  const parts = [...found]
    .filter((domain) => domain !== 'overall')
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  return found.has('overall') ? [...parts, 'overall'] : parts;
}

type NumberColumn = { readonly value: string; readonly column: ForestColumn };

/** The numbers per arm that at least half of the rows give: events, or means with SDs, and sizes. */
function columnsOf(rows: readonly AnalysedRow[], { texts }: AnalysisFigureOptions): readonly NumberColumn[] {
  const given = (...names: readonly string[]): boolean =>
    rows.length > 0 &&
    rows.filter(({ row }) => names.every((name) => row.values[name] !== undefined)).length * 2 >= rows.length;
  const perArm = (
    ...columns: readonly (readonly [name: string, heading: string, decimals?: number])[]
  ): NumberColumn[] =>
    (['T', 'C'] as const).flatMap((arm) =>
      columns.map(([name, heading, decimals]) => ({
        value: `${name}${arm}`,
        column: { heading, arm: arm === 'T' ? texts.intervention : texts.comparator, decimals },
      })),
    );
  if (given('eventsT', 'eventsC', 'nT', 'nC')) return perArm(['events', texts.events], ['n', texts.total]);
  if (given('meanT', 'sdT', 'nT', 'meanC', 'sdC', 'nC'))
    return perArm(['mean', texts.mean, 1], ['sd', texts.sd, 1], ['n', texts.n]);
  return given('nT', 'nC') ? perArm(['n', texts.n]) : [];
}
