import { numberAsPrinted, type Arm } from '@shared/extraction';
import type { Protocol } from '@shared/protocol';
import { Button, SelectField, TextField } from '../../ui-kit';
import { useTexts } from '../../app/app-context';
import { freshLocalId } from './fresh-local-id';
import styles from './extraction.module.css';

/** The arms of a study: name, role, kind of comparator, people randomised. */
export function ArmsEditor({
  arms,
  protocol,
  onChange,
  onCommit,
}: {
  readonly arms: readonly Arm[];
  readonly protocol: Protocol;
  readonly onChange: (arms: Arm[], now?: boolean) => void;
  readonly onCommit: () => void;
}) {
  const { extraction: words, app } = useTexts();
  const edit = (index: number, change: Partial<Arm>, now = false): void =>
    onChange(
      arms.map((arm, at) => (at === index ? { ...arm, ...change } : arm)),
      now,
    );
  return (
    <>
      {arms.map((arm, index) => (
        <div key={arm.id} className={styles['arm']}>
          <TextField
            label={`${words.armName} ${index + 1}`}
            placeholder={arm.role === 'intervention' ? words.intervention : words.comparator}
            value={arm.label}
            onChange={(label) => edit(index, { label })}
            onCommit={onCommit}
          />
          <SelectField
            label={words.role}
            value={arm.role}
            choices={[
              { value: 'intervention', label: words.intervention },
              { value: 'comparator', label: words.comparator },
            ]}
            onChange={(role) => edit(index, { role }, true)}
          />
          {arm.role === 'comparator' ? (
            <SelectField
              label={words.comparatorKind}
              value={arm.comparatorId ?? ''}
              choices={[
                { value: '', label: words.otherComparator },
                ...protocol.comparators.map(({ id, label }) => ({ value: id, label })),
              ]}
              onChange={(id) => edit(index, { comparatorId: id === '' ? null : id }, true)}
            />
          ) : (
            <span />
          )}
          <TextField
            label={words.structure.randomised}
            inputMode="numeric"
            value={arm.randomised?.text ?? ''}
            onChange={(text) =>
              edit(index, {
                randomised:
                  text.trim() === ''
                    ? null
                    : {
                        ...arm.randomised,
                        text,
                        value: numberAsPrinted(text, 'count')?.value ?? null,
                      },
              })
            }
            onCommit={onCommit}
          />
          {arms.length > 2 ? (
            <Button
              small
              kind="quiet"
              label={`${app.remove} ${words.armName} ${index + 1}`}
              onPress={() =>
                onChange(
                  arms.filter((_, at) => at !== index),
                  true,
                )
              }
            >
              ×
            </Button>
          ) : null}
        </div>
      ))}
      <div>
        <Button
          small
          onPress={() =>
            onChange(
              [
                ...arms,
                {
                  id: freshLocalId('a', arms),
                  label: '',
                  role: 'comparator',
                  comparatorId: null,
                  randomised: null,
                },
              ],
              true,
            )
          }
        >
          {words.addArm}
        </Button>
      </div>
    </>
  );
}
