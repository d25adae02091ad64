import { riskOfBiasDot, riskOfBiasSigns, wrapped, type Shape } from '../../figures';
import type { FigureOptions } from './figure-options';
import { MARGIN, SMALL, type ForestColumns } from './forest-columns';
import type { ForestData } from './forest-data';

const LINE = 16;
const DOT = 6;

/** What the risk-of-bias signs and domain letters mean, under the plot. `end` is the lowest pixel used. */
export function forestLegend(
  data: ForestData,
  options: FigureOptions,
  columns: ForestColumns,
  top: number,
): { readonly shapes: readonly Shape[]; readonly end: number } {
  const { riskOfBias } = data;
  if (riskOfBias === undefined) return { shapes: [], end: top };
  const used = new Set(data.groups.flatMap((group) => group.rows).flatMap((row) => row.riskOfBias ?? []));
  const shapes: Shape[] = [];
  let x = MARGIN;
  let y = top + 18;
  const text = (content: string, at: number): void => {
    shapes.push({
      kind: 'text',
      role: 'text-muted',
      at: { x: at, y: y + 4 },
      text: content,
      anchor: 'start',
      size: SMALL,
    });
  };
  const heading = `${options.texts.riskOfBias}:`;
  text(heading, x);
  x += columns.width(heading, SMALL) + 10;
  for (const sign of riskOfBiasSigns.filter((candidate) => used.has(candidate))) {
    const label = options.texts.judgements[sign];
    const needed = 2 * DOT + 5 + columns.width(label, SMALL) + 14;
    if (x + needed > columns.total - MARGIN) {
      x = MARGIN;
      y += LINE;
    }
    shapes.push(...riskOfBiasDot(sign, x + DOT, y, DOT));
    text(label, x + 2 * DOT + 5);
    x += needed;
  }
  const names = riskOfBias.domains
    // A name that is the letters over again ("D1" for 1) tells nothing.
    .filter(({ short, name }) => name !== short && name !== `D${short}`)
    .map((domain) => `${domain.short} ${domain.name}`)
    .join(' · ');
  if (names !== '') {
    for (const line of wrapped(names, columns.total - 2 * MARGIN, SMALL, columns.width)) {
      y += LINE;
      text(line, MARGIN);
    }
  }
  return { shapes, end: y + 6 };
}
