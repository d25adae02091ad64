export { textOf, useRanking, type Ranking } from './use-ranking';
