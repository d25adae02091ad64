import { fieldsOfForm, resultForms } from '@shared/extraction';
import {
  usualExtraction,
  usualSelection,
  type DataKind,
  type ExtractionPlan,
  type SelectionRule,
  type ToleranceRule,
} from '@shared/protocol';
import { Button, Checkbox, SelectField } from '../../ui-kit';
import { useTexts } from '../../app/app-context';
import { NumberInput } from './number-input';
import type { EditorProps } from './part-list';
import styles from './protocol.module.css';

/** Names of the number fields that forms have, as tolerances know them. */
const fieldNames = [
  ...new Set(
    resultForms
      .flatMap(fieldsOfForm)
      .filter(({ kind }) => kind !== 'choice' && kind !== 'flag')
      .map(({ name }) => name),
  ),
];

/** How studies are extracted: structure first or not, and tolerances between two coders. */
export function ExtractionEditor({ protocol, onEdit }: EditorProps) {
  const { protocol: words, effectForms, app } = useTexts();
  const plan = protocol.extraction ?? usualExtraction;
  const edit = (change: Partial<ExtractionPlan>): void => onEdit({ extraction: { ...plan, ...change } });
  const labels: { readonly [name: string]: string | undefined } = effectForms.fields;
  const editRule = (index: number, change: Partial<ToleranceRule>): void =>
    edit({
      tolerances: plan.tolerances.map((rule, at) => (at === index ? { ...rule, ...change } : rule)),
    });
  return (
    <section className={styles['part']}>
      <div>
        <h2>{words.parts.extraction}</h2>
        <p className={styles['hint']}>{words.extractionHint}</p>
      </div>
      <Checkbox
        label={words.structureFirst}
        checked={plan.structureFirst}
        onChange={(structureFirst) => edit({ structureFirst })}
      />
      <div>
        <h3>{words.tolerances}</h3>
        <p className={styles['hint']}>{words.tolerancesHint}</p>
      </div>
      {plan.tolerances.map((rule, index) => (
        <div key={index} className={styles['instrument']}>
          <SelectField
            label={words.toleranceField}
            hideLabel={index > 0}
            value={rule.field}
            choices={[
              { value: '*', label: words.allFields },
              ...fieldNames.map((name) => ({ value: name, label: labels[name] ?? name })),
            ]}
            onChange={(field) => editRule(index, { field })}
          />
          <NumberInput
            key={rule.by}
            label={words.toleranceAmount}
            hideLabel={index > 0}
            value={rule.by === 'share' ? Number((rule.amount * 100).toFixed(6)) : rule.amount}
            onChange={(amount) =>
              editRule(index, { amount: rule.by === 'share' ? (amount ?? 0) / 100 : (amount ?? 0) })
            }
          />
          <SelectField
            label={words.toleranceUnit}
            hideLabel={index > 0}
            value={rule.by}
            choices={[
              { value: 'points', label: words.toleranceBy.points },
              { value: 'share', label: words.toleranceBy.share },
            ]}
            onChange={(by) => editRule(index, { by })}
          />
          <Button
            small
            kind="quiet"
            label={app.remove}
            onPress={() => edit({ tolerances: plan.tolerances.filter((_, at) => at !== index) })}
          >
            ×
          </Button>
        </div>
      ))}
      <div>
        <Button
          small
          kind="quiet"
          onPress={() => edit({ tolerances: [...plan.tolerances, { field: '*', by: 'points', amount: 0 }] })}
        >
          + {words.addTolerance}
        </Button>
      </div>
      <SelectionFields plan={plan} onEdit={edit} />
    </section>
  );
}

/** Which of several compatible results is used, and what is done about arms and clusters. */
function SelectionFields({
  plan,
  onEdit,
}: {
  readonly plan: ExtractionPlan;
  readonly onEdit: (change: Partial<ExtractionPlan>) => void;
}) {
  const { protocol: words } = useTexts();
  const { selection } = plan;
  const edit = (change: Partial<SelectionRule>): void =>
    onEdit({ selection: { ...(selection ?? usualSelection), ...change } });
  const orders = permutations(selection?.dataOrder ?? usualSelection.dataOrder);
  return (
    <>
      <div>
        <h3>{words.selection}</h3>
        <p className={styles['hint']}>{words.selectionHint}</p>
      </div>
      <Checkbox
        label={words.selectionOn}
        checked={selection !== undefined}
        onChange={(on) => onEdit({ selection: on ? usualSelection : undefined })}
      />
      {selection ? (
        <div className={styles['two']}>
          <SelectField
            label={words.dataOrder}
            value={selection.dataOrder.join(' ')}
            choices={orders.map((order) => ({
              value: order.join(' '),
              label: order.map((kind) => words.dataKinds[kind]).join(', '),
            }))}
            onChange={(order) =>
              edit({ dataOrder: orders.find((one) => one.join(' ') === order) ?? selection.dataOrder })
            }
          />
          <SelectField
            label={words.withinWindow}
            value={selection.withinWindow}
            choices={(['all', 'earliest', 'latest'] as const).map((value) => ({
              value,
              label: words.withinWindows[value],
            }))}
            onChange={(withinWindow) => edit({ withinWindow })}
          />
          <SelectField
            label={words.severalInstruments}
            value={selection.several}
            choices={(['all', 'first', 'composite'] as const).map((value) => ({
              value,
              label: words.several[value],
            }))}
            onChange={(several) => edit({ several })}
          />
          {selection.several === 'composite' ? (
            <NumberInput
              label={words.instrumentCorrelation}
              value={selection.correlation}
              onChange={(correlation) => edit({ correlation: Math.min(1, Math.max(0, correlation ?? 0)) })}
            />
          ) : null}
        </div>
      ) : null}
      <div className={styles['two']}>
        <SelectField
          label={words.sharedArms}
          value={plan.sharedArms ?? 'keep'}
          choices={(['keep', 'split', 'combine'] as const).map((value) => ({
            value,
            label: words.sharedArmsChoices[value],
          }))}
          onChange={(sharedArms) => onEdit({ sharedArms })}
        />
        <NumberInput
          label={words.assumedIcc}
          value={plan.assumedIcc ?? null}
          onChange={(icc) => onEdit({ assumedIcc: icc === null ? undefined : Math.min(1, Math.max(0, icc)) })}
        />
      </div>
    </>
  );
}

/** Every order of the kinds of data. */
function permutations(kinds: readonly DataKind[]): DataKind[][] {
  if (kinds.length < 2) return [[...kinds]];
  return kinds.flatMap((kind) =>
    permutations(kinds.filter((other) => other !== kind)).map((rest) => [kind, ...rest]),
  );
}
