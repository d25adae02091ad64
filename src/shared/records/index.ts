export * from './complete-records';
export * from './duplicate-groups';
export * from './events';
export * from './record';
export * from './record-changes';
export * from './slice';
export * from './standing-records';
export * from './text-query';
