export { readCslYaml } from './read-csl-yaml';
