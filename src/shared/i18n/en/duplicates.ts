/** The duplicate groups. */
export const duplicates = {
  title: 'Duplicates',
  summary: (groups: string, copies: string) => `${groups} groups, ${copies} copies taken out of screening`,
  lead: 'Stands for the group',
  why: {
    doi: 'same DOI',
    pmid: 'same PMID',
    'title-year': 'same title and year',
  },
  byPerson: 'joined by a coder',
  split: 'Not duplicates',
  splitDone: 'The records stand alone again',
  emptyTitle: 'No duplicates found',
  emptyText: 'When records of an import have the same DOI, PMID, or title and year, the group appears here.',
  source: 'Source',
  record: 'Record',
  year: 'Year',
  identifiers: 'DOI, PMID',
  more: (count: string) => `${count} more groups: narrow the list to see them`,
  filter: 'Find in titles',
};
