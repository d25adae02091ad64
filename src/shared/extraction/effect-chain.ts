import type { EffectValues } from '../effect-size';
import type { AnalysisRoute } from './analysis-route';
import type { ExtractedResult } from './content';
import { entriesIn } from './form-input';
import type { ShapeForm } from './shape-forms';

/** A step from what a report says to what is analysed, with the values it gives. */
export type ChainStep = {
  readonly step:
    | 'reported'
    | 'design-effect'
    | 'worked-out'
    | 'standardised'
    | 'small-sample'
    | 'converted'
    | 'turned'
    | 'sign-kept'
    | 'sign-as-reported'
    | 'analysed';
  readonly values: readonly ChainValue[];
};

/** A value by its name in the shape; reported ones as printed, worked-out ones as numbers. */
export type ChainValue = {
  readonly name: string;
  readonly of: 'T' | 'C' | null;
  readonly text?: string;
  readonly number?: number;
};

const standardisers = ['sdPooled', 'sdPrePooled', 'sdWithin', 'd'];
const designs = ['designEffect', 'effectiveNT', 'effectiveNC', 'effectiveEventsT', 'effectiveEventsC'];
/** The effect itself in its several dresses; told by the last step. */
const final = /^(?:yi|vi|sei|ciLow|ciHigh|rawYi|ratio|ratioLow|ratioHigh|r|rLow|rHigh|vr|J)$/u;

const named = (name: string, number: number): ChainValue => {
  const arm = /[a-zN](?=[TC]$)/u.test(name) ? (name.endsWith('T') ? 'T' : 'C') : null;
  return { name: arm === null ? name : name.slice(0, -1), of: arm, number };
};

/** The steps in the order in which they are computed. Steps that did nothing are not in it. */
export function chainOf({
  form,
  result,
  route,
  values,
  turned,
  asBenefit,
}: {
  readonly form: ShapeForm;
  readonly result: Pick<ExtractedResult, 'input'>;
  readonly route: AnalysisRoute;
  readonly values: EffectValues;
  readonly turned: boolean;
  /** The report's sign already favours the intervention when positive. */
  readonly asBenefit: boolean;
}): ChainStep[] {
  const pick = (names: readonly string[]): ChainValue[] =>
    names.flatMap((name) => {
      const value = values[name];
      return typeof value === 'number' ? [named(name, value)] : [];
    });
  const worked = Object.keys(values).filter(
    (name) =>
      !final.test(name) && !standardisers.includes(name) && !designs.includes(name) && name !== 'seBefore',
  );
  const steps: ChainStep[] = [
    { step: 'reported', values: reported(form, result.input) },
    ...('seBefore' in values ? [] : [{ step: 'design-effect', values: pick(designs) } as const]),
    { step: 'worked-out', values: pick(worked) },
    { step: 'standardised', values: pick(standardisers) },
    { step: 'small-sample', values: pick(['J']) },
  ];
  const told = steps.filter((step) => step.values.length > 0);
  if (route.converted !== undefined) told.push({ step: 'converted', values: [] });
  // A cluster trial that was extracted as if people had come one by one: its variance is multiplied at the end.
  if ('seBefore' in values) told.push({ step: 'design-effect', values: pick(['seBefore', 'designEffect']) });
  const sign = asBenefit ? 'sign-as-reported' : turned ? 'turned' : 'sign-kept';
  told.push({ step: sign, values: pick(['rawYi']) });
  told.push({ step: 'analysed', values: pick(['yi', 'sei', 'ciLow', 'ciHigh']) });
  return told;
}

function reported(form: ShapeForm, input: ExtractedResult['input']): ChainValue[] {
  return form.rows(form.hasEntries ? entriesIn(input, 1) : 0).flatMap((row) =>
    row.fields.flatMap((field): ChainValue[] => {
      const text = input[field.key]?.text.trim() ?? '';
      if (text === '' || field.kind === 'choice' || field.kind === 'flag') return [];
      return [{ name: field.name, of: row.of === 'T' || row.of === 'C' ? row.of : null, text }];
    }),
  );
}
