import type { findings as english } from '../en/findings';
import { counted, plural } from '../text';

const number = (value: string | number | undefined, digits = 2): string =>
  typeof value === 'number'
    ? value.toFixed(digits).replace('-', '\u2212').replace('.', ',')
    : String(value ?? '');

const many = (count: string | number | undefined, one: string, other: string): string =>
  counted(count ?? '', one, other);

export const findings: typeof english = {
  severities: { error: 'Waarschijnlijk fout', warning: 'Kijk nog eens', note: 'Ter informatie' },
  codes: {
    'row-shape': (d) =>
      `De rij heeft ${many(d['cells'], 'cel', 'cellen')}, de kop ${d['columns']}: de kolommen zijn misschien verschoven.`,
    'no-effect': () => 'De rij geeft geen effect en geen getallen om er een uit te berekenen.',
    'g-differs': (d) =>
      `Het blad zegt g = ${number(d['sheet'])}; de gemiddelden en SD’s geven ${number(d['recomputed'])}.`,
    'se-differs': (d) =>
      `Het blad zegt SE = ${number(d['sheet'], 3)}; de gemiddelden en SD’s geven ${number(d['recomputed'], 3)}. Andere groepsgroottes gebruikt?`,
    'no-source': (d) => `g = ${number(d['g'])} staat er zonder de getallen waar het uit komt.`,
    'unusual-effect': (d) => `g = ${number(d['g'])} is ongewoon groot in dit veld. Kijk nog eens in de bron.`,
    sign: (d) =>
      `Teken tegen het instrument in: op “${d['instrument']}” geven de gemiddelden g = ${number(d['expected'])}, het blad zegt ${number(d['sheet'])}.`,
    'ready-effect-of-other-row': (d) =>
      `Het kant-en-klare effect ${number(d['value'])} hoort bij rij ${d['row']} (${d['study']}), niet hier.`,
    'ready-effect-differs': (d) =>
      `Het kant-en-klare effect ${number(d['value'])} is niet het effect van deze rij (${number(d['sheet'])}).`,
    'events-in-wrong-row': (d) =>
      d['row'] === undefined
        ? `Er staan aantallen gebeurtenissen in een rij van type “${d['type']}”: misschien horen ze bij een andere rij.`
        : `Er staan aantallen gebeurtenissen in een rij van type “${d['type']}”; ze geven het effect van rij ${d['row']} (${d['study']}).`,
    'events-missing': () =>
      'De rij is een dichotome uitkomst maar heeft geen aantallen; die staan misschien in een andere rij.',
    'se-as-sd': (d) =>
      `De SD’s (${number(d['sdT'])}, ${number(d['sdC'])}) lijken standaardfouten: maal √n zijn ze ${number(d['asSdT'])} en ${number(d['asSdC'])}${d['typical'] === undefined ? '' : `, en elders is de SD van dit instrument ongeveer ${number(d['typical'])}`}.`,
    'rob-word': (d) => `“${d['word']}” is geen oordeel van RoB 2.`,
    'rob-rule': (d) =>
      `Het totale risico op bias is “${d['sheet']}”; volgens de regel van RoB 2 geven de domeinen “${d['rule']}”.`,
    'garbled-text': (d) => `Letters zijn verminkt: ${d['text']}`,
    'shared-control': (d) =>
      `Een andere rij van deze studie (rij ${d['other']}) heeft dezelfde uitkomst en tijd: deelnemers of een controlegroep tellen dubbel.`,
    'months-as-weeks': (d) =>
      `${many(d['rows'], 'rij heeft', 'rijen hebben')} een nameting voor het einde van de interventie (${d['example']}: week ${d['weeks']}, interventie van ${d['duration']}): de tijd staat waarschijnlijk in maanden.`,
    'sd-se-differ': (d) =>
      `SD ${number(d['sd'])} en SE ${number(d['se'])} horen niet bij één groep van ${d['n']}: SD/√n is ${number(d['expected'])}.`,
    't-differs': (d) =>
      `De gemiddelden en SD’s geven t(${d['df']}) = ${number(d['recomputed'])}; gerapporteerd is ${number(d['reported'])}.`,
    'p-differs': (d) =>
      `De gemiddelden en SD’s geven p = ${number(d['recomputed'], 3)}; gerapporteerd is ${number(d['reported'], 3)}.`,
    'ci-asymmetric': (d) =>
      `Het interval ${number(d['ciLow'])} tot ${number(d['ciHigh'])} ligt op geen enkele schaal rond de schatting ${number(d['estimate'])}.`,
    'ci-se-differ': (d) =>
      `Het interval is zo breed als een SE van ${number(d['expected'], 3)} het maakt; opgegeven is ${number(d['se'], 3)}.`,
    'direction-differs': (d) =>
      d['known'] === 'higher'
        ? `Op “${d['instrument']}” is volgens de handleiding een hogere score beter; hier staat dat lager beter is.`
        : `Op “${d['instrument']}” is volgens de handleiding een lagere score beter; hier staat dat hoger beter is.`,
    'events-above-n': (d) =>
      `${many(d['events'], 'persoon', 'mensen')} met de gebeurtenis in een groep van ${d['n']}.`,
    'n-above-randomised': (d) =>
      `${many(d['n'], 'persoon', 'mensen')} geanalyseerd, ${d['randomised']} naar deze arm gerandomiseerd.`,
    'n-differs': (d) =>
      `Hier ${many(d['n'], 'persoon', 'mensen')} uit deze arm, op hetzelfde moment ${d['other']} op “${d['instrument']}” (rij ${d['row']}).`,
    'mean-outside-range': (d) =>
      `Een gemiddelde van ${number(d['mean'])} kan niet: scores lopen van ${d['min']} tot ${d['max']}.`,
    'sd-outside-range': (d) =>
      `Een SD van ${number(d['sd'])} kan niet: bij een gemiddelde van ${number(d['mean'])} tussen ${d['min']} en ${d['max']} is die hoogstens ${number(d['largest'])}.`,
    'mean-equals-sd': (d) =>
      `Gemiddelde en SD zijn hetzelfde getal, ${number(d['mean'])}: is er een dubbel getypt?`,
    grim: (d) =>
      `${many(d['n'], 'hele score kan', 'hele scores kunnen')} geen gemiddelde van ${number(d['mean'])} hebben (GRIM). Items aangevuld, of een gecorrigeerd gemiddelde?`,
    grimmer: (d) =>
      `${many(d['n'], 'hele score', 'hele scores')} met een gemiddelde van ${number(d['mean'])} ${plural(d['n'] ?? '', 'kan', 'kunnen')} geen SD van ${number(d['sd'])} hebben (GRIMMER).`,
    'change-and-final': (d) =>
      `“${d['domain']}” mengt ${many(d['changes'], 'rij', 'rijen')} met verschilscores en ${d['finals']} met eindscores; hun SD’s meten iets anders.`,
    'duplicate-row': (d) => `Dezelfde getallen staan in rij ${d['row']} (${d['instrument']}).`,
    'numbers-of-other-study': (d) =>
      `Rij ${d['row']} van ${d['study']} heeft tot op het laatste cijfer dezelfde getallen.`,
    'time-unit': (d) =>
      `Het meetmoment is “${d['time']}”, de weken zeggen ${d['weeks']}: maanden onder weken?`,
    'words-among-numbers': (d) =>
      `In ${many(d['cells'], 'getalkolom', 'getalkolommen')} staan woorden (${d['example']}): de kolommen van deze rij zijn misschien verschoven.`,
  },
};
