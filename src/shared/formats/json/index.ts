export { anyObject } from './any-object';
export { europePmcResult } from './europe-pmc';
export { readJson } from './read-json';
export type { JsonObject } from './values';
