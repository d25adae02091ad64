import type { Cell, ExtractedResult, ExtractionContent } from '../extraction';
import type { Protocol } from '../protocol';
import type { CheckedRow } from './checked-row';

/** An extraction with the study it is of. */
export type ExtractedStudy = {
  readonly studyId: string;
  readonly study: string;
  readonly content: ExtractionContent;
  /** Standing risk-of-bias judgements by domain, where there are some. */
  readonly riskOfBias?: { readonly [domain: string]: string };
};

/** The results of extractions as the checks look at them, numbered through in the order given. */
export function rowsOfExtractions(studies: readonly ExtractedStudy[], protocol: Protocol): CheckedRow[] {
  const instruments = protocol.outcomeDomains.flatMap((domain) => domain.instruments);
  let number = 0;
  return studies.flatMap(({ studyId, study, content, riskOfBias }) =>
    content.results.map((result): CheckedRow => {
      number += 1;
      const instrument = instruments.find(({ id }) => id === result.instrumentId);
      const armOf = (id: string) => content.arms.find((arm) => arm.id === id);
      const { values, decimals } = numbersOf(result);
      const ready = result.shape.startsWith('generic') && protocol.effect.measure === 'SMD';
      return {
        number,
        studyId,
        study,
        resultId: result.id,
        domain: protocol.outcomeDomains.find(({ id }) => id === result.domainId)?.label ?? '',
        outcome: result.outcome,
        instrument: result.instrument,
        time: result.timepoint.label,
        weeks: result.timepoint.weeks,
        armT: armOf(result.armT)?.label ?? result.armT,
        armC: armOf(result.armC)?.label ?? result.armC,
        shape: result.shape,
        values,
        decimals,
        stated: ready ? { g: values['estimate'], se: values['se'] } : { g: undefined, se: undefined },
        higherIsBetter: result.higherIsBetter,
        range: { min: instrument?.min, max: instrument?.max },
        randomised: {
          T: armOf(result.armT)?.randomised?.value ?? undefined,
          C: armOf(result.armC)?.randomised?.value ?? undefined,
        },
        duration: content.characteristics['duration_int'] ?? '',
        riskOfBias: riskOfBias ?? {},
        columnOf: {},
        table: undefined,
      };
    }),
  );
}

function numbersOf({ input }: ExtractedResult): Pick<CheckedRow, 'values' | 'decimals'> {
  const values: { [field: string]: number } = {};
  const decimals: { [field: string]: number } = {};
  for (const [field, cell] of Object.entries(input)) {
    if (cell.value === null) continue;
    values[field] = cell.value;
    decimals[field] = decimalsOf(cell);
  }
  return { values, decimals };
}

const decimalsOf = ({ text }: Cell): number => /[.,·](\d+)\s*$/u.exec(text)?.[1]?.length ?? 0;
