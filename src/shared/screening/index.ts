export * from './context';
export * from './criterion-rule';
export * from './decision';
export * from './events';
export * from './protocol-change';
export * from './queue';
export * from './reading';
export * from './slice';
