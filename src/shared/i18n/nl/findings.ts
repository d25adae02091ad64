import type { findings as english } from '../en/findings';

const number = (value: string | number | undefined, digits = 2): string =>
  typeof value === 'number'
    ? value.toFixed(digits).replace('-', '\u2212').replace('.', ',')
    : String(value ?? '');

export const findings: typeof english = {
  severities: { error: 'Waarschijnlijk fout', warning: 'Kijk nog eens', note: 'Ter informatie' },
  codes: {
    'row-shape': (d) =>
      `De rij heeft ${d['cells']} cellen, de kop ${d['columns']}: de kolommen zijn misschien verschoven.`,
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
      `Er staan aantallen gebeurtenissen in een rij van type “${d['type']}”: misschien horen ze bij een andere rij.`,
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
      `${d['rows']} rijen hebben een nameting voor het einde van de interventie (${d['example']}: week ${d['weeks']}, interventie van ${d['duration']}): de tijd staat waarschijnlijk in maanden.`,
  },
};
