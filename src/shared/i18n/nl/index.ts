export { app } from './app';
export { conflicts } from './conflicts';
export { duplicates } from './duplicates';
export { help } from './help';
export { imports } from './imports';
export { protocol } from './protocol';
export { screening } from './screening';
