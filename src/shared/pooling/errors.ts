/** Why an analysis gives no numbers. `label` is the study's, where one study is to blame. */
export type PoolError =
  | { readonly code: 'no-studies' }
  | { readonly code: 'variance-not-positive'; readonly label: string | undefined }
  | { readonly code: 'number-out-of-range'; readonly label: string | undefined }
  | { readonly code: 'variances-too-unequal' }
  | { readonly code: 'level-out-of-range'; readonly level: number }
  | { readonly code: 'rho-out-of-range'; readonly rho: number }
  | { readonly code: 'too-few-studies'; readonly needed: number; readonly found: number }
  | { readonly code: 'too-few-clusters'; readonly needed: number; readonly found: number }
  | { readonly code: 'field-missing'; readonly field: string }
  | { readonly code: 'moderators-collinear'; readonly term: string }
  | { readonly code: 'predictor-constant' }
  | { readonly code: 'effects-equal' }
  | { readonly code: 'size-not-positive'; readonly label: string | undefined }
  | { readonly code: 'events-negative'; readonly label: string | undefined }
  | { readonly code: 'events-exceed-n'; readonly label: string | undefined }
  | { readonly code: 'no-events' }
  | { readonly code: 'covariance-not-positive' };

export type PoolErrorCode = PoolError['code'];
