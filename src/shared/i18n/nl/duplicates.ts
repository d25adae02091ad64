import type { duplicates as english } from '../en/duplicates';
import type { Translated } from '../text';

export const duplicates: Translated<typeof english> = {
  title: 'Dubbele',
  summary: (groups, copies) => `${groups} groepen, ${copies} kopieën uit het screenen gehaald`,
  lead: 'Staat voor de groep',
  why: {
    doi: 'zelfde DOI',
    pmid: 'zelfde PMID',
    'title-year': 'zelfde titel en jaar',
  },
  byPerson: 'samengevoegd door een beoordelaar',
  split: 'Niet dubbel',
  splitDone: 'De records staan weer apart',
  emptyTitle: 'Geen dubbele gevonden',
  emptyText:
    'Als records van een import dezelfde DOI, PMID, of titel en jaar hebben, verschijnt de groep hier.',
  source: 'Bron',
  record: 'Record',
  year: 'Jaar',
  identifiers: 'DOI, PMID',
  more: (count) => `Nog ${count} groepen: zoek om ze te zien`,
  filter: 'Zoek in titels',
};
