export { anyObject } from './any-object';
export { cslItem } from './csl';
export { europePmcResult } from './europe-pmc';
export { readJson } from './read-json';
export { isObject, type JsonObject } from './values';
