import { counted, plural, type Translated } from '../text';
import type { handOff as english } from '../en/hand-off';

export const handOff: Translated<typeof english> = {
  characteristics: {
    title: 'Kenmerken van de geïncludeerde studies',
    study: 'Studie',
    participants: 'Deelnemers',
    intervention: 'Interventie',
    comparator: 'Vergelijking',
    outcomes: 'Uitkomsten (instrument, meetmoment)',
    riskOfBias: 'Risico op bias',
    others: 'Overige kenmerken',
    notReported: 'NR',
    noteNr: 'NR: niet gerapporteerd of niet geëxtraheerd.',
    noteN: 'Deelnemers: elke arm één keer, met het grootste geanalyseerde aantal.',
    noteRisk: 'Risico op bias: totaaloordeel.',
    noteNotPooled: '*: geschikt en niet gepoold; in woorden beschreven.',
  },
  notPooled: {
    study: 'Studie',
    reason: 'Waarom niet gepoold',
    note: 'Notitie',
    interventions: 'Interventies',
    comparators: 'Controlegroepen',
    outcomes: 'Geëxtraheerde uitkomsten',
    by: 'Gezegd door',
    at: 'Op',
  },
  directions: {
    title: 'Richting van de effecten',
    study: 'Studie',
    participants: 'n',
    riskOfBias: 'Risico op bias',
    trials: 'Trials (▲ / ▼ / ◄►)',
    signTest: 'Tekentoets, p',
    signs: { benefit: '▲', harm: '▼', mixed: '◄►', none: '–' },
    notes: [
      '▲ in het voordeel van de interventie, ▼ in het voordeel van de vergelijking, ◄► tegenstrijdige resultaten; – wijst nergens heen. Het getal tussen haakjes telt resultaten.',
      'Een trial wijst één kant op als minstens 70% van de resultaten in die uitkomst dat doet (Boon & Thomson 2021). Tekentoets van ▲ tegen ▼ (Cochrane Handbook 12.2.1.3).',
    ],
  },
  workbook: {
    final: 'Definitief',
    study: 'Studie',
    domain: 'Uitkomst',
    instrument: 'Instrument',
    time: 'Meetmoment',
    weeks: 'Weken',
    shape: 'Vorm',
    higherIsBetter: 'Hoger is beter',
    yes: 'ja',
    no: 'nee',
    differs: 'Verschilt van het definitieve blad in',
    missing: 'niet in het definitieve blad',
  },
  groups: { sheet: 'Poolblad', tables: 'Tabellen voor het artikel', revman: 'Voor RevMan' },
  saveAll: 'Alles opslaan als één bestand (ZIP)',
  files: {
    bundle: {
      label: 'Poolblad, volledig (JSON)',
      hint: 'Voor de poolmodule: rijen, plan, correcties, controles, wie wat heeft vastgesteld. Kan weer worden geïmporteerd.',
    },
    schema: { label: 'Schema van de JSON (JSON Schema)', hint: 'Voor wie tegen de bundel programmeert.' },
    'metapsy-csv': {
      label: 'Poolblad, Metapsy-standaard (CSV)',
      hint: 'Voor metapsyTools, R, Excel. Eén rij per resultaat, positief is in het voordeel van de interventie.',
    },
    metafor: {
      label: 'Analysescript (R, metafor)',
      hint: 'Draait zo naast pooling-sheet.csv en print de getallen van het poolscherm.',
    },
    'planned-analyses': {
      label: 'Elke geplande analyse (R, metafor)',
      hint: 'Draait op zichzelf, de gegevens staan erin: gepoolde effecten, subgroepen, moderatoren, gevoeligheid, kleine studies, elk onderzoek weggelaten.',
    },
    'long-csv': { label: 'Poolblad, lang (CSV)', hint: 'Eén regel per getal, met bladzijde en citaat.' },
    dictionary: {
      label: 'Codeboek van de gegevens (CSV)',
      hint: 'Wat elke naam in de lange vorm betekent, met de formule waarin die wordt gebruikt.',
    },
    xlsx: {
      label: 'Extractieblad met elke codeur (Excel)',
      hint: 'Het definitieve blad en een tabblad per codeur; verschillen zijn gemarkeerd en benoemd. Alleen definitieve studies.',
    },
    'characteristics-docx': { label: 'Kenmerkentabel (Word)', hint: 'Voor het manuscript.' },
    'characteristics-html': {
      label: 'Kenmerkentabel (HTML)',
      hint: 'Hetzelfde, om in een browser te lezen of te plakken.',
    },
    'directions-docx': {
      label: 'Richting van de effecten (Word)',
      hint: 'Voor een synthese zonder meta-analyse: waar effecten heen wijzen, per trial en uitkomst.',
    },
    'directions-html': {
      label: 'Richting van de effecten (HTML)',
      hint: 'Hetzelfde, om in een browser te lezen of te plakken.',
    },
    'directions-csv': { label: 'Richting van de effecten (CSV)', hint: 'Hetzelfde, als tabel.' },
    'not-pooled-csv': {
      label: 'Niet-gepoolde studies (CSV)',
      hint: 'Geschikte studies voor de narratieve synthese, met de reden en wat is geëxtraheerd.',
    },
    'revman-studies': { label: 'Studie-informatie (CSV)', hint: 'Eén regel per studie met de kenmerken.' },
    'revman-arms': { label: 'Studiearmen (CSV)', hint: 'Eén regel per arm met de interventie.' },
    'revman-results': { label: 'Studieresultaten (CSV)', hint: 'Eén regel per arm van een resultaat.' },
    'revman-rob2': { label: 'Risk of bias 2 (CSV)', hint: 'Eén regel per resultaat.' },
  },
  frozen: {
    same: (version: number) => `Er is niets veranderd sinds versie ${version}.`,
    line: (version: number, rows: number, trials: number, protocol: number, day: string) =>
      `Versie ${version}: ${counted(rows, 'rij', 'rijen')} van ${counted(trials, 'trial', 'trials')}, protocolversie ${protocol}, ${day}`,
    checks: (outstanding: number, corrections: number) =>
      `${outstanding} ${plural(outstanding, 'signaal', 'signalen')} niet beantwoord, ${corrections} ${plural(corrections, 'resultaat', 'resultaten')} anders gelezen`,
    save: (version: number) => `Versie ${version} opslaan (JSON)`,
    missing: 'De inhoud van deze versie staat niet op deze computer.',
  },
};
