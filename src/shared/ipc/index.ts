export type { ConcordBridge } from './bridge';
export * from './contract';
