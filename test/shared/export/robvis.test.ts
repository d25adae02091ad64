import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ratingFigure, readRobvis, robvisCsv, type RatingTable } from '@shared/export/robvis';
import { ratingShares, ratingSummaryPlot, sceneToSvg, trafficLightPlot } from '@shared/figures';
import { textsIn } from '@shared/i18n';

const folder = path.resolve('../shared/reference/robvis');
const Expected = z.object({
  expected: z.record(
    z.string(),
    z.object({
      studies: z.number(),
      counts: z.record(z.string(), z.record(z.string(), z.number())),
      weightedShares: z.record(z.string(), z.record(z.string(), z.number())),
    }),
  ),
});

const tableOf = (text: string): RatingTable => {
  const read = readRobvis(text);
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
};

/** The example sets of robvis, read in place: counts and weighted shares as its plots show them. */
if (existsSync(folder)) {
  const { expected } = Expected.parse(JSON.parse(readFileSync(path.join(folder, 'display.json'), 'utf8')));
  describe.each(Object.entries(expected))('robvis example %s', (name, wanted) => {
    const text = readFileSync(path.join(folder, `${name}.csv`), 'utf8');
    const table = tableOf(text);
    const weighted = { ...table, rows: table.rows.map((row, index) => ({ ...row, weight: index + 1 })) };
    const headings = [...table.columns.map(({ heading }) => heading), 'Overall'];

    it('has its counts and its weighted shares', () => {
      expect(table.rows).toHaveLength(wanted.studies);
      for (const [figure, of] of [
        [ratingFigure(table, '', 'Overall'), 'count'],
        [ratingFigure(weighted, '', 'Overall'), 'share'],
      ] as const) {
        const shares = ratingShares(figure);
        for (const [column, heading] of headings.entries()) {
          const target = of === 'count' ? wanted.counts[heading] : wanted.weightedShares[heading];
          const got = Object.fromEntries(
            table.judgements.flatMap(({ id }, index) => {
              const value = shares[column]?.[index]?.[of] ?? 0;
              return value > 0 ? [[id, Number(value.toFixed(10))]] : [];
            }),
          );
          expect(got, heading).toEqual(target);
        }
      }
    });

    it('is written back as it came', () => {
      expect(robvisCsv(table).trimEnd().split('\r\n')).toEqual(text.trimEnd().split(/\r?\n/u));
      expect(robvisCsv(weighted, { weighted: true }).split('\r\n')[0]).toMatch(/,Overall,Weight$/u);
    });
  });
} else console.log(`${folder} is not there: the example sets of robvis are not compared`);

const invented: RatingTable = {
  toolId: 'rob2-parallel-assignment',
  toolName: 'RoB 2',
  columns: ['Randomisation', 'Deviations', 'Missing outcomes', 'Measurement', 'Selection'].map(
    (name, index) => ({
      id: `D${index + 1}`,
      heading: `D${index + 1}`,
      name: `Bias: ${name.toLowerCase()}`,
    }),
  ),
  hasOverall: true,
  judgements: [
    { id: 'Low', label: 'Low', sign: 'low' },
    { id: 'Some concerns', label: 'Some concerns', sign: 'some' },
    { id: 'High', label: 'High', sign: 'high' },
    { id: 'No information', label: 'No information', sign: 'no-information' },
  ],
  rows: [
    ['Alder 2011', ['Low', 'Low', 'Low', 'Low', 'Low', 'Low'], 25],
    [
      'Birch, Cedar and Dogwood with a name that does not fit on one line 2014',
      ['Low', 'Some concerns', null, 'Low', 'Low', 'Some concerns'],
      10,
    ],
    ['Elm <2020>', ['High', 'Some concerns', 'Low', 'No information', 'Low', 'High'], 5],
  ].map(([study, cells, weight], index) => ({
    studyId: `s${index + 1}`,
    study: String(study),
    cells: cells as (string | null)[],
    weight: Number(weight),
  })),
};

describe('plots of risk of bias', () => {
  for (const language of ['en', 'nl'] as const) {
    const { bias } = textsIn(language);
    const options = { texts: bias.figures };
    const percent = (share: number): string => `${Math.round(share * 100)}%`;
    const figure = ratingFigure(invented, bias.trafficLight, bias.overall);

    it(`look as agreed (${language}, golden)`, async () => {
      await expect(sceneToSvg(trafficLightPlot(figure, options))).toMatchFileSnapshot(
        `../../golden/figures/traffic-light-${language}.svg`,
      );
      await expect(sceneToSvg(ratingSummaryPlot(figure, { ...options, percent }))).toMatchFileSnapshot(
        `../../golden/figures/rating-summary-${language}.svg`,
      );
    });
  }

  it('carry a sign with every colour, and the worst judgement first in the legend', () => {
    const { bias } = textsIn('en');
    const scene = trafficLightPlot(ratingFigure(invented, '', 'Overall'), { texts: bias.figures });
    const texts = scene.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
    const legend = ['No information', 'High', 'Some concerns', 'Low'].map((label) => texts.indexOf(label));
    expect(legend).toEqual([...legend].sort((a, b) => a - b));
    expect(scene.description).toContain('D1 Bias: randomisation: Low 2, High 1');
    for (const [index, shape] of scene.shapes.entries()) {
      if (shape.kind !== 'circle') continue;
      const next = scene.shapes[index + 1];
      expect(next?.role.startsWith('sign')).toBe(true);
    }
  });

  it('divide every bar into shares that make a whole, whatever the weights', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            weight: fc.double({ min: 0.01, max: 1_000, noNaN: true }),
            cells: fc.array(fc.constantFrom('Low', 'Some concerns', 'High', null), {
              minLength: 6,
              maxLength: 6,
            }),
          }),
          { minLength: 1, maxLength: 30 },
        ),
        (rows) => {
          const table = {
            ...invented,
            rows: rows.map((row, i) => ({ ...row, studyId: `${i}`, study: `${i}` })),
          };
          for (const column of ratingShares(ratingFigure(table, '', ''))) {
            const sum = column.reduce((total, { share }) => total + share, 0);
            if (column.some(({ count }) => count > 0)) expect(sum).toBeCloseTo(1, 9);
            else expect(sum).toBe(0);
          }
        },
      ),
    );
  });
});

describe('a file for robvis', () => {
  it('has full words, also for a tool of the team’s own, and no empty place', () => {
    const own: RatingTable = {
      ...invented,
      columns: [{ id: 'A', heading: 'Fidelity', name: 'Fidelity' }],
      judgements: [
        { id: 'fine', label: 'Fine', sign: 'low' },
        { id: 'poor', label: 'Poor', sign: 'high' },
      ],
      hasOverall: false,
      rows: [
        { studyId: 'a', study: '=Alder', cells: ['fine'], weight: null },
        { studyId: 'b', study: 'Birch', cells: [null], weight: null },
        { studyId: 'c', study: 'Cedar', cells: ['poor'], weight: null },
      ],
    };
    expect(robvisCsv(own)).toBe("Study,Fidelity\r\n'=Alder,Low\r\nBirch,No information\r\nCedar,High\r\n");
  });

  it('that is no such file is refused by name', () => {
    expect(readRobvis('')).toMatchObject({ ok: false, error: { code: 'robvis-empty' } });
    expect(readRobvis('a,b\n1,2\n')).toMatchObject({ ok: false, error: { code: 'robvis-no-study-column' } });
  });
});
