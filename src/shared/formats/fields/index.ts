export { appendAll } from './append-all';
export {
  accessionInNotes,
  accessionInUrl,
  doiInNotes,
  isReferenceList,
  pmcidInUrl,
  pmidInNotes,
  pmidInUrl,
} from './elsewhere';
export { characterOf, decodeEntities } from './entities';
export { collapseSpace, plainText, readableText, stripMarkup, withoutKind } from './text';
export { doiInUrl, findDoi, normaliseDoi } from './doi';
export { findPmid, findRegistrations, pmcidOf, pmidOf, standardNumbersOf } from './identifiers';
export { saysMoreThanYear, yearOf } from './dates';
export { articleNumberIn, isDoiForPages, pagesOf } from './pages';
export { sourceLineOf } from './source-line';
export { authorAsGiven, authorsIn, hasAddressMark, keywordsIn, withoutDangling, withoutMarks } from './names';
