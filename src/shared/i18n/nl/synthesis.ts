import type { synthesis as english } from '../en/synthesis';
import { counted, plural, type Translated } from '../text';

const trialsOf = (count: number): string => `${count} ${plural(count, 'trial', 'trials')}`;
const rowsOf = (count: number): string => `${count} ${plural(count, 'rij', 'rijen')}`;

const severalIn = (count: number, trials: string): string =>
  `${trials} ${plural(count, 'geeft', 'geven')} hier meer dan één rij:`;

export const synthesis: Translated<typeof english> = {
  measures: {
    SMD: 'Hedges’ g',
    MD: 'Gemiddeld verschil',
    OR: 'Oddsratio',
    RR: 'Relatief risico',
    RD: 'Risicoverschil',
  },
  views: {
    label: 'Wat te tonen',
    results: 'Resultaten',
    directions: 'Richting van de effecten',
    codes: 'Codes en citaten',
    report: 'Verslag',
  },
  directionsHint:
    'Waar effecten heen wijzen, per trial en uitkomst, wat er ook gepoold is. Een pijl zegt niets over de grootte van een effect; significante resultaten worden hier niet geteld.',
  codesLine: (passages, trials) =>
    `${passages} ${plural(passages, 'passage', 'passages')} uit ${trialsOf(trials)}`,
  noPassages: 'Geen studie beschrijft dit.',
  pageOf: (page) => `p. ${page}`,
  working: 'Bezig met rekenen…',
  failed: 'De analyses konden niet worden uitgevoerd.',
  results: 'Resultaten',
  resultsHint: 'Eén regel per geplande uitkomst en tijd. Kies er een om te zien wat erachter zit.',
  outcome: 'Uitkomst',
  window: 'Tijd',
  rowsTrials: 'Trials (rijen)',
  participants: 'Deelnemers',
  effect: 'Effect [95%-BI]',
  predictionHeading: 'Predictie-interval',
  predictionShort: 'PI',
  predictionNote:
    'PI: predictie-interval, waarin het effect van een nieuwe soortgelijke trial wordt verwacht.',
  nnt: 'NNT',
  direction: 'Richting',
  corrected: 'gecorrigeerd',
  correctedBecause: (studies) => `verschilt in ${studies}`,
  tooFew: (trials, minimum) => `niet gepoold: ${trialsOf(trials)}, gepland vanaf ${minimum}`,
  notPooled: { 'no-rows': 'geen resultaten', narrative: 'in woorden, zoals gepland' },
  nntMethods: {
    'kraemer-kupfer': 'Kraemer & Kupfer',
    'furukawa-leucht': (rate) => `Furukawa & Leucht, ${rate} van de controles met een goede uitkomst`,
  },
  nntHarm: (value) => `${value} (schade)`,
  nntInterval: (best, worst) => `[${best} tot ${worst}]`,
  nntThroughInfinity: (benefit, harm) => `[NNTB ${benefit} tot ∞ tot NNTH ${harm}]`,
  nntNote: (methods) =>
    `NNT: aantal te behandelen voor één goede uitkomst meer (NNTB: baat, NNTH: schade), ${methods}.`,
  directions: { benefit: 'voordeel', harm: 'nadeel', mixed: 'wisselend', none: 'geen' },
  directionLine: (direction, benefit, harm) => `${direction} (${benefit} + / ${harm} −)`,
  dependence: {
    independent: 'Rijen van één trial als onafhankelijk',
    aggregate: 'Eén gemiddelde per trial',
    'three-level': 'Model met drie niveaus',
    robust: 'Gecorreleerde en hiërarchische effecten, robuuste fouten',
  },
  dependenceLabel: 'Meer rijen van één trial',
  handled: {
    independent: (count, trials) =>
      `${severalIn(count, trials)} die worden gepoold alsof ze onafhankelijk zijn.`,
    aggregate: (count, trials) =>
      `${severalIn(count, trials)} elke trial telt één keer, gemiddeld met de aangenomen correlatie.`,
    'three-level': (count, trials) =>
      `${severalIn(count, trials)} een model met drie niveaus neemt ze samen.`,
    robust: (count, trials) =>
      `${severalIn(count, trials)} ze zijn als gecorreleerd gemodelleerd, met robuuste fouten.`,
  },
  why: {
    'shared-control': 'armen tegenover één controlegroep',
    'several-outcomes': 'meer instrumenten',
    'several-times': 'meer meetmomenten',
  },
  sensitivity: {
    'without-high-risk': 'Zonder hoog risico op bias',
    'without-imputed': 'Zonder geïmputeerde getallen',
    'without-outliers': 'Zonder uitschieters',
    'common-effect': 'Model met gemeenschappelijk effect',
    independent: 'Rijen als onafhankelijk',
    aggregate: 'Eén gemiddelde per trial',
    'three-level': 'Model met drie niveaus',
    robust: 'Robuuste variantie',
  },
  same: {
    'nothing-to-leave-out': 'niets weg te laten',
    'not-rated': 'risico op bias niet beoordeeld',
    'one-row-per-trial': 'één rij per trial: gelijk',
    'as-planned': 'is het geplande model',
  },
  leftOutNames: (label, names) => `${label}, weggelaten: ${names}.`,
  outlierRules: {
    interval: 'Uitschieters zijn effecten waarvan het interval het gepoolde interval niet raakt.',
    residual: 'Uitschieters zijn effecten met een gestudentiseerd residu buiten ±1,96.',
  },
  tabs: {
    label: 'Wat er achter het resultaat zit',
    forest: 'Forest plot',
    subgroups: 'Subgroepen',
    moderators: 'Moderatoren',
    sensitivity: 'Sensitiviteit',
    'leave-one-out': 'Eén weggelaten',
    cumulative: 'Cumulatief',
    influence: 'Invloed',
    'small-studies': 'Kleine studies',
    corrected: 'Gecorrigeerd',
  },
  divideBy: 'Indelen naar',
  notDivided: 'Niet ingedeeld',
  noSubgroups: 'Het plan noemt geen subgroepen. Ze worden gepland op het protocolscherm.',
  noModerators: 'Het plan noemt geen moderatoren. Ze worden gepland op het protocolscherm.',
  noSensitivity: 'Het plan noemt geen sensitiviteitsanalyses.',
  tooFewToLeave: 'Niets weg te laten: het resultaat rust op minder dan twee trials.',
  noYears: 'De trials hebben geen jaartal om ze op te ordenen.',
  withoutValue: (label, rows) => `${label}: ${rowsOf(rows)} zonder waarde.`,
  moderator: {
    term: 'Term',
    intercept: 'Intercept',
    coefficient: 'Coëfficiënt [95%-BI]',
    heading: (label) => `Verklaard door ${label}`,
    omnibus: (statistic, p, r2) =>
      `Toets van de moderator: ${statistic}, p ${p}${r2 === null ? '' : `; R² = ${r2}%`}.`,
    residual: (tau2, i2) => `Wat overblijft: τ² = ${tau2}, I² = ${i2}%.`,
    independent: 'Rijen van één trial tellen hier als onafhankelijk.',
    few: 'Minder dan tien rijen per moderator: lees dit als beschrijving, niet als bewijs.',
  },
  influence: {
    heading: 'Wat elke trial met het resultaat doet',
    rstudent: 'Gestudentiseerd residu',
    cookD: 'Cooks afstand',
    heterogeneity: 'Draagt bij aan Q',
    influence: 'Verschuift de schatting',
    mark: 'Markering',
    flagged: 'staat apart',
    note: 'Een residu buiten ±1,96 of een Cooks afstand boven 1 is gemarkeerd. Een gemarkeerde trial moet worden bekeken, niet weggelaten.',
    averaged: 'Trials met meer rijen tellen als één gemiddelde.',
  },
  smallStudies: {
    tooFew: (studies, minimum) =>
      `Geen toetsen: die zijn gepland vanaf ${counted(minimum, 'trial', 'trials')} en er ${plural(studies, 'is', 'zijn')} er ${studies}. Met zo weinig trials zouden ze niets zeggen; kijk naar de funnelplot.`,
    egger: (slope, interval, p) => `Regressie van Egger: bias ${slope} ${interval}, p ${p}.`,
    begg: (tau, p, exact) =>
      `Rangcorrelatie van Begg: τ = ${tau}, p ${p}${exact ? '' : ' (normale benadering)'}.`,
    trimAndFill: (count, side, effect) =>
      count === 0
        ? 'Trim-and-fill voegt geen studie toe.'
        : `Trim-and-fill voegt ${count} ${plural(count, 'studie', 'studies')} toe aan de ${side === 'left' ? 'linkerkant' : 'rechterkant'}; daarmee ${effect}.`,
    limits:
      'Kleine trials kunnen om andere redenen verschillen dan publicatiebias: andere mensen, nauwere begeleiding, mindere kwaliteit, toeval. Bij gestandaardiseerde verschillen hangt het effect samen met zijn standaardfout, waardoor de toets van Egger te vaak waarschuwt. Trim-and-fill neemt aan dat alleen ontbrekende studies een funnel scheef maken; het is een gedachte-experiment, geen gecorrigeerd resultaat.',
    averaged: 'Trials met meer rijen tellen als één gemiddelde.',
  },
  correction: {
    published: 'Zoals geëxtraheerd',
    corrected: 'Gecorrigeerd',
    heading: 'Waarom de twee verschillen',
    row: 'Rij',
    change: 'Gelezen als',
    before: 'Zoals geëxtraheerd',
    after: 'Gecorrigeerd',
    reason: 'Reden',
    changes: {
      'sd-is-se': 'standaarddeviaties die standaardfouten zijn',
      sign: 'de andere richting',
      'leave-out': 'weggelaten',
    },
    gone: 'niet in het gecorrigeerde blad',
    suspects: (count) =>
      `${count} ${plural(count, 'rij heeft', 'rijen hebben')} standaarddeviaties die op standaardfouten lijken:`,
    whatIf: 'Toon met deze als standaardfouten gelezen',
    whatIfReason: (given, typical) =>
      typical === null
        ? `Standaarddeviaties van ${given} zijn veel te klein naast hun gemiddelden; als standaardfouten passen ze.`
        : `Standaarddeviaties van ${given}, waar hetzelfde instrument in de andere trials meestal ${typical} heeft; als standaardfouten passen ze.`,
    whatIfShown: 'Alleen hier getoond: beantwoord het onder Overdragen, waar het een correctie kan worden.',
    summary: (before, after, i2Before, i2After) =>
      `Zoals geëxtraheerd ${before}, I² ${i2Before}%; gecorrigeerd ${after}, I² ${i2After}%.`,
  },
  figures: {
    favours: { intervention: 'interventie', control: 'controle' },
    trials: 'Trials',
    rows: 'Rijen',
    i2: 'I²',
    p: 'p',
    leftOut: 'Weggelaten',
    added: 'Toegevoegd, naar jaar',
    analysis: 'Analyse',
    subgroup: 'Subgroep',
    overallRisk: 'Totaal',
    notPooled: 'niet gepoold',
    levelNotPooled: 'Niet gepoold: te weinig trials',
    withoutValue: 'Geen waarde',
    noTestBetween: 'Geen toets: minder dan twee niveaus zijn gepoold',
    betweenByF: (f, df, p) => `Verschil tussen subgroepen: F = ${f}, df = ${df}, p ${p}`,
    leaveOneOutTitle: (of) => `Eén trial weggelaten: ${of}`,
    cumulativeTitle: (of) => `Cumulatief: ${of}`,
    sensitivityTitle: (of) => `Sensitiviteitsanalyses: ${of}`,
    subgroupsTitle: (of) => `Subgroepen: ${of}`,
    baujatTitle: (of) => `Baujat-plot: ${of}`,
    bubbleTitle: (of, moderator) => `${of}: verklaard door ${moderator}`,
    directionTitle: 'Richting van de effecten',
    participants: 'n',
    risk: 'Bias',
    countLine: (benefit, harm, mixed) => `${benefit} ▲  ${harm} ▼  ${mixed} ◆`,
    counts: 'Trials',
    signTest: 'Tekentoets, p',
    directionLegend: {
      benefit: 'In het voordeel van de interventie (minstens 70% van de resultaten van de trial)',
      harm: 'In het voordeel van de controle (minstens 70%)',
      mixed: 'Resultaten verschillen of hebben geen richting',
    },
    sizeLegend:
      'Klein, middel, groot: minder dan 50, 50 tot 300, meer dan 300 deelnemers. Het getal ernaast telt resultaten.',
    describeDirection: (trials, outcomes) =>
      `Effectrichtingsplot van ${trialsOf(trials)} en ${outcomes} ${plural(outcomes, 'uitkomst', 'uitkomsten')}.`,
    describeDirectionColumn: (label, benefit, harm, mixed, p) =>
      `${label}: ${trialsOf(benefit)} in het voordeel van de interventie, ${harm} van de controle, ${mixed} wisselend${p === '' ? '' : `, tekentoets p ${p}`}.`,
    describeDirectionCell: (study, outcome, direction, results) =>
      `${study}, ${outcome}: ${direction}, ${results} ${plural(results, 'resultaat', 'resultaten')}`,
    funnelTitle: (of) => `Funnelplot: ${of}`,
  },
  rowDialog: {
    toExtraction: 'Naar extractie',
    compared: (intervention, control) => `${intervention} tegenover ${control}`,
    number: 'Getal',
    value: 'Waarde',
    page: 'Pagina',
    quote: 'Citaat',
    effect: 'Effect, zoals geanalyseerd',
  },
  departures: {
    title: 'Afwijkingen van het plan',
    count: (count) => `${count} ${plural(count, 'afwijking', 'afwijkingen')} van het plan`,
    none: 'Niets wijkt af van het plan.',
    names: {
      method: 'Model',
      test: 'Toets',
      dependence: 'Meer rijen van een trial',
      assumedCorrelation: 'Aangenomen correlatie',
      minimumTrials: 'Minimumaantal trials',
      sharedControls: 'Gedeelde controlegroepen',
    },
    changed: (name, planned, used) => `${name}: gepland ${planned}, gebruikt ${used}.`,
    noPlan: 'Het protocol bevat geen analyseplan; het gebruikelijke plan geldt.',
    notInPlan: (rows, outcomes) =>
      `${rows} ${plural(rows, 'rij valt', 'rijen vallen')} buiten elke geplande analyse: ${outcomes}.`,
    noRows: (label, window) => `${label}${window === '' ? '' : `, ${window}`}: geen resultaten.`,
    fieldEmpty: (label, field) => `${label}: geen studie heeft een waarde voor ‘${field}’.`,
    withoutMeasure: (label, rows, measure) =>
      `${label}: ${rows} ${plural(rows, 'rij geeft', 'rijen geven')} geen ${measure}.`,
    notPoolable: (count, names) =>
      `${count} geschikte ${plural(count, 'studie is', 'studies zijn')} niet gepoold en ${plural(count, 'wordt', 'worden')} in woorden beschreven: ${names}.`,
    notPoolableReasons: {
      'no-usable-data': 'geen bruikbare gegevens',
      'not-as-needed': 'gegevens niet gerapporteerd zoals nodig',
      'no-answer': 'auteurs antwoordden niet',
      'no-comparison': 'geen vergelijking die het plan poolt',
      other: 'een andere reden',
    },
    corrected: (rows) => `${rows} ${plural(rows, 'rij wordt', 'rijen worden')} ook gecorrigeerd getoond.`,
  },
};
