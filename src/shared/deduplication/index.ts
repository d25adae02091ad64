export type { Citation } from './citation';
export type { ComparedField, Comparison } from './compare';
export * from './exact-duplicates';
export * from './find-duplicates';
export {
  findingKey,
  judgePair,
  type Band,
  type Finding,
  type FindingKey,
  type Judgement,
  type Relation,
} from './judge-pair';
export { normalise, type NormalCitation } from './normal';
export type { Veto, VetoCode } from './vetoes';
