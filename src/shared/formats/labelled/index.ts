export { fieldsOfLabels } from './labelled-record';
export { readLabelled } from './read-labelled';
