export { readEnw } from './enw';
export { readNbib } from './nbib';
export { partsOf, readPieces, readsPieces } from './read-pieces';
export { readRefworks } from './refworks';
export { readRis } from './ris';
export { readWos } from './wos';
