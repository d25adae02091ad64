/** Names that may never change: a new origin or database name would hide every existing review. */
export const appIdentity = {
  name: 'Concord',
  scheme: 'app',
  origin: 'app://concord',
  /** One IndexedDB database per review: this prefix and the review id. */
  databasePrefix: 'concord-review-',
  /** The version of the ledger and folder format. */
  format: 1,
} as const;
