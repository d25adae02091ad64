import type { Translated } from '../text';
import type { checks as english } from '../en/checks';
import { plural } from '../text';

export const checks: Translated<typeof english> = {
  title: 'Controles',
  none: 'Geen enkele controle heeft iets op te merken over deze getallen.',
  ownHint: 'Alleen over wat u zelf hebt ingevuld. Kijk nog eens in de bron voordat u afrondt.',
  finalHint:
    'Wat er in de definitieve getallen verdacht uitziet. Verbeter de extractie, zeg waarom het zo klopt, of lees het resultaat anders naast wat er is geëxtraheerd.',
  outstanding: (count: number) =>
    count === 0
      ? 'Elk signaal is beantwoord.'
      : `${count} ${plural(count, 'signaal is', 'signalen zijn')} nog niet beantwoord. Dat staat ook in het blad.`,
  answered: (count: number) => `${count} beantwoord`,
  show: 'Toon',
  filters: { open: 'Niet beantwoord', all: 'Alle' },
  list: 'Signalen',
  row: 'Rij',
  study: 'Studie',
  finding: 'Wat er verdacht uitziet',
  answer: 'Antwoord',
  wholeSheet: 'Het hele blad',
  stands: 'Nagekeken, klopt',
  readDifferently: 'Anders lezen…',
  reason: 'Waarom',
  reasonPlaceholder: 'Wat de bron zegt, met de pagina',
  change: 'Lees het als',
  changes: {
    'sd-is-se': 'De SD’s zijn standaardfouten',
    sign: 'Het teken is omgekeerd',
    'leave-out': 'Laat dit resultaat weg',
  },
  save: 'Opslaan',
  cancel: 'Annuleren',
  saved: 'Het antwoord is opgeslagen',
  reopen: 'Heropenen',
  reopened: 'Het signaal staat weer open',
  standsBy: (name: string, reason: string) => `Klopt (${name}): ${reason}`,
  correctedBy: (name: string, change: string, reason: string) => `${change} (${name}): ${reason}`,
  source: (source: string) => `Methode: ${source}`,
};
