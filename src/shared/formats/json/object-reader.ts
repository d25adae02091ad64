import type { NamedFields } from '../delimited';
import type { JsonObject } from './values';

/** What one object holds, for `recordOfFields`; the line is added by the reader. */
export type ObjectReader = (object: JsonObject) => Omit<NamedFields, 'line'>;
