export { comparedPartOf, type Citation } from './citation';
export type { ComparedField, Comparison } from './compare';
export * from './differences';
export * from './find-duplicates';
export * from './findings-of-run';
export {
  doubtOf,
  findingKey,
  joinRuleOf,
  judgePair,
  type Band,
  type Doubt,
  type Finding,
  type FindingKey,
  type JoinRule,
  type Judgement,
  type Relation,
} from './judge-pair';
export { HeldOnce, normalise, type NormalCitation } from './normal';
export type { Veto, VetoCode } from './vetoes';
