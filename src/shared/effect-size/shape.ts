import type { EffectErrorCode, EffectValues } from './effect';

export type FieldKind = 'number' | 'count' | 'boolean' | 'text' | 'list' | 'object';

export type Field = { readonly name: string; readonly kind: FieldKind; readonly optional?: boolean };

export type ShapeInput = { readonly [name: string]: unknown };
export type ShapeOptions = { readonly [name: string]: unknown };

/** A form in which a report gives its numbers: what it needs and how the effect follows. */
export type Shape = {
  readonly id: string;
  readonly fields: readonly Field[];
  /** Formula and where it is from, for the reader. */
  readonly source: string;
  readonly compute: (input: InputReader, options: OptionReader) => EffectValues | EffectErrorCode;
};

/** Reads fields that were checked against the shape; asking for one the shape does not name is a bug. */
export class InputReader {
  constructor(readonly values: ShapeInput) {}

  number(name: string): number {
    const value = this.values[name];
    if (typeof value !== 'number') throw new Error(`Field ${name} was not checked`);
    return value;
  }

  maybe(name: string): number | undefined {
    const value = this.values[name];
    return typeof value === 'number' ? value : undefined;
  }

  flag(name: string): boolean {
    return this.values[name] === true;
  }

  text(name: string): string | undefined {
    const value = this.values[name];
    return typeof value === 'string' ? value : undefined;
  }

  /** A list of numbers; entries of another kind are left out. */
  numbers(name: string): number[] {
    const value = this.values[name];
    return Array.isArray(value) ? value.filter((entry): entry is number => typeof entry === 'number') : [];
  }

  /** A nested object, or a list of them. */
  part(name: string): InputReader {
    return new InputReader(asObject(this.values[name]));
  }

  parts(name: string): InputReader[] {
    const value = this.values[name];
    return Array.isArray(value) ? value.map((entry) => new InputReader(asObject(entry))) : [];
  }
}

export class OptionReader {
  constructor(readonly values: ShapeOptions) {}

  text(name: string, fallback: string): string {
    const value = this.values[name];
    return typeof value === 'string' ? value : fallback;
  }

  number(name: string, fallback: number): number {
    const value = this.values[name];
    return typeof value === 'number' ? value : fallback;
  }

  maybe(name: string): number | undefined {
    const value = this.values[name];
    return typeof value === 'number' ? value : undefined;
  }

  flag(name: string, fallback: boolean): boolean {
    const value = this.values[name];
    return typeof value === 'boolean' ? value : fallback;
  }
}

const asObject = (value: unknown): ShapeInput =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};

/** Required numbers by name. */
export const numbers = (...names: string[]): Field[] => names.map((name) => ({ name, kind: 'number' }));
/** Required whole counts. */
export const counts = (...names: string[]): Field[] => names.map((name) => ({ name, kind: 'count' }));
export const optional = (kind: FieldKind, ...names: string[]): Field[] =>
  names.map((name) => ({ name, kind, optional: true }));
