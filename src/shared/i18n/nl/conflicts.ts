import type { conflicts as english } from '../en/conflicts';
import { plural, type Translated } from '../text';

export const conflicts: Translated<typeof english> = {
  title: 'Conflicten',
  intro: (count) => `${count} te beslechten`,
  aboutDecision: 'Ze verschillen over de beslissing',
  aboutReason: 'Ze verschillen over de reden',
  voted: (names) => `Stemden: ${names}`,
  reveal: 'Toon hoe ze stemden',
  revealHint: 'Lees eerst het record en vorm uw eigen oordeel. Dat u het vroeg wordt bewaard.',
  answers: 'Hun antwoorden',
  settleAs: 'Beslechten als',
  method: 'Hoe is het beslecht?',
  consensus: 'De beoordelaars werden het eens',
  adjudication: 'Een arbiter besliste',
  rationale: 'Waarom (mag leeg)',
  settle: 'Beslechten',
  settled: 'Beslecht',
  blindTitle: 'Nog blind',
  blindText: (waiting) =>
    `U hebt nog ${waiting} ${plural(waiting, 'record', 'records')} te gaan. Conflicten zouden verraden hoe uw collega’s stemden; ze gaan open als u klaar bent.`,
  blindAction: 'Verder screenen',
  emptyTitle: 'Geen conflicten',
  emptyText: 'Waar twee beoordelaars verschillen verschijnt het record hier. Op dit moment is er geen.',
  stage: 'Fase',
  reopened: (who, when) =>
    `${who} beslechtte het op ${when}. Een stem waarop dat rustte is sindsdien veranderd, dus het is weer open.`,
  reopenedMark: 'weer open',
  save: 'Opslaan als CSV',
};
