import type { screening as english } from '../en/screening';
import type { Translated } from '../text';

export const screening: Translated<typeof english> = {
  titles: { 'title-abstract': 'Titels en samenvattingen', 'full-text': 'Volledige teksten' },
  include: 'Includeren',
  exclude: 'Excluderen',
  maybe: 'Misschien',
  yes: 'Ja',
  no: 'Nee',
  unclear: 'Onduidelijk',
  criteria: 'Criteria',
  guidance: 'Wat telt',
  answersSay: 'Uw antwoorden zeggen',
  answersOpen: (count) => (count === 1 ? 'Eén criterium is open' : `${count} criteria zijn open`),
  accept: 'Stem zo',
  reason: 'Reden',
  noReason: 'Geen reden',
  chooseReason: 'Waarom uitgesloten? Kies met een cijfer.',
  overruleLabel: 'Waarom tegen de antwoorden in?',
  overruleHint: 'Uw stem wijkt af van wat de antwoorden zeggen. De reden wordt erbij bewaard.',
  overruleAction: 'Toch stemmen',
  yourVote: 'Uw stem',
  othersVoted: (count) =>
    count === 0
      ? 'Nog niemand anders heeft gestemd'
      : count === 1
        ? 'Eén andere beoordelaar heeft gestemd'
        : `${count} andere beoordelaars hebben gestemd`,
  progress: (done, waiting) => `${done} door u gestemd, ${waiting} te doen`,
  next: 'Volgende',
  previous: 'Vorige',
  undone: 'Uw stem is teruggenomen',
  nothingToUndo: 'Hier is geen stem van u om terug te nemen.',
  note: 'Notitie',
  notePlaceholder: 'Voor uzelf; anderen zien die pas als de fase niet meer blind is',
  noteSaved: 'Notitie opgeslagen',
  noAbstract: 'De bron gaf geen samenvatting.',
  noTitle: 'Geen titel',
  openDoi: 'DOI openen',
  copyDoi: 'DOI kopiëren',
  copied: 'Gekopieerd',
  keywords: 'Trefwoorden',
  duplicatesOf: (count) => (count === 1 ? 'Nog één kopie' : `Nog ${count} kopieën`),
  sources: 'Gevonden in',
  report: 'Publicatie',
  retrieval: { sought: 'Gezocht', retrieved: 'Verkregen', 'not-retrieved': 'Niet verkregen' },
  attach: 'PDF toevoegen',
  attached: (name) => `${name} wordt bij deze publicatie bewaard`,
  documents: 'Documenten',
  emptyNoRecords: {
    title: 'Nog niets te screenen',
    text: 'Importeer eerst de resultaten van uw zoekacties.',
    action: 'Naar importeren',
  },
  emptyDone: {
    title: 'U hebt over alles hier gestemd',
    text: 'Wat de andere beoordelaars nog moeten doen wacht op hen, niet op u. Conflicten, als die er zijn, staan onder Conflicten.',
    action: 'Conflicten bekijken',
  },
  emptyFullText: {
    title: 'Nog geen publicatie is zo ver',
    text: 'Een publicatie komt bij de volledige tekst als titel en samenvatting beslist zijn: twee keer includeren, of een beslecht conflict.',
    action: 'Titels en samenvattingen screenen',
  },
  reviewOwn: 'Uw stemmen doorlopen',
  backToQueue: 'Terug naar wat wacht',
};
