export * from './events';
export * from './protocol';
export * from './versions';
export * from './templates';
