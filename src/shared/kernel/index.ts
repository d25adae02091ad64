export * from './app-identity';
export * from './assert-never';
export * from './base64';
export * from './canonical-json';
export * from './hash';
export * from './hybrid-clock';
export * from './ids';
export * from './result';
