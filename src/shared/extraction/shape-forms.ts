import { effectShapes, shapeById, type Field, type Shape } from '../effect-size';

/**
 * Every shape of numbers as an input form, made from the table of shapes: which fields, in which rows, what may be left
 * out. Words and units are the interface's; what is computed is the shape's.
 */

/** What is typed into a field. A level is a share typed as "95 %"; a p may be printed as a bound ("< .001"). */
export type FormFieldKind = 'number' | 'count' | 'level' | 'p' | 'flag' | 'choice';

export type FormField = {
  /** Where the value goes in the shape's input: `meanT`, `armT.q1`, `arms.0.mean`. */
  readonly key: string;
  /** The name under which the field is labelled: `mean`, whichever arm it belongs to. */
  readonly name: string;
  readonly kind: FormFieldKind;
  readonly optional: boolean;
  readonly choices: readonly string[];
};

/** Fields that stand in one row: those of an arm, those of the comparison, those of the nth entry of a list. */
export type FormRow = {
  readonly of: 'T' | 'C' | 'both' | 'entry';
  /** 1, 2, ... for entries of a list, else 0. */
  readonly entry: number;
  /** The list an entry belongs to (`arms`, `rows`, or empty for lists of bare numbers side by side). */
  readonly list: string;
  readonly fields: readonly FormField[];
};

export type ShapeForm = {
  readonly id: string;
  readonly family: Shape['family'];
  /** Lists have as many rows as entries are asked for. */
  readonly rows: (entries: number) => readonly FormRow[];
  readonly hasEntries: boolean;
  readonly options: Shape['options'];
  readonly formula: string;
  readonly source: string;
};

/** Fields whose sign says which arm did better without any higher score: a report may already have turned it. */
const raw: ReadonlySet<Shape['family']> = new Set(['means', 'change', 'pre-post', 'medians', 'events']);

/** Whether a coder is asked how the report's sign is meant. Scores and events of arms speak for themselves. */
export const asksForSign = (shapeId: string): boolean => {
  const shape = shapeById(shapeId);
  return (
    shape !== undefined &&
    !raw.has(shape.family) &&
    !shape.fields.some(({ name }) => /^mean|^events/u.test(name))
  );
};

/** How a reported sign is read where nobody said: ready effects favour the intervention when positive, others are T minus C. */
export const usualSign = (shapeId: string): 'difference' | 'benefit' =>
  shapeId.startsWith('generic') ? 'benefit' : 'difference';

const withoutArm = ({ name, arm }: Field): string => (arm === null ? name : name.slice(0, -1));

const kindOf = (field: Field): FormFieldKind => {
  if (field.name === 'level') return 'level';
  if (withoutArm(field) === 'p') return 'p';
  return field.kind === 'nested' ? 'number' : field.kind;
};

const formField = (field: Field, key = field.name): FormField => ({
  key,
  name: withoutArm(field),
  kind: kindOf(field),
  optional: field.optional,
  choices: field.choices,
});

function rowsOf(shape: Shape, entries: number): FormRow[] {
  const flat = shape.fields.filter(({ kind }) => kind !== 'nested');
  const row = (of: 'T' | 'C' | 'both', fields: readonly FormField[]): FormRow => ({
    of,
    entry: 0,
    list: '',
    fields,
  });
  const ofArm = (arm: 'T' | 'C'): FormField[] =>
    flat.filter((field) => field.arm === arm).map((field) => formField(field));
  const nested = shape.fields.filter(({ kind }) => kind === 'nested');
  const arms = nested
    .filter(({ holds }) => holds?.many === false)
    .map((field) =>
      row(
        field.name === 'armT' ? 'T' : 'C',
        (field.holds?.fields ?? []).map((inner) => formField(inner, `${field.name}.${inner.name}`)),
      ),
    );
  const lists = nested.filter(({ holds }) => holds?.many === true);
  const numbers = lists.filter(({ holds }) => holds?.fields.length === 0);
  const rows: FormRow[] = [
    row('T', ofArm('T')),
    row('C', ofArm('C')),
    ...arms,
    row(
      'both',
      flat.filter((field) => field.arm === null).map((field) => formField(field)),
    ),
  ];
  for (let entry = 1; entry <= entries; entry += 1) {
    for (const list of lists.filter(({ holds }) => (holds?.fields.length ?? 0) > 0)) {
      rows.push({
        of: 'entry',
        entry,
        list: list.name,
        fields: (list.holds?.fields ?? []).map((inner) =>
          formField(inner, `${list.name}.${entry - 1}.${inner.name}`),
        ),
      });
    }
    if (numbers.length > 0)
      rows.push({
        of: 'entry',
        entry,
        list: '',
        fields: numbers.map((field) => formField(field, `${field.name}.${entry - 1}`)),
      });
  }
  return rows.filter(({ fields }) => fields.length > 0);
}

const formOf = (shape: Shape): ShapeForm => ({
  id: shape.id,
  family: shape.family,
  rows: (entries) => rowsOf(shape, entries),
  hasEntries: shape.fields.some(({ holds }) => holds?.many === true),
  options: shape.options,
  formula: shape.formula,
  source: shape.source,
});

const forms = new Map(effectShapes.map((shape) => [shape.id, formOf(shape)]));

export const shapeForm = (id: string): ShapeForm | undefined => forms.get(id);

/** Forms in which a report gives an effect, in the order of their families. */
export const resultForms: readonly ShapeForm[] = [...forms.values()].filter(
  ({ family }) => family !== 'tool',
);

/** Forms that work something out on the way to one: a mean from a median, a correlation, arms put together, an NNT. */
export const toolForms: readonly ShapeForm[] = [...forms.values()].filter(({ family }) => family === 'tool');

/** Every field of a form, lists with one entry. */
export const fieldsOfForm = (form: ShapeForm): readonly FormField[] =>
  form.rows(1).flatMap(({ fields }) => fields);
