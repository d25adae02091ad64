import { describe, expect, it } from 'vitest';
import { textsIn } from '@shared/i18n';
import { Protocol, plannedOutcome, templateById, usualPlan, type AnalysisPlan } from '@shared/protocol';
import { detailOf, fillPlan } from '@shared/synthesis';
import {
  directionsTable,
  methodsSentences,
  reportOfResults,
  resultsSentences,
  resultsTable,
  subgroupTable,
} from '@shared/synthesis/report';
import { inventedRow, inventedSheet } from '../../../support/invented-sheet';

const blank = templateById('blank')!.protocol.en;
const protocolWith = (plan: Partial<AnalysisPlan>, effect: Partial<Protocol['effect']> = {}): Protocol => ({
  ...blank,
  effect: { ...blank.effect, ...effect },
  outcomeDomains: [
    { id: 'mood', label: 'Mood', definition: '', instruments: [] },
    { id: 'hope', label: 'Hope', definition: '', instruments: [] },
  ],
  windows: [{ id: 'post', label: 'Post-test', fromWeeks: 0, toWeeks: 25 }],
  analysis: {
    ...usualPlan,
    outcomes: [
      plannedOutcome({ id: 'mood', label: 'Mood', domainId: 'mood', windowIds: ['post'] }),
      plannedOutcome({ id: 'hope', label: 'Hope', domainId: 'hope', windowIds: ['post'] }),
    ],
    subgroups: [{ id: 'format', label: 'Format', field: 'format', levels: [] }],
    ...plan,
  },
});
const rows = [0.2, 0.5, -0.1, 0.3].map((estimate, i) =>
  inventedRow({
    study: `Trial ${i + 1}`,
    estimate,
    se: 0.15,
    domainId: 'mood',
    domain: 'Mood',
    values: { nT: 40, nC: 42 },
    characteristics: { format: i % 2 ? 'group' : 'one to one' },
  }),
);
const one = inventedRow({ study: 'Trial 1', domainId: 'hope', domain: 'Hope', instrument: 'Anchor Scale' });
const filled = (plan: Partial<AnalysisPlan> = {}) =>
  fillPlan(inventedSheet(protocolWith(plan), [...rows, one]));
const english = textsIn('en');
const textOf = (sentences: readonly { readonly text: string }[]): string =>
  sentences.map(({ text }) => text).join(' ');

describe('the methods paragraph', () => {
  it('says what was done, in both languages', () => {
    const methods = textOf(methodsSentences(filled(), english, 'en', 'Concord 9.9'));
    expect(methods).toContain('standardised mean difference');
    expect(methods).toContain('restricted maximum likelihood (REML)');
    expect(methods).toContain('by Hartung and Knapp');
    expect(methods).toContain('Subgroups were planned by format');
    expect(methods).toContain('method of Kraemer & Kupfer');
    expect(methods).toContain('Concord 9.9');
    const dutch = textOf(methodsSentences(filled(), textsIn('nl'), 'nl', 'Concord 9.9'));
    expect(dutch).toContain('random-effectsmodel');
    expect(dutch).not.toMatch(/\b(?:pooled|trials were)\b/u);
  });

  it('follows the model really used and names it as a departure', () => {
    const sheet = inventedSheet(protocolWith({}), rows);
    const methods = textOf(
      methodsSentences(fillPlan(sheet, { method: 'DL', test: 'z' }), english, 'en', 'Concord'),
    );
    expect(methods).toContain('of DerSimonian and Laird');
    expect(methods).toContain('Departure from the plan: Model: planned REML, used DL.');
    const common = textOf(methodsSentences(fillPlan(sheet, { method: 'CE' }), english, 'en', 'Concord'));
    expect(common).toContain('common-effect model');
    expect(common).not.toContain('prediction intervals');
  });

  it('does not promise what the plan does not ask for', () => {
    const methods = textOf(
      methodsSentences(
        filled({
          subgroups: [],
          moderators: [],
          sensitivity: [],
          nnt: { method: 'none', controlEventRate: 0.2 },
        }),
        english,
        'en',
        'Concord',
      ),
    );
    for (const word of ['Subgroups', 'Meta-regressions', 'Sensitivity', 'NNT'])
      expect(methods).not.toContain(word);
  });
});

describe('the results paragraph', () => {
  it('traces every sentence to the analysis whose numbers it holds', () => {
    const results = filled();
    const sentences = resultsSentences(results, english, 'en');
    expect(sentences).toHaveLength(2);
    for (const { text, from } of sentences) {
      if (from.kind !== 'analysis') throw new Error('not traced');
      const analysis = results.analyses.find(({ key }) => key === from.key)!;
      expect(text).toContain(analysis.outcome.label);
      if (analysis.result.ok) expect(text).toContain(analysis.result.value.estimate.toFixed(2));
    }
    expect(sentences[1]?.text).toContain('not pooled: 1 trial, planned from 2; 1 result favours');
  });
});

describe('the tables', () => {
  it('have as many cells as columns, in both languages', () => {
    const results = filled();
    for (const language of ['en', 'nl'] as const) {
      const texts = textsIn(language);
      for (const { columns, rows: lines } of [
        resultsTable(results, texts, language),
        directionsTable(results, texts, language),
        subgroupTable(results.analyses[0]!, detailOf(results.analyses[0]!, results), texts, language),
      ])
        for (const { cells } of lines) expect(cells).toHaveLength(columns.length);
    }
  });

  it('hold one row per planned outcome, whether it was pooled or not', () => {
    const table = resultsTable(filled(), english, 'en');
    expect(table.rows.map(({ cells }) => cells[0])).toEqual(['Mood', 'Hope']);
    expect(table.rows[1]?.cells).toContain('not pooled: 1 trial, planned from 2');
  });

  it('count directions for reviews that do not pool', () => {
    const table = directionsTable(filled(), english, 'en');
    expect(table.rows.at(-2)?.cells).toContain('3 ▲  1 ▼  0 ◆');
  });
});

it('the report has methods, results and its tables', () => {
  const blocks = reportOfResults(filled(), english, 'en', 'Concord');
  expect(blocks.map(({ kind }) => kind)).toEqual([
    'heading',
    'paragraph',
    'heading',
    'paragraph',
    'table',
    'table',
  ]);
});
