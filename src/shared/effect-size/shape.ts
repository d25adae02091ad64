import { z } from '../kernel/schema';
import type { EffectErrorCode, EffectValues } from './effect';

/** What a shape computes to: named values, or the code of the reason why there are none. */
export type Outcome = EffectValues | EffectErrorCode;

/** The families a reader looks for a shape in; also the order of the form's list. */
export const shapeFamilies = [
  'means',
  'change',
  'pre-post',
  'difference',
  'statistic',
  'adjusted',
  'regression',
  'events',
  'ratio',
  'medians',
  'correlation',
  'ready',
  'design',
  'tool',
] as const;
export type ShapeFamily = (typeof shapeFamilies)[number];

export type Field = {
  readonly name: string;
  readonly kind: 'number' | 'count' | 'flag' | 'choice' | 'nested';
  readonly optional: boolean;
  /** For a choice. */
  readonly choices: readonly string[];
  /** The arm a field belongs to, by its ending. */
  readonly arm: 'T' | 'C' | null;
  /** For a nested field: what it holds, one to an entry; no fields where the entries are bare numbers. */
  readonly holds?: { readonly many: boolean; readonly fields: readonly Field[] };
};

export type Option = {
  readonly name: string;
  /** Empty where the option is a number or a yes/no. */
  readonly choices: readonly string[];
  readonly defaultValue: unknown;
};

/** A form in which a report gives its numbers: what it needs, what the analyst may choose, how the effect follows. */
export type Shape = {
  readonly id: string;
  readonly family: ShapeFamily;
  readonly fields: readonly Field[];
  readonly options: readonly Option[];
  /** The formula as it is computed, in signs that need no translation. */
  readonly formula: string;
  /** Where the formula is from. */
  readonly source: string;
  /** Checks and computes. A field that is missing or of the wrong kind is named. */
  readonly run: (
    input: unknown,
    options: unknown,
  ) =>
    | { readonly values: EffectValues }
    | { readonly code: EffectErrorCode; readonly field?: string | undefined };
};

/** A whole count of people or events. Nothing depends on its being whole: effective sizes are not. */
export const count = z.number().meta({ kind: 'count' });
export const number = z.number();
export const flag = z.boolean();
/** Which arm has the higher value, where the report gives only a size. Missing has a code of its own. */
export const higherArm = z.enum(['T', 'C']).optional();
/** Confidence level of a reported interval, 0-1. */
export const level = z.number().gt(0).lt(1).default(0.95);

/**
 * Defines a shape from schemas of its fields and options: `compute` gets them typed, and forms, command line and
 * documentation read the same table.
 */
export function shape<Fields extends z.ZodRawShape, Options extends z.ZodRawShape>(definition: {
  readonly id: string;
  readonly family: ShapeFamily;
  readonly fields: Fields;
  readonly options: Options;
  readonly formula: string;
  readonly source: string;
  readonly compute: (input: z.infer<z.ZodObject<Fields>>, options: z.infer<z.ZodObject<Options>>) => Outcome;
}): Shape {
  const { id, family, formula, source, compute } = definition;
  const Input = z.object(definition.fields);
  const Chosen = z.object(definition.options);
  return {
    id,
    family,
    formula,
    source,
    fields: Object.entries(definition.fields).map(([name, schema]) => fieldOf(name, schema)),
    options: Object.entries(definition.options).map(([name, schema]) => optionOf(name, schema)),
    run(rawInput, rawOptions) {
      const input = Input.safeParse(withoutNulls(rawInput));
      if (!input.success) return { code: 'bad-input', field: input.error.issues[0]?.path[0]?.toString() };
      const options = Chosen.safeParse(withoutNulls(rawOptions));
      if (!options.success) return { code: 'not-supported' };
      const outcome = compute(input.data, options.data);
      return typeof outcome === 'string' ? { code: outcome } : { values: outcome };
    },
  };
}

/** null means "not given", as in the files of cases. */
const withoutNulls = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== null))
    : value;

function fieldOf(name: string, schema: unknown): Field {
  const { inner, optional } = unwrapped(schema);
  const arm = /[a-z]T$|^rT$/u.test(name) ? 'T' : /[a-z]C$|^rC$/u.test(name) ? 'C' : null;
  const field = { name, optional, arm, choices: [] } as const;
  if (inner instanceof z.ZodNumber)
    return { ...field, kind: inner.meta()?.['kind'] === 'count' ? 'count' : 'number' };
  if (inner instanceof z.ZodBoolean) return { ...field, kind: 'flag' };
  if (inner instanceof z.ZodEnum) return { ...field, kind: 'choice', choices: inner.options.map(String) };
  return { ...field, kind: 'nested', holds: heldBy(inner) };
}

function heldBy(schema: unknown): NonNullable<Field['holds']> {
  if (schema instanceof z.ZodArray) return { many: true, fields: fieldsOf(schema.element) };
  return { many: false, fields: fieldsOf(schema) };
}

const fieldsOf = (schema: unknown): Field[] =>
  schema instanceof z.ZodObject
    ? Object.entries(schema.shape).map(([name, inner]) => fieldOf(name, inner))
    : [];

function optionOf(name: string, schema: unknown): Option {
  const { inner, defaultValue } = unwrapped(schema);
  return { name, choices: inner instanceof z.ZodEnum ? inner.options.map(String) : [], defaultValue };
}

function unwrapped(schema: unknown): { inner: unknown; optional: boolean; defaultValue?: unknown } {
  if (schema instanceof z.ZodDefault)
    return { inner: schema.def.innerType, optional: true, defaultValue: schema.def.defaultValue };
  if (schema instanceof z.ZodOptional) return { inner: schema.def.innerType, optional: true };
  return { inner: schema, optional: false };
}
