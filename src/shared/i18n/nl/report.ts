import type { report as english } from '../en/report';
import { counted, plural, type Translated } from '../text';

export const report: Translated<typeof english> = {
  title: 'Verslag',
  hint: 'Voorgesteld uit het plan en de getallen zoals ze nu zijn. Klik op een zin om de analyse te zien waar hij vandaan komt. Sla het op en bewerk het: het is een concept, geen artikel.',
  methods: 'Methode van de analyse',
  results: 'Resultaten van de analyse',
  copy: 'Kopiëren',
  copied: 'Gekopieerd',
  save: 'Opslaan als',
  saveAll: (kind) => `Verslag opslaan als ${kind}`,
  tables: 'Tabellen',
  saveTable: (table, kind) => `‘${table}’ opslaan als ${kind}`,
  program: (version) => `Concord ${version}`,
  measure: (measure, formula, ratio) =>
    `Effecten zijn weergegeven als ${measure.charAt(0).toLocaleLowerCase('nl')}${measure.slice(1)}${formula === null ? '' : ` (variantie: ${formula})`}${ratio ? ', gepoold als logaritmen' : ''}.`,
  estimators: {
    DL: 'van DerSimonian en Laird',
    REML: 'van restricted maximum likelihood (REML)',
    ML: 'van maximum likelihood',
    PM: 'van Paule en Mandel',
    SJ: 'van Sidik en Jonkman',
    EB: 'van empirical Bayes',
    HS: 'van Hunter en Schmidt',
    HE: 'van Hedges',
  },
  tests: {
    z: 'volgens de normale verdeling',
    hk: 'volgens Hartung en Knapp',
    hkTruncated: 'volgens Hartung en Knapp, nooit smaller dan de normale',
  },
  commonEffect: 'Ze zijn gepoold met een model met gemeenschappelijk effect (inverse variantie).',
  randomEffects: (estimator, test) =>
    `Ze zijn gepoold met een random-effectsmodel met de schatter ${estimator} voor de variantie tussen studies en 95%-betrouwbaarheidsintervallen ${test}.`,
  heterogeneity: (prediction) =>
    `Heterogeniteit is beschreven met I² (uit Q) en τ²${prediction ? ', met 95%-predictie-intervallen' : ''}.`,
  minimum: (trials) => `Resultaten van minder dan ${counted(trials, 'trial', 'trials')} zijn niet gepoold.`,
  dependence: {
    independent: (_correlation) => 'Meer effecten van één trial zijn gepoold alsof ze onafhankelijk waren.',
    aggregate: (correlation) =>
      `Meer effecten van één trial zijn gemiddeld, met een aangenomen correlatie van ${correlation}.`,
    'three-level': (_correlation) => 'Meer effecten van één trial zijn gemodelleerd met drie niveaus.',
    robust: (correlation) =>
      `Meer effecten van één trial zijn gemodelleerd als gecorreleerd (${correlation}) en hiërarchisch, met clusterrobuuste fouten.`,
  },
  sharedControls: 'Een controlegroep die met meer armen is vergeleken, is over die armen verdeeld.',
  subgroups: (names, common) =>
    `Subgroepen waren gepland naar ${names}, ${common ? 'met één variantie tussen studies voor alle' : 'elk met een eigen variantie tussen studies'}.`,
  moderators: (names) => `Metaregressies waren gepland op ${names}.`,
  sensitivity: (names) => `Geplande sensitiviteitsanalyses: ${names}.`,
  smallStudies: (minimum) =>
    `Effecten van kleine studies zijn onderzocht met de regressie van Egger, de rangcorrelatie van Begg en trim-and-fill waar er minstens ${counted(minimum, 'trial was', 'trials waren')}.`,
  nnt: (method) => `Numbers needed to treat (NNT) zijn berekend volgens de methode van ${method}.`,
  software: (program) => `De analyses zijn gemaakt met ${program}.`,
  departure: (sentence) => `Afwijking van het plan: ${sentence}`,
  basedOn: (trials, rows, participants) =>
    `${trials} ${plural(trials, 'trial', 'trials')}${rows === trials ? '' : `, ${counted(rows, 'resultaat', 'resultaten')}`}${participants === '–' ? '' : `, ${counted(participants, 'deelnemer', 'deelnemers')}`}`,
  nothing: (title) => `${title}: geen trial rapporteerde resultaten.`,
  pooled: (title, based, numbers) => `${title} (${based}): ${numbers}.`,
  notPooled: (title, why, based, benefit, harm) =>
    `${title} (${based}): ${why}; ${benefit} ${plural(benefit, 'resultaat', 'resultaten')} in het voordeel van de interventie, ${harm} van de controle.`,
  predicted: (interval) => `predictie-interval ${interval}`,
  corrected: (studies, effect, i2) =>
    `Met de getallen van ${studies} gecorrigeerd is het ${effect}, I² = ${i2}%.`,
  resultsCaption: (review) => `Resultaten van ${review}`,
  resultsNote:
    'Effecten met 95%-betrouwbaarheidsintervallen. Rijen: resultaten, waar een trial er meer dan één geeft. ≥: sommige trials vermelden niet hoeveel mensen meededen.',
  correctionNote: (study, instrument, change, reason) =>
    `Gecorrigeerd: ${study} (${instrument}), gelezen als ${change}. ${reason}`,
  measureHeading: 'Maat',
  betweenHeading: 'p tussen',
  designHeading: 'Design',
  codeHeading: 'Code',
  signs: { benefit: '▲', harm: '▼', mixed: '◆', none: '○' },
  directionsNote:
    'Richting van de resultaten van een trial (resultaten in het voordeel / alle resultaten). Minstens 70% moet overeenstemmen; er wordt niet op significantie geteld. Tekentoets van trials in het voordeel tegen trials in het nadeel.',
  tableNames: {
    results: 'Resultaten',
    directions: 'Richting van de effecten',
    subgroups: 'Subgroepen',
    codes: 'Citaten',
  },
};
