export { answerPrismaCases, type FlowAnswer } from './cases';
export { deriveFlow, deriveFlowInSteps } from './derive-flow';
export * from './flow';
export { brokenInvariants } from './invariants';
export { flowCsv } from './flow-csv';
export { flowDiagram, type FlowTexts } from './flow-diagram';
