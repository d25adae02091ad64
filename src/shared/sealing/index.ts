export * from './escrow';
export * from './keys';
export * from './recovery-code';
export * from './seal';
