export * from './escrow';
export * from './exchange';
export * from './releases';
export * from './shared-log';
export * from './changed-after-reveal';
