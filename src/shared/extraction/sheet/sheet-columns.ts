/**
 * What the columns of an extraction table are called: in the Metapsy standard, in the data sets of R (metafor, meta,
 * robumeta), in the exports of RevMan and Comprehensive Meta-Analysis, and as teams name them by hand. The first name of a
 * field that a table has goes before the others. Sources: docs.metapsy.org; the manuals of the packages; RevMan's
 * description of its data package.
 */
const names = {
  study:
    'study, study id, study name, study label, studlab, trial name, reference, citation, paper, article, short title, studie',
  author: 'author, slab, trial, authors, first author, auteur',
  year: 'year, study year, publication year, pub year, jaar',
  domain: 'outcome_category, outcome, outcome domain, outcome name, analysis name, uitkomst, uitkomstdomein',
  outcome: 'outcome_subcategory',
  instrument: 'instrument, outcome measure, scale, questionnaire, meetinstrument, vragenlijst',
  time: 'time, time point, timepoint, follow-up, meetmoment',
  weeks: 'time_weeks, weeks, follow-up weeks, weken',
  armT: 'condition_arm1, intervention, interventie',
  armC: 'condition_arm2, comparator, comparison, control condition, controleconditie',
  outcomeType: 'outcome_type',
  measure: 'effect_measure, effect measure, measure of effect, sm',
  g: '.g',
  gSe: '.g_se',
  readyG:
    'precalc_g, yi, te, es, effect size, effect, hedges g, hedgess g, smd, std mean difference, std diff in means, giv mean, cohens d, d, lnor, logor, log odds ratio, lnrr, logrr, estimate, mean difference, md',
  readySe:
    'precalc_g_se, sei, sete, se te, se, std err, standard error, hedges g se, se of g, giv se, selnor, selogor, se es',
  readyVariance: 'precalc_g_var, vi, var eff size, variance, var, v',
  ciLow: 'ci_low, ci lb, ci lower, lower ci, lower limit, lower, ll, lci, 95% ci lower, ci start, ondergrens',
  ciHigh: 'ci_high, ci ub, ci upper, upper ci, upper limit, upper, ul, uci, 95% ci upper, ci end, bovengrens',
  oddsRatio: 'or, odds ratio',
  riskRatio: 'rr, risk ratio, relative risk',
  hazardRatio: 'hr, hazard ratio',
  meanT:
    'mean_arm1, m1i, mean e, mean t, mean1, m1, mt, mean treatment, mean intervention, mean experimental, experimental mean, intervention mean, treatment mean',
  sdT: 'sd_arm1, sd1i, sd e, sd t, sd1, sdt, sd treatment, sd intervention, sd experimental, experimental sd, experimental std dev, intervention sd, treatment sd',
  seT: 'se_arm1',
  nT: 'n_arm1, n1i, n e, n t, n1, nt, n treatment, n intervention, n experimental, experimental n, experimental total, intervention n, treatment n, treated sample size',
  meanC:
    'mean_arm2, m2i, mean c, mean2, m2, mc, mean control, mean comparator, control mean, comparator mean',
  sdC: 'sd_arm2, sd2i, sd c, sd2, sdc, sd control, sd comparator, control sd, control std dev, comparator sd',
  seC: 'se_arm2',
  nC: 'n_arm2, n2i, n c, n2, nc, n control, n comparator, control n, control total, comparator n, control sample size',
  changeT: 'mean_change_arm1',
  sdChangeT: 'sd_change_arm1',
  changeC: 'mean_change_arm2',
  sdChangeC: 'sd_change_arm2',
  eventsT:
    'event_arm1, ai, tpos, event e, events e, event t, events1, xt, x1i, events treatment, events intervention, experimental events, experimental cases, intervention events, treatment events, treated events',
  totalNT: 'totaln_arm1',
  nonEventsT: 'bi, tneg, non-events1, non-events treatment',
  personTimeT: 't1i, time e, person time1',
  eventsC:
    'event_arm2, ci, cpos, event c, events c, events2, xc, x2i, events control, events comparator, control events, control cases, comparator events',
  totalNC: 'totaln_arm2',
  nonEventsC: 'di, cneg, non-events2, non-events control',
  personTimeC: 't2i, time c, person time2',
  t: 't',
  p: 'p',
  randomisedT: 'rand_arm1, n_rand_arm1',
  randomisedC: 'rand_arm2, n_rand_arm2',
  riskOfBias: 'overall_rob, overall risk of bias, rob overall',
} as const;

