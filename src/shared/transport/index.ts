export * from './memory-transport';
export * from './port';
export * from './transfer-blob';
