import { compareExtractions, effectOfResult, type ExtractionContent } from '@shared/extraction';
import { rowsOfStudy } from '@shared/export';
import { protocolTemplates } from '@shared/protocol';
import { compare, type BenchReport } from './measure';

/** What the extraction screen and the sheet cost in a review of 100 studies with 10 results each. */
export function benchExtract(): BenchReport[] {
  const protocol = protocolTemplates[0]?.protocol.en;
  if (!protocol) throw new Error('There is no protocol template');
  const first = Array.from({ length: 100 }, (_, study) => inventStudy(study, 0));
  const second = first.map((_, study) => inventStudy(study, 1));
  const yardstick = 'write them as JSON';
  return [
    compare('100 studies of 10 results', [
      { what: yardstick, run: () => first.reduce((sum, one) => sum + JSON.stringify(one).length, 0) },
      {
        what: 'every effect, with the steps to it',
        against: yardstick,
        run: () =>
          first.reduce(
            (sum, { results }) =>
              sum + results.filter((one) => effectOfResult(one, protocol.effect).ok).length,
            0,
          ),
      },
      {
        what: 'two coders side by side',
        against: yardstick,
        run: () =>
          first.reduce((sum, one, at) => {
            const other = second[at];
            return sum + (other ? compareExtractions(one, other, protocol.extraction).length : 0);
          }, 0),
      },
      {
        what: 'the rows of the pooling sheet',
        against: yardstick,
        run: () =>
          first.reduce(
            (sum, content, at) =>
              sum +
              rowsOfStudy(
                { studyId: `s${at}`, label: `Study ${at}`, content, assessmentOf: () => null },
                protocol,
              ).rows.length,
            0,
          ),
      },
    ]),
  ];
}

/** An invented study of ten results in one comparison; the second coder misreads one number in each. */
function inventStudy(study: number, coder: 0 | 1): ExtractionContent {
  const cell = (value: number) => ({ text: String(value), value, page: '5', quote: 'Table 2' });
  return {
    characteristics: { country: 'Nowhere', year: String(1990 + (study % 30)), duration: '8' },
    arms: (['a1', 'a2'] as const).map((id, at) => ({
      id,
      label: id,
      role: at === 0 ? 'intervention' : 'comparator',
      comparatorId: null,
      randomised: null,
    })),
    results: Array.from({ length: 10 }, (_, result) => ({
      id: `r${result}`,
      domainId: 'clinical',
      outcome: '',
      instrument: `Instrument ${result % 5}`,
      instrumentId: null,
      higherIsBetter: result % 2 === 0,
      timepoint: { label: `t${result % 2}`, weeks: 12 + (result % 2) * 14, windowId: null },
      armT: 'a1',
      armC: 'a2',
      shape: 'means-sds',
      input: {
        meanT: cell(30 + ((study * 7 + result) % 11)),
        sdT: cell(9.5),
        nT: cell(50 + (study % 20)),
        meanC: cell(32 + ((study * 5 + result) % 7)),
        sdC: cell(coder === 1 && result === 3 ? 1.4 : 10.1),
        nC: cell(48),
      },
      note: '',
    })),
    structure: 'settled',
  };
}
