export { answerPrismaCases, type FlowAnswer } from './cases';
export { deriveFlow, deriveFlowInSteps } from './derive-flow';
export * from './flow';
export { brokenInvariants } from './invariants';
export { flowCsv } from './flow-csv';
export type { FlowTexts } from './flow-boxes';
export { flowDiagram } from './flow-diagram';
