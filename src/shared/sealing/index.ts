export * from './keys';
export * from './recovery-code';
export * from './seal';
