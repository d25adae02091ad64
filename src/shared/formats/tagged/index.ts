export { readEnw } from './enw';
export { readNbib } from './nbib';
export { readRefworks } from './refworks';
export { readRis } from './ris';
export { readWos } from './wos';