/** What a column of an extraction table says of its row. */
export type SheetField = keyof typeof names;

/** The columns that say each field, by their names in lower case; the first that is filled in a row counts. */
export type SheetColumns = ReadonlyMap<SheetField, readonly string[]>;

export const sheetFields = Object.keys(names) as readonly SheetField[];

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{Letter}\p{Number}]+/gu, '');

const fieldOfName = new Map<string, { readonly field: SheetField; readonly rank: number }>();
for (const field of sheetFields)
  names[field]
    .split(',')
    .map(plain)
    .forEach((name, rank) => fieldOfName.set(name, { field, rank }));

/** The columns of a header that are known by their names. */
export function columnsOf(header: readonly string[]): SheetColumns {
  const ranked = new Map<SheetField, { readonly name: string; readonly rank: number }[]>();
  for (const title of header) {
    const known = fieldOfName.get(plain(title));
    if (!known) continue;
    const name = title.trim().toLowerCase();
    ranked.set(known.field, [...(ranked.get(known.field) ?? []), { name, rank: known.rank }]);
  }
  return new Map(
    [...ranked].map(([field, columns]) => [
      field,
      columns.sort((a, b) => a.rank - b.rank).map(({ name }) => name),
    ]),
  );
}

/** Fields that together give an effect; a table with one of these sets is one of effects by study. */
const givesEffect: readonly (readonly SheetField[])[] = [
  ['g', 'gSe'],
  ['readyG', 'readySe'],
  ['readyG', 'readyVariance'],
  ['readyG', 'ciLow', 'ciHigh'],
  ['oddsRatio', 'ciLow', 'ciHigh'],
  ['riskRatio', 'ciLow', 'ciHigh'],
  ['hazardRatio', 'ciLow', 'ciHigh'],
  ['meanT', 'sdT', 'nT', 'meanC', 'sdC', 'nC'],
  ['meanT', 'seT', 'nT', 'meanC', 'seC', 'nC'],
  ['changeT', 'sdChangeT', 'nT', 'changeC', 'sdChangeC', 'nC'],
  ['eventsT', 'nT', 'eventsC', 'nC'],
  ['eventsT', 'totalNT', 'eventsC', 'totalNC'],
  ['eventsT', 'nonEventsT', 'eventsC', 'nonEventsC'],
  ['eventsT', 'personTimeT', 'eventsC', 'personTimeC'],
];

/** What a table needs to be read as one of effects by study, and does not have. */
export function missingFields(columns: SheetColumns): readonly ('study' | 'instrument')[] {
  const hasStudy = columns.has('study') || columns.has('author');
  const hasNumbers = givesEffect.some((fields) => fields.every((field) => columns.has(field)));
  return [
    ...(hasStudy ? [] : ['study' as const]),
    ...(hasNumbers || columns.has('instrument') ? [] : ['instrument' as const]),
  ];
}

/** Whether a table with this header is one of effects by study rather than one of records to screen. */
export function isSheetHeader(header: readonly string[]): boolean {
  const columns = columnsOf(header);
  const givesArms = columns.has('instrument') && (columns.has('meanT') || columns.has('eventsT'));
  const numbers = givesEffect.some((fields) => fields.every((field) => columns.has(field)));
  return (
    (columns.has('study') || columns.has('author')) &&
    (numbers || givesArms) &&
    !header.some((name) => plain(name) === 'title')
  );
}

/** The names of columns as a page, for docs/extraction-sheets.md. A test keeps that file equal to this. */
export const describeColumns = (): string =>
  [
    '# Extraction sheets',
    '',
    'A table of effects by study (CSV, TSV, Excel; or the file of Review Manager 5, or its export) comes in under **Import**, or is read by `concord import-sheet`, `check` and `results`. What a column holds is known from its name, whatever its capitals, spaces and signs; in the window it can be chosen instead. The first name that is filled in a row counts. A row needs a study, and one whole form of numbers:',
    '',
    '- an effect with its standard error, its variance or its interval;',
    '- an odds, risk or hazard ratio with its interval;',
    '- means with SDs or SEs and group sizes, or mean changes with their SDs;',
    '- events with group sizes, events and no events, or events with person-time.',
    '',
    '| field | names of columns |',
    '| --- | --- |',
    ...sheetFields.map((field) => `| \`${field}\` | ${names[field]} |`),
    '',
    '“T” is the intervention, “C” the comparator. `g` is an effect of which positive favours the intervention already; `readyG` stands as the table has it, a ratio as its logarithm.',
    '',
  ].join('\n');
