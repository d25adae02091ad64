export * from './agreement';
export { dualState, type CoderWork, type DualState, type FinalWork } from './dual-work';
