export * from './body';
export * from './commands';
export * from './contexts';
export * from './member-events';
export * from './refusal';
export * from './replay';
export * from './review-state';
export { flowOfReview } from './flow-of-review';
