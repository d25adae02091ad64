export * from './duplicate-groups';
export * from './events';
export * from './record';
export * from './slice';
