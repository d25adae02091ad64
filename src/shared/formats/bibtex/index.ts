export { readBibtex } from './read-bibtex';
