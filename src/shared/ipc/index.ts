export type { ConcordBridge } from './bridge';
export * from './places-to-look';
export * from './contract';
