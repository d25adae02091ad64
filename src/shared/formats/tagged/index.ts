export { readEnw } from './enw';
export { readNbib } from './nbib';
export type { Piece } from './piece';
export { partsOf, piecesOf, readPieces, readsPieces } from './read-pieces';
export { readRefworks } from './refworks';
export { readRis } from './ris';
export { readWos } from './wos';
