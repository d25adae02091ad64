import { err, ok, type Result } from '../kernel/result';
import { binaryShapes } from './binary';
import { directionShapes } from './direction';
import type { EffectError, EffectValues } from './effect';
import { meansShapes } from './means';
import { nntShapes } from './nnt';
import { readyShapes } from './ready';
import {
  InputReader,
  OptionReader,
  type Field,
  type Shape,
  type ShapeInput,
  type ShapeOptions,
} from './shape';

/** Every shape Concord can turn into an effect. */
export const effectShapes: readonly Shape[] = [
  ...meansShapes,
  ...binaryShapes,
  ...readyShapes,
  ...directionShapes,
  ...nntShapes,
];

const byId = new Map(effectShapes.map((shape) => [shape.id, shape]));

export const shapeById = (id: string): Shape | undefined => byId.get(id);

/** Turns the numbers of a report into an effect. Nothing is guessed: a missing or impossible number is refused by name. */
export function computeEffect(
  id: string,
  input: ShapeInput,
  options: ShapeOptions = {},
): Result<EffectValues, EffectError> {
  const shape = byId.get(id);
  if (!shape) return err({ code: 'not-supported' });
  const bad = shape.fields.find((field) => !fits(field, input[field.name]));
  if (bad) return err({ code: 'bad-input', field: bad.name });
  const values = shape.compute(new InputReader(input), new OptionReader(options));
  if (typeof values === 'string') return err({ code: values });
  const { yi, vi } = values;
  const finite = [yi, vi].every(
    (value) => value === undefined || (typeof value === 'number' && Number.isFinite(value)),
  );
  return finite ? ok(values) : err({ code: 'bad-input' });
}

function fits(field: Field, value: unknown): boolean {
  if (value === undefined || value === null) return field.optional === true;
  switch (field.kind) {
    case 'number':
    case 'count':
      return typeof value === 'number' && Number.isFinite(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'text':
      return typeof value === 'string';
    case 'list':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object';
  }
}
