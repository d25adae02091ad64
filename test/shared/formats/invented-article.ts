/** The invented article that files of many services hold below, each in its own words. */
export const inventedArticle = {
  title: 'Peer support for sadness',
  year: 2021,
  journal: 'Journal of Invented Trials',
  volume: '12',
  issue: '3',
  pages: '101-110',
  doi: '10.5555/abc.1',
  issn: '1234-5679',
  abstract: 'Peers help.',
};
