export { answerPrismaCases, type FlowAnswer } from './cases';
export { deriveFlow } from './derive-flow';
export * from './flow';
export { brokenInvariants } from './invariants';
