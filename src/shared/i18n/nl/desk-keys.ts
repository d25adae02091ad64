import type { deskKeys as english } from '../en/desk-keys';
import type { Translated } from '../text';

export const deskKeys: Translated<typeof english> = {
  title: 'Eén toets per handeling',
  hint: 'Druk hieronder op een toets om er een andere voor te kiezen; met Backspace krijgt de handeling geen toets.',
  none: 'geen',
  press: 'druk …',
  off: 'Al deze toetsen uitzetten',
  reset: 'Gewone toetsen',
  change: (action, key) => `${action}: ${key}. Kies een andere toets`,
  actions: {
    include: 'Includeren',
    maybe: 'Misschien',
    exclude: 'Excluderen, dan een cijfer voor de reden waar die nodig is',
    accept: 'Stemmen zoals de antwoorden zeggen',
    yes: 'Ja antwoorden en verder',
    no: 'Nee antwoorden en verder',
    unclear: 'Onduidelijk antwoorden en verder',
    undo: 'Uw stem terugnemen',
    next: 'Volgend record',
    previous: 'Vorig record',
    park: 'Opzijleggen voor later, of weer oppakken',
    label: 'Label',
    note: 'Notitie',
    quote: 'De geselecteerde tekst bij het antwoord bewaren',
    doi: 'Het artikel openen via de DOI',
    marks: 'Markeringen in de tekst uit en aan',
    view: 'Wisselen tussen een voor een en de lijst',
    search: 'Zoeken in de lijst',
    bulk: 'Stemmen over alle wachtende records in de lijst',
    progress: 'Voortgang en stoppen',
  },
};
