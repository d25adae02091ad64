import type { pooling as english } from '../en/pooling';
import { counted, plural, type Translated } from '../text';

export const pooling: Translated<typeof english> = {
  errors: {
    'no-studies': 'Geen enkele rij heeft zowel een effect als een variantie, dus er valt niets te poolen.',
    'variance-not-positive': (study: string) =>
      `${study} heeft een variantie van nul of lager. Controleer de standaardfout of de steekproefgrootte.`,
    'number-out-of-range': (study: string) =>
      `${study} heeft een effect of variantie die te groot of te klein is om mee te rekenen. Controleer de getallen.`,
    'variances-too-unequal':
      'De grootste variantie is zoveel maal de kleinste dat deze studies niet samen te analyseren zijn. Controleer de getallen.',
    'level-out-of-range': 'Het betrouwbaarheidsniveau moet tussen 0 en 1 liggen, bijvoorbeeld 0,95.',
    'rho-out-of-range': 'De aangenomen correlatie moet tussen 0 en 1 liggen.',
    'too-few-studies': (needed: string, found: string) =>
      `Deze analyse heeft minstens ${counted(needed, 'effect', 'effecten')} nodig; er ${plural(found, 'is', 'zijn')} er ${found}.`,
    'too-few-clusters': (needed: string, found: string) =>
      `Deze analyse heeft effecten uit minstens ${counted(needed, 'trial', 'trials')} nodig; er ${plural(found, 'is', 'zijn')} er ${found}.`,
    'field-missing': (field: string) => `Geen enkele rij heeft een waarde voor ‘${field}’.`,
    'moderators-collinear': (term: string) =>
      `‘${term}’ ligt al vast door de andere moderatoren. Laat er een weg.`,
    'predictor-constant': 'Alle studies zijn even groot, dus grootte kan hun effecten niet verklaren.',
    'effects-equal':
      'Alle effecten zijn gelijk, dus over hun samenhang met de grootte van de studies valt niets te zeggen.',
    'size-not-positive': (study: string) =>
      `${study} heeft geen deelnemers, dus de grootte is niet te gebruiken.`,
    'events-negative': (study: string) => `${study} heeft een negatief aantal gebeurtenissen.`,
    'events-exceed-n': (study: string) => `${study} heeft meer gebeurtenissen dan deelnemers.`,
    'no-events': 'Er zijn in beide armen samen te weinig gebeurtenissen om deze maat te bepalen.',
    'covariance-not-positive': 'De aangenomen correlaties en varianties spreken elkaar tegen.',
    'not-supported': 'Deze soort analyse is niet bekend.',
    'options-invalid': 'De opties passen niet bij deze soort analyse.',
    'dataset-unknown': 'De genoemde gegevensset staat niet in het bestand.',
    'not-a-cases-file': (where: string) => `Dit is geen bestand met pooling-opdrachten (zie ‘${where}’).`,
    'a-study': 'Een studie',
  },

  figures: {
    study: 'Studie',
    weight: 'Gewicht',
    intervention: 'Interventie',
    comparator: 'Controle',
    events: 'Gebeurtenissen',
    total: 'Totaal',
    mean: 'Gemiddelde',
    sd: 'SD',
    n: 'n',
    effectHeading: (measure: string, level: string) => `${measure} [${level}%-BI]`,
    commonEffect: 'Gemeenschappelijk effect',
    randomEffects: (method: string) => `Random effects (${method})`,
    randomEffectsHartungKnapp: (method: string) => `Random effects (${method}, Hartung-Knapp)`,
    subtotal: (group: string) => `Subtotaal: ${group}`,
    prediction: (level: string) => `${level}%-predictie-interval`,
    predictionNormal: 'normaal',
    predictionT: (df: string) => `t, ${counted(df, 'vrijheidsgraad', 'vrijheidsgraden')}`,
    heterogeneity: (tau2: string, i2: string, q: string, df: string, p: string) =>
      `Heterogeniteit: τ² = ${tau2}, I² = ${i2}%, Q = ${q}, df = ${df}, p ${p}`,
    heterogeneityCommon: (i2: string, q: string, df: string, p: string) =>
      `Heterogeniteit: I² = ${i2}%, Q = ${q}, df = ${df}, p ${p}`,
    oneStudy: 'Heterogeniteit: niet van toepassing bij één studie',
    betweenGroups: (q: string, df: string, p: string) =>
      `Verschil tussen subgroepen: Q = ${q}, df = ${df}, p ${p}`,
    favours: (arm: string) => `In het voordeel van ${arm}`,
    notEstimable: 'niet te schatten',
    riskOfBias: 'Risico op bias',
    judgements: {
      low: 'Laag',
      some: 'Enige zorgen',
      high: 'Hoog',
      critical: 'Kritiek',
      'no-information': 'Geen informatie',
      'not-applicable': 'Niet van toepassing',
    },
    describeForest: (title: string, studies: number, measure: string) =>
      `${title}. Forest plot van ${studies} ${plural(studies, 'effect', 'effecten')}, ${measure}.`,
    describeSummary: (label: string, estimate: string, low: string, high: string) =>
      `${label}: ${estimate}, interval van ${low} tot ${high}.`,
    describePrediction: (low: string, high: string) => `Predictie-interval van ${low} tot ${high}.`,
    describeStudy: (label: string, estimate: string, low: string, high: string, weight: string) =>
      `${label}: ${estimate}, interval van ${low} tot ${high}${weight === '' ? '' : `, gewicht ${weight}`}.`,
    describeJudgement: (label: string, judgement: string) => `${label}: ${judgement}`,
    describeFunnel: (title: string, studies: number, measure: string, lowSe: string, highSe: string) =>
      `${title}. Funnelplot van ${studies} ${plural(studies, 'effect', 'effecten')}, ${measure}; standaardfouten van ${lowSe} tot ${highSe}.`,
    describeFilled: (count: number) =>
      `${count} ${plural(count, 'effect', 'effecten')} toegevoegd met trim-and-fill.`,
    describeSides: (left: number, right: number) =>
      `${left} links van het gepoolde effect, ${right} rechts ervan.`,
    baujatHeterogeneity: 'Bijdrage aan de heterogeniteit (gekwadrateerd Pearson-residu)',
    baujatInfluence: 'Invloed op de schatting',
    describeBaujat: (title: string, studies: number) =>
      `${title}. Baujat-plot van ${studies} ${plural(studies, 'studie', 'studies')}.`,
    describeBaujatPoint: (label: string, heterogeneity: string, influence: string, apart: boolean) =>
      `${label}: heterogeniteit ${heterogeneity}, invloed ${influence}${apart ? ', staat apart' : ''}.`,
    describeBubble: (title: string, studies: number, measure: string, moderator: string) =>
      `${title}. Bubbelplot van ${studies} ${plural(studies, 'effect', 'effecten')}, ${measure} tegen ${moderator}.`,
    describeBubbleLine: (from: string, first: string, to: string, last: string) =>
      `Geschat effect ${first} bij ${from} en ${last} bij ${to}.`,
    standardError: 'Standaardfout',
    contour: (p: string) => `p < ${p}`,
    noContour: (p: string) => `p ≥ ${p}`,
    observed: 'Waargenomen',
    filledIn: 'Toegevoegd',
    pooledEffect: 'Gepoold effect',
    pseudoInterval: (level: string) => `${level}%-grenzen zonder heterogeniteit`,
  },
};
