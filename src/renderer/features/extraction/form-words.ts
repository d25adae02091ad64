import { shapeForm, type FormField, type ShapeForm } from '@shared/extraction';
import type { Choice } from '../../ui-kit';
import { useTexts } from '../../app/app-context';

type Words = ReturnType<typeof useTexts>['effectForms'];
type Named = { readonly [name: string]: string | undefined };

const lookUp = (names: Named, name: string): string | undefined => names[name];

/** What a form is called in a list. */
export const shapeLabel = (words: Words, id: string): string => {
  const shapes: { readonly [id: string]: readonly string[] | undefined } = words.shapes;
  return shapes[id]?.[0] ?? id;
};

/** How the effect of a form is worked out, in words. */
export const shapeWords = (words: Words, id: string): string => {
  const shapes: { readonly [id: string]: readonly string[] | undefined } = words.shapes;
  return shapes[id]?.[1] ?? '';
};

/** A field's label, the same for both arms. */
export const fieldLabel = (words: Words, field: Pick<FormField, 'name'>): string =>
  lookUp(words.fields, field.name) ?? field.name;

/** What stands under a field: its unit, or that it may be left out. */
export const fieldHint = (words: Words, field: Pick<FormField, 'name' | 'optional'>): string | undefined =>
  [lookUp(words.units, field.name), field.optional ? words.optional : undefined].filter(Boolean).join(', ') ||
  undefined;

/** A value worked out on the way, by its name in the formulas. */
export const valueLabel = (words: Words, name: string): string =>
  lookUp(words.values, name) ?? lookUp(words.fields, name) ?? name;

/** A field of a result where no form is at hand: which arm, and what. */
export function cellLabel(
  words: Words,
  arms: { readonly intervention: string; readonly comparator: string },
  shape: string,
  key: string,
): string | undefined {
  for (const row of shapeForm(shape)?.rows(1) ?? []) {
    const field = row.fields.find((candidate) => candidate.key === key);
    if (!field) continue;
    const arm = row.of === 'T' ? `${arms.intervention}: ` : row.of === 'C' ? `${arms.comparator}: ` : '';
    return arm + (lookUp(words.fields, field.name) ?? field.name);
  }
  return undefined;
}

/** Forms as the choices of a list, under the names of their families. */
export const formChoices = (words: Words, forms: readonly ShapeForm[]): Choice<string>[] =>
  forms.map(({ id, family }) => ({ value: id, label: shapeLabel(words, id), group: words.families[family] }));

export const optionLabel = (words: Words, name: string): string => lookUp(words.options, name) ?? name;
export const optionChoice = (words: Words, value: string): string =>
  lookUp(words.optionChoices, value) ?? value;
