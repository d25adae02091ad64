export { readLabelled } from './read-labelled';
