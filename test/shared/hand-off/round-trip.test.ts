import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  incomingBundle,
  metapsyCsv,
  PoolingSheet,
  rowsOfStudy,
  sheetOfReview,
  sheetOfTable,
  studiesOfSheet,
  type PoolingSheetRow,
} from '@shared/export';
import { longCsv, rowsOfLongCsv } from '@shared/hand-off';
import { replay, type EventBody } from '@shared/review';
import type { ExtractedResult } from '@shared/extraction';
import { lead, ledgerOf, protocol } from '../../support/review-events';
import {
  contentOf,
  invented,
  kuiper,
  madeFinal,
  sound,
  studyAdded,
  vos,
  withErrors,
} from '../../support/study-events';

/** What is handed over and brought in again is the same sheet. */

const number = (min: number, max: number) =>
  fc.double({ min, max, noNaN: true }).map((value) => Number(value.toFixed(2)) + 0);
const count = fc.integer({ min: 8, max: 200 });
const text = fc
  .string({ minLength: 1, maxLength: 20, unit: 'grapheme' })
  .filter((t) => t.trim() === t && !/\s/u.test(t));

const anyValues = fc.record({
  meanT: number(-20, 100),
  sdT: number(0.5, 30),
  nT: count,
  meanC: number(-20, 100),
  sdC: number(0.5, 30),
  nC: count,
});
const anyEvents = fc
  .tuple(fc.integer({ min: 1, max: 7 }), count, fc.integer({ min: 1, max: 7 }), count)
  .map(([eventsT, nT, eventsC, nC]) => ({ eventsT, nT, eventsC, nC }));
const anyReady = fc.record({ estimate: number(-2, 2), se: number(0.05, 0.6) });

const anyResult: fc.Arbitrary<Omit<ExtractedResult, 'id'>> = fc
  .tuple(
    fc.oneof(
      anyValues.map((values) => invented(values)),
      anyEvents.map((values) => invented(values, { shape: 'two-by-two' })),
      anyReady.map((values) => invented(values, { shape: 'generic-se' })),
    ),
    fc.boolean(),
    fc.constantFrom('clinical', 'personal', 'functional', null),
    text,
    fc.option(fc.integer({ min: 1, max: 60 })),
  )
  .map(([result, higherIsBetter, domainId, instrument, weeks]) => ({
    ...result,
    higherIsBetter,
    domainId,
    instrument,
    timepoint: { ...result.timepoint, weeks },
  }));

const anyRows: fc.Arbitrary<PoolingSheetRow[]> = fc
  .array(fc.array(anyResult, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
  .map((studies) =>
    studies.flatMap((results, study) => {
      const own = results.map((result, index) => ({ ...result, id: `r${index + 1}` }));
      const { rows } = rowsOfStudy(
        {
          studyId: `study-${study}`,
          label: `Study ${study}, 202${study}`,
          content: contentOf(...own),
          assessmentOf: () => null,
        },
        protocol,
      );
      return rows;
    }),
  );

describe('a sheet that was handed over', () => {
  it('as JSON reads as it was', () => {
    const opening: readonly EventBody[] = [
      studyAdded(vos, 'Vos 2020'),
      studyAdded(kuiper, 'Kuiper 2021'),
      madeFinal(vos, contentOf(invented(sound))),
      madeFinal(kuiper, contentOf(invented(withErrors))),
    ];
    const sheet = sheetOfReview(replay(ledgerOf(opening.map((body) => ({ author: lead, body })))), () => '');
    expect(sheet.checks?.length).toBeGreaterThan(0);
    expect(PoolingSheet.parse(JSON.parse(JSON.stringify(sheet)))).toEqual(sheet);
  });

  it('in long form gives the same rows, whatever they say', () => {
    const odd = fc.constantFrom('=1+1', "'quoted", '-5', '@home', 'a "b", c', 'ü; tab', "'=x", '+x', '007');
    fc.assert(
      fc.property(anyRows, odd, odd, (rows, label, quote) => {
        const marked = rows.map((row) => ({
          ...row,
          study: `${label}`,
          outcome: quote,
          characteristics: { ...row.characteristics, country: label },
          riskOfBias: { D1: 'Low', overall: 'Some concerns' },
          places: { [Object.keys(row.values)[0] ?? 'nT']: { page: '7', quote } },
        }));
        const read = rowsOfLongCsv(longCsv(marked));
        expect(read).toEqual({ ok: true, value: marked });
      }),
    );
  });

  it('brought into a review with the same protocol gives the same rows', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const again = studiesOfSheet({ rows }, protocol).flatMap(
          ({ studyId, label, content, assessment }) =>
            rowsOfStudy({ studyId, label, content, assessmentOf: () => assessment }, protocol).rows,
        );
        expect(again).toEqual(rows);
      }),
    );
  });

  it('as a file is recognised, or refused with the reason', () => {
    const [row] = rowsOfVos();
    const bundle = JSON.stringify({ ...emptyOf(), rows: [row] });
    const read = incomingBundle(bundle, protocol);
    expect(read.ok && read.value.studies.map(({ label }) => label)).toEqual(['Vos 2020']);
    expect(incomingBundle('{"rows": [', protocol)).toMatchObject({ error: { code: 'not-a-pooling-sheet' } });
    expect(incomingBundle('{"rows": []}', protocol)).toMatchObject({
      error: { code: 'not-a-pooling-sheet' },
    });
    expect(incomingBundle(JSON.stringify(emptyOf()), protocol)).toMatchObject({
      error: { code: 'sheet-empty' },
    });
  });

  it('in the Metapsy standard gives the same effects, numbers and places, and is then the same file', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const file = (given: readonly PoolingSheetRow[]): string =>
          metapsyCsv({ ...emptyOf(), rows: [...given] });
        const read = sheetOfTable(file(rows), protocol, 'again');
        if (!read.ok) throw new Error(read.error.code);
        const said = ({ study, instrument, estimate, se, weeks, values }: PoolingSheetRow) => ({
          study,
          instrument,
          estimate,
          se,
          weeks,
          nT: values['nT'] ?? null,
          meanC: values['meanC'] ?? null,
          eventsT: values['eventsT'] ?? null,
        });
        expect(read.value.rows.map(said)).toEqual(rows.map(said));
      }),
    );
  });
});

const emptyOf = (): PoolingSheet => sheetOfReview(replay(ledgerOf([])), () => '');

const rowsOfVos = (): readonly PoolingSheetRow[] =>
  rowsOfStudy(
    { studyId: vos, label: 'Vos 2020', content: contentOf(invented(sound)), assessmentOf: () => null },
    protocol,
  ).rows;
