import { assertNever } from '../kernel/assert-never';
import type { pooling } from '../i18n/en/pooling';
import type { Translated } from '../i18n/text';
import type { PoolError } from './errors';

/** An error as a sentence for people, in the language of the texts. */
export function poolErrorText(error: PoolError, texts: Translated<typeof pooling>['errors']): string {
  switch (error.code) {
    case 'variance-not-positive':
    case 'number-out-of-range':
    case 'size-not-positive':
    case 'events-negative':
    case 'events-exceed-n':
      return texts[error.code](error.label ?? texts['a-study']);
    case 'too-few-studies':
    case 'too-few-clusters':
      return texts[error.code](String(error.needed), String(error.found));
    case 'field-missing':
      return texts[error.code](error.field);
    case 'moderators-collinear':
      return texts[error.code](error.term);
    case 'no-studies':
    case 'level-out-of-range':
    case 'rho-out-of-range':
    case 'variances-too-unequal':
    case 'predictor-constant':
    case 'effects-equal':
    case 'no-events':
    case 'covariance-not-positive':
      return texts[error.code];
    default:
      return assertNever(error, 'pooling error');
  }
}
