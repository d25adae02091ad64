export { readEnw } from './enw';
export { readNbib } from './nbib';
export { piecesOf, type Piece } from './piece';
export { partsOf, readPieces, readsPieces } from './read-pieces';
export { readRefworks } from './refworks';
export { readRis } from './ris';
export { readWos } from './wos';
