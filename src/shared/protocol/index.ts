export * from './analysis-plan';
export * from './codebook';
export * from './events';
export * from './measures';
export * from './plan-of-protocol';
export * from './protocol';
export * from './versions';
export * from './templates';
