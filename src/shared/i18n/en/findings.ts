import { counted } from '../text';

type Detail = { readonly [name: string]: string | number };

const number = (value: string | number | undefined, digits = 2): string =>
  typeof value === 'number' ? value.toFixed(digits).replace('-', '\u2212') : String(value ?? '');

const many = (count: string | number | undefined, one: string, other: string): string =>
  counted(count ?? '', one, other);

/** What looks wrong in an extraction sheet, with the numbers it rests on. */
export const findings: {
  readonly severities: { readonly [S in 'error' | 'warning' | 'note']: string };
  readonly codes: { readonly [code: string]: (detail: Detail) => string };
} = {
  severities: { error: 'Probably wrong', warning: 'Worth a look', note: 'For information' },
  codes: {
    'row-shape': (d) =>
      `The row has ${many(d['cells'], 'cell', 'cells')}, the header ${d['columns']}: its columns may be shifted.`,
    'no-effect': () => 'The row states no effect and no numbers to compute one from.',
    'g-differs': (d) =>
      `The sheet says g = ${number(d['sheet'])}; its means and SDs give ${number(d['recomputed'])}.`,
    'se-differs': (d) =>
      `The sheet says SE = ${number(d['sheet'], 3)}; its means and SDs give ${number(d['recomputed'], 3)}. Were other group sizes used?`,
    'no-source': (d) => `g = ${number(d['g'])} stands there without the numbers it comes from.`,
    'unusual-effect': (d) =>
      `g = ${number(d['g'])} is unusually large for this field. Look at the source again.`,
    sign: (d) =>
      `Sign against the instrument: on “${d['instrument']}” the means give g = ${number(d['expected'])}, the sheet says ${number(d['sheet'])}.`,
    'ready-effect-of-other-row': (d) =>
      `The ready-made effect ${number(d['value'])} belongs to row ${d['row']} (${d['study']}), not here.`,
    'ready-effect-differs': (d) =>
      `The ready-made effect ${number(d['value'])} is not the effect of this row (${number(d['sheet'])}).`,
    'events-in-wrong-row': (d) =>
      d['row'] === undefined
        ? `Event counts stand in a row of type “${d['type']}”: they may belong to another row.`
        : `Event counts stand in a row of type “${d['type']}”; they give the effect of row ${d['row']} (${d['study']}).`,
    'events-missing': () =>
      'The row is a dichotomous outcome but has no event counts; they may stand in another row.',
    'se-as-sd': (d) =>
      `The SDs (${number(d['sdT'])}, ${number(d['sdC'])}) look like standard errors: times √n they are ${number(d['asSdT'])} and ${number(d['asSdC'])}${d['typical'] === undefined ? '' : `, and this instrument’s SD is about ${number(d['typical'])} elsewhere`}.`,
    'rob-word': (d) => `“${d['word']}” is not a judgement of RoB 2.`,
    'rob-rule': (d) =>
      `Overall risk of bias is “${d['sheet']}”; by the rule of RoB 2 the domains give “${d['rule']}”.`,
    'garbled-text': (d) => `Letters are garbled: ${d['text']}`,
    'shared-control': (d) =>
      `Another row of this study (row ${d['other']}) has the same outcome and time: participants or a control group are counted twice.`,
    'months-as-weeks': (d) =>
      `${many(d['rows'], 'row has', 'rows have')} a post-test before the end of the intervention (${d['example']}: week ${d['weeks']}, intervention of ${d['duration']}): time is probably in months.`,
    'sd-se-differ': (d) =>
      `SD ${number(d['sd'])} and SE ${number(d['se'])} do not belong to one group of ${d['n']}: SD/√n is ${number(d['expected'])}.`,
    't-differs': (d) =>
      `The means and SDs give t(${d['df']}) = ${number(d['recomputed'])}; reported is ${number(d['reported'])}.`,
    'p-differs': (d) =>
      `The means and SDs give p = ${number(d['recomputed'], 3)}; reported is ${number(d['reported'], 3)}.`,
    'ci-asymmetric': (d) =>
      `The interval ${number(d['ciLow'])} to ${number(d['ciHigh'])} does not lie around the estimate ${number(d['estimate'])}, on no scale.`,
    'ci-se-differ': (d) =>
      `The interval is as wide as an SE of ${number(d['expected'], 3)} makes it; stated is ${number(d['se'], 3)}.`,
    'direction-differs': (d) =>
      d['known'] === 'higher'
        ? `On “${d['instrument']}” a higher score is better by its manual; here lower is entered as better.`
        : `On “${d['instrument']}” a lower score is better by its manual; here higher is entered as better.`,
    'events-above-n': (d) =>
      `${many(d['events'], 'person', 'people')} with the event in a group of ${d['n']}.`,
    'n-above-randomised': (d) =>
      `${many(d['n'], 'person was', 'people were')} analysed, ${d['randomised']} randomised to this arm.`,
    'n-differs': (d) =>
      `${many(d['n'], 'person', 'people')} of this arm here, ${d['other']} at the same time on “${d['instrument']}” (row ${d['row']}).`,
    'mean-outside-range': (d) =>
      `A mean of ${number(d['mean'])} is not possible: scores go from ${d['min']} to ${d['max']}.`,
    'sd-outside-range': (d) =>
      `An SD of ${number(d['sd'])} is not possible: with a mean of ${number(d['mean'])} between ${d['min']} and ${d['max']} it is at most ${number(d['largest'])}.`,
    'mean-equals-sd': (d) => `Mean and SD are the same number, ${number(d['mean'])}: was one typed twice?`,
    grim: (d) =>
      `${many(d['n'], 'whole score', 'whole scores')} cannot have a mean of ${number(d['mean'])} (GRIM). Items filled in or an adjusted mean?`,
    grimmer: (d) =>
      `${many(d['n'], 'whole score', 'whole scores')} with a mean of ${number(d['mean'])} cannot have an SD of ${number(d['sd'])} (GRIMMER).`,
    'change-and-final': (d) =>
      `“${d['domain']}” mixes ${many(d['changes'], 'row', 'rows')} of change scores with ${d['finals']} of final scores; their SDs measure different things.`,
    'duplicate-row': (d) => `The same numbers stand in row ${d['row']} (${d['instrument']}).`,
    'numbers-of-other-study': (d) =>
      `Row ${d['row']} of ${d['study']} has the same numbers to the last digit.`,
    'time-unit': (d) => `The timepoint is “${d['time']}”, the weeks say ${d['weeks']}: months under weeks?`,
    'words-among-numbers': (d) =>
      `${many(d['cells'], 'number column holds', 'number columns hold')} words (${d['example']}): the columns of this row may be shifted.`,
  },
};
