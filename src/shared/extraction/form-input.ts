import type { Cell } from './content';
import { numberAsPrinted } from './printed-number';
import type { FormField, ShapeForm } from './shape-forms';

/** What was typed into a field, read as the field expects it. */
export type ReadField = {
  readonly value: number | null;
  readonly problem?: 'not-a-number' | 'not-a-share' | 'bound';
  /** Worth a second look, but taken as read. */
  readonly note?: 'ambiguous' | 'bound-taken';
};

/**
 * Reads a text into a field. A bound ("< .001") stands for no mean, deviation or count; for p it is taken as p itself,
 * which can only make the effect smaller. Levels are shares: "95 %" and "95" are 0.95. Choices have no number.
 */
export function readField(field: FormField, text: string): ReadField {
  if (text.trim() === '' || field.kind === 'choice' || field.kind === 'flag') return { value: null };
  const read = numberAsPrinted(text, field.kind === 'count' ? 'count' : 'number');
  if (!read) return { value: null, problem: 'not-a-number' };
  if (read.bound !== undefined) {
    return field.kind === 'p' && read.bound === '<'
      ? { value: read.value, note: 'bound-taken' }
      : { value: null, problem: 'bound' };
  }
  if (field.kind === 'level') {
    const share = read.value > 1 ? read.value / 100 : read.value;
    return share > 0 && share < 1 ? { value: share } : { value: null, problem: 'not-a-share' };
  }
  return read.ambiguous ? { value: read.value, note: 'ambiguous' } : { value: read.value };
}

type Typed = { readonly [key: string]: Pick<Cell, 'text' | 'value'> | undefined };

/** How many entries the lists of a form have in what was typed; at least `least`. */
export function entriesIn(input: Typed, least = 2): number {
  const indices = Object.keys(input).map((key) => Number(/\.(\d+)(?:\.|$)/u.exec(key)?.[1] ?? -1));
  return Math.max(least, ...indices.map((index) => index + 1));
}

/** The cells of a form as the input of its shape; what is empty is left out, and so are entries without any number. */
export function inputOfForm(form: ShapeForm, input: Typed): { readonly [field: string]: unknown } {
  const whole: { [field: string]: unknown } = {};
  const lists = new Map<string, unknown[]>();
  for (const row of form.rows(form.hasEntries ? entriesIn(input, 1) : 0)) {
    const entry: { [field: string]: unknown } = {};
    for (const field of row.fields) {
      const value = valueOf(field, input[field.key]);
      if (value === undefined) continue;
      const [head = '', second, third] = field.key.split('.');
      if (second === undefined) whole[head] = value;
      else if (third !== undefined) entry[third] = value;
      else if (row.of === 'entry') lists.set(head, [...(lists.get(head) ?? []), value]);
      else whole[head] = { ...Object(whole[head]), [second]: value };
    }
    if (row.list !== '' && Object.keys(entry).length > 0)
      lists.set(row.list, [...(lists.get(row.list) ?? []), entry]);
  }
  return { ...whole, ...Object.fromEntries(lists) };
}

function valueOf(field: FormField, cell: Typed[string]): number | string | boolean | undefined {
  if (cell === undefined) return undefined;
  if (field.kind === 'flag') return cell.text === '' ? undefined : cell.text === 'yes';
  if (field.kind === 'choice') return field.choices.includes(cell.text) ? cell.text : undefined;
  return cell.value ?? undefined;
}

/** Options as chosen in the form (texts) for the shape: numbers and yes/no get their kind back. */
export function optionsOfForm(
  form: ShapeForm,
  chosen: { readonly [name: string]: string | undefined },
): { readonly [name: string]: unknown } {
  const options: { [name: string]: unknown } = {};
  for (const { name, choices, defaultValue } of form.options) {
    const text = chosen[name];
    if (text === undefined || text === '') continue;
    if (choices.length > 0) options[name] = text;
    else if (typeof defaultValue === 'boolean') options[name] = text === 'yes';
    else options[name] = numberAsPrinted(text)?.value;
  }
  return options;
}
