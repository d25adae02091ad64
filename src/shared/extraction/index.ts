export * from './content';
export * from './events';
