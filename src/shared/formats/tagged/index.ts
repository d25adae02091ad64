export { readEnw } from './enw';
export { readNbib } from './nbib';
export { readRis } from './ris';
export { readWos } from './wos';
