type Detail = { readonly [name: string]: string | number };

const number = (value: string | number | undefined, digits = 2): string =>
  typeof value === 'number' ? value.toFixed(digits).replace('-', '\u2212') : String(value ?? '');

/** What looks wrong in an extraction sheet, with the numbers it rests on. */
export const findings: {
  readonly severities: { readonly [S in 'error' | 'warning' | 'note']: string };
  readonly codes: { readonly [code: string]: (detail: Detail) => string };
} = {
  severities: { error: 'Probably wrong', warning: 'Worth a look', note: 'For information' },
  codes: {
    'row-shape': (d) =>
      `The row has ${d['cells']} cells, the header ${d['columns']}: its columns may be shifted.`,
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
      `Event counts stand in a row of type “${d['type']}”: they may belong to another row.`,
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
      `${d['rows']} rows have a post-test before the end of the intervention (${d['example']}: week ${d['weeks']}, intervention of ${d['duration']}): time is probably in months.`,
  },
};
