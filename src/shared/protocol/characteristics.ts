import { z } from '../kernel/schema';
import { LocalId } from '../kernel';

/**
 * The codebook of study characteristics: what is extracted about a study beside its results, and may divide or explain
 * them. Values are kept as texts, as typed; this file says how they are read.
 */

export const characteristicKinds = ['text', 'number', 'choice', 'choices', 'date'] as const;
export type CharacteristicKind = (typeof characteristicKinds)[number];

export const CharacteristicField = z.object({
  id: LocalId,
  label: z.string().min(1).max(300),
  /** What a coder should know to answer it. */
  hint: z.string().max(2_000),
  kind: z.enum(characteristicKinds),
  /** For numbers. */
  unit: z.string().max(40).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  /** For a choice or several: the value is what analyses see, the label what coders read. */
  choices: z
    .array(z.object({ value: z.string().min(1).max(120), label: z.string().min(1).max(300) }))
    .max(60),
  /** Asked only where another field has one of these values. */
  onlyIf: z.object({ field: LocalId, values: z.array(z.string().max(120)).min(1).max(60) }).optional(),
  /** May be answered more than once: funders, sites, recruitment rounds. */
  repeats: z.boolean().optional(),
});
export type CharacteristicField = z.infer<typeof CharacteristicField>;

export type CharacteristicProblem =
  'not-a-number' | 'below-range' | 'above-range' | 'not-a-date' | 'not-a-choice';

type Values = { readonly [id: string]: string | undefined };

/** The answers to a field: one to a line where it repeats, several choices apart by semicolons. */
export const entriesOf = (field: CharacteristicField, text: string | undefined): readonly string[] =>
  field.repeats ? (text ?? '').split('\n') : [text ?? ''];

export const withEntries = (entries: readonly string[]): string => entries.join('\n');

export const chosenIn = (text: string): readonly string[] =>
  text
    .split(';')
    .map((value) => value.trim())
    .filter(Boolean);

export const withChosen = (values: readonly string[]): string => values.join('; ');

/**
 * Whether a field is asked: unconditionally, or where the field it hangs on is itself asked and has one of the values.
 * Fields that hang on each other in a circle are not asked.
 */
export function isAsked(
  field: CharacteristicField,
  fields: readonly CharacteristicField[],
  values: Values,
  seen: ReadonlySet<string> = new Set(),
): boolean {
  if (!field.onlyIf) return true;
  if (seen.has(field.id)) return false;
  const { field: on, values: wanted } = field.onlyIf;
  const parent = fields.find(({ id }) => id === on);
  if (!parent || !isAsked(parent, fields, values, new Set([...seen, field.id]))) return false;
  return entriesOf(parent, values[on])
    .flatMap((entry) => (parent.kind === 'choices' ? chosenIn(entry) : [entry.trim()]))
    .some((value) => wanted.includes(value));
}

const dateAsTyped = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/u;

/**
 * What is wrong with one answer; undefined where nothing is, or nothing was answered.
 * @param read reads a number as papers print it
 */
export function problemWith(
  field: CharacteristicField,
  entry: string,
  read: (text: string) => number | undefined,
): CharacteristicProblem | undefined {
  const text = entry.trim();
  if (text === '') return undefined;
  switch (field.kind) {
    case 'text':
      return undefined;
    case 'number': {
      const value = read(text);
      if (value === undefined) return 'not-a-number';
      if (field.min !== undefined && value < field.min) return 'below-range';
      return field.max !== undefined && value > field.max ? 'above-range' : undefined;
    }
    case 'date':
      return dateAsTyped.test(text) ? undefined : 'not-a-date';
    case 'choice':
    case 'choices': {
      const values = field.kind === 'choice' ? [text] : chosenIn(text);
      return values.every((value) => field.choices.some((choice) => choice.value === value))
        ? undefined
        : 'not-a-choice';
    }
  }
}

/** An answer as analyses read it: numbers with a decimal point, choices in the order of the codebook. */
export function codedValue(
  field: CharacteristicField,
  text: string,
  read: (text: string) => number | undefined,
): string {
  return entriesOf(field, text)
    .map((entry) => {
      if (field.kind === 'number') {
        const value = read(entry);
        return value === undefined ? entry.trim() : String(value);
      }
      if (field.kind !== 'choices') return entry.trim();
      const chosen = chosenIn(entry);
      const order = field.choices.map(({ value }) => value).filter((value) => chosen.includes(value));
      return withChosen([...order, ...chosen.filter((value) => !order.includes(value))]);
    })
    .filter(Boolean)
    .join(' | ');
}
