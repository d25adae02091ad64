export { readCtgovXml } from './ctgov';
export { readEbscoXml } from './ebsco';
export { readEndnoteXml } from './endnote';
export { readIctrpXml } from './ictrp';
export { readPubmedXml } from './pubmed';
export { readZoteroRdf } from './zotero-rdf';
