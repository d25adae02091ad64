import type { results as english } from '../en/results';
import { counted, plural, type Translated } from '../text';

export const results: Translated<typeof english> = {
  title: 'Poolen',
  model: 'Model',
  test: 'Toets en interval',
  asProtocol: 'Zoals in het protocol',
  departs: 'Wijkt af van het protocol: alleen hier getoond',
  saveFigure: 'Figuur opslaan als',
  saveFigureAs: (kind) => `Figuur opslaan als ${kind}`,
  saveFailed: (name) => `${name} kon niet worden opgeslagen`,
  leftOut: (count) =>
    `${count} ${plural(count, 'resultaat', 'resultaten')} weggelaten: er is geen effect te berekenen`,
  emptyTitle: 'Nog niets te poolen',
  emptyText:
    'Het blad vult zich met definitieve extracties: extraheer met twee beoordelaars en stel vast, of importeer een bestaand blad onder Importeren.',
  toExtraction: 'Naar extractie',
  handOverTitle: 'Overdragen',
  handOverIntro: (rows, trials, version) =>
    `Het poolblad zoals het nu is: ${counted(rows, 'rij', 'rijen')} van ${counted(trials, 'trial', 'trials')}, protocolversie ${version}.`,
  freeze: 'Dit blad vastleggen',
  freezeHint: 'Vastleggen noteert wat er precies uitging: versie, rijen en een vingerafdruk van de inhoud.',
  frozen: (version) => `Bladversie ${version} is vastgelegd`,
  frozenTitle: 'Vastgelegde versies',
  fingerprint: 'Vingerafdruk',
  files: 'Bestanden',
  saved: (name) => `${name} is opgeslagen`,
  save: 'Opslaan',
};
