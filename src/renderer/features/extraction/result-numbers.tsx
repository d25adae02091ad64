import { useState } from 'react';
import type { LocalId } from '@shared/kernel';
import {
  asksForSign,
  entriesIn,
  usualSign,
  type Cell,
  type ExtractedResult,
  type FormField,
  type FormRow,
  type ShapeForm,
} from '@shared/extraction';
import { Button, Checkbox, SelectField, TextField } from '../../ui-kit';
import { useTexts } from '../../app/app-context';
import { FormOptions } from './form-options';
import { FormRows } from './form-rows';
import { fieldLabel } from './form-words';
import styles from './extraction.module.css';

/** The numbers of a result in the form the report gives them, with the place where each stands. */
export function ResultNumbers({
  result,
  form,
  armName,
  onChange,
  onCommit,
  onField,
}: {
  readonly result: ExtractedResult;
  readonly form: ShapeForm;
  readonly armName: (id: LocalId) => string;
  readonly onChange: (edit: Partial<ExtractedResult>, now?: boolean) => void;
  readonly onCommit: () => void;
  /** Tells which number is at hand, for words taken from the report. */
  readonly onField: (key: string, name: string) => void;
}) {
  const { effectForms: words } = useTexts();
  const rows = form.rows(form.hasEntries ? entriesIn(result.input) : 0);
  const [focused, setFocused] = useState<string | null>(null);
  const titleOf = (row: FormRow): string =>
    row.of === 'T' ? armName(result.armT) : row.of === 'C' ? armName(result.armC) : words.both;
  const fields = rows.flatMap((row) => row.fields.map((field) => ({ row, field })));
  const chosen = fields.find(({ field }) => field.key === focused) ?? fields[0];
  const setCell = (field: FormField, edit: Partial<Cell>, now?: boolean): void => {
    const before = result.input[field.key] ?? { text: '', value: null };
    onChange({ input: { ...result.input, [field.key]: { ...before, ...edit } } }, now);
  };
  return (
    <div className={styles['numbers']}>
      <FormRows
        rows={rows}
        input={result.input}
        titleOf={titleOf}
        armNames={{ T: armName(result.armT), C: armName(result.armC) }}
        onCell={setCell}
        onCommit={onCommit}
        onFocus={(field) => {
          setFocused(field.key);
          const row = rows.find(({ fields: own }) => own.some(({ key }) => key === field.key));
          onField(field.key, [row ? titleOf(row) : '', fieldLabel(words, field)].filter(Boolean).join(', '));
        }}
      />
      {asksForSign(form.id) ? (
        <div className={styles['what']}>
          <SelectField
            label={words.signAs}
            value={result.signAs ?? usualSign(form.id)}
            choices={[
              { value: 'difference', label: words.signs.difference },
              { value: 'benefit', label: words.signs.benefit },
            ]}
            onChange={(signAs) => onChange({ signAs }, true)}
          />
        </div>
      ) : null}
      <FormOptions
        form={form}
        chosen={result.options ?? {}}
        onChoose={(name, value) => {
          const { [name]: _, ...others } = result.options ?? {};
          onChange({ options: value === '' ? others : { ...others, [name]: value } }, true);
        }}
      />
      {chosen ? (
        <Place
          name={`${titleOf(chosen.row)}, ${fieldLabel(words, chosen.field)}`}
          cell={result.input[chosen.field.key]}
          onCell={(edit, now) => setCell(chosen.field, edit, now)}
          onCommit={onCommit}
          onEverywhere={(cell) => {
            const input = { ...result.input };
            for (const { field } of fields) {
              const own = input[field.key];
              if (own) input[field.key] = { ...own, page: cell.page, quote: cell.quote, place: cell.place };
            }
            onChange({ input }, true);
          }}
        />
      ) : null}
    </div>
  );
}

/** Page and quote of the number that was last entered, and whether it was reported at all. */
function Place({
  name,
  cell,
  onCell,
  onCommit,
  onEverywhere,
}: {
  readonly name: string;
  readonly cell: Cell | undefined;
  readonly onCell: (edit: Partial<Cell>, now?: boolean) => void;
  readonly onCommit: () => void;
  readonly onEverywhere: (cell: Cell) => void;
}) {
  const { extraction: words, effectForms } = useTexts();
  return (
    <section className={styles['placePart']} aria-label={words.placeOf(name)}>
      <p className={styles['hint']}>{words.placeOf(name)}</p>
      <div className={styles['place']}>
        <TextField
          label={words.page}
          value={cell?.page ?? ''}
          onChange={(page) => onCell({ page })}
          onCommit={onCommit}
        />
        <TextField
          label={words.quote}
          value={cell?.quote ?? ''}
          onChange={(quote) => onCell({ quote })}
          onCommit={onCommit}
        />
      </div>
      <div className={styles['placeActions']}>
        <Checkbox
          label={effectForms.assumed}
          checked={cell?.assumed ?? false}
          onChange={(assumed) => onCell({ assumed: assumed || undefined }, true)}
        />
        {cell && (cell.page || cell.quote) ? (
          <Button small kind="quiet" onPress={() => onEverywhere(cell)}>
            {words.samePlace}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
