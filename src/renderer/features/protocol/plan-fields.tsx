import type { PlannedSubgroup } from '@shared/protocol';
import { Button, SelectField, TextField } from '../../ui-kit';
import { useTexts } from '../../app/app-context';
import { PartList } from './part-list';
import type { PlanEditorProps } from './plan-editor';
import { WordList } from './word-list';
import styles from './protocol.module.css';

const undivided = '';

/** Planned subgroups: what divides the trials, and into which levels. */
export function SubgroupsEditor({ plan, onPlan }: PlanEditorProps) {
  const { plan: words } = useTexts();
  return (
    <>
      <PartList
        title={words.subgroups}
        hint={words.fieldHint}
        entries={plan.subgroups}
        addLabel={words.addSubgroup}
        onChange={(subgroups) =>
          onPlan({
            subgroups,
            forestBy: subgroups.some(({ id }) => id === plan.forestBy) ? plan.forestBy : null,
          })
        }
        make={(id) => ({ id, label: words.newSubgroup, field: 'comparator', levels: [] })}
      >
        {(subgroup, change) => (
          <>
            <NameAndField entry={subgroup} onChange={change} />
            <Levels levels={subgroup.levels} onChange={(levels) => change({ levels })} />
          </>
        )}
      </PartList>
      <section className={styles['part']}>
        <div className={styles['two']}>
          <SelectField
            label={words.forestBy}
            value={plan.forestBy ?? undivided}
            choices={[
              { value: undivided, label: words.undivided },
              ...plan.subgroups.map(({ id, label }) => ({ value: id, label })),
            ]}
            onChange={(id) => onPlan({ forestBy: id === undivided ? null : id })}
          />
          <SelectField
            label={words.subgroupVariance}
            value={plan.subgroupVariance}
            choices={[
              { value: 'separate', label: words.varianceSeparate },
              { value: 'common', label: words.varianceCommon },
            ]}
            onChange={(subgroupVariance) => onPlan({ subgroupVariance })}
          />
        </div>
      </section>
    </>
  );
}

/** Planned moderators, each explained by a meta-regression of its own. */
export function ModeratorsEditor({ plan, onPlan }: PlanEditorProps) {
  const { plan: words } = useTexts();
  return (
    <PartList
      title={words.moderators}
      hint={words.moderatorHint}
      entries={plan.moderators}
      addLabel={words.addModerator}
      onChange={(moderators) => onPlan({ moderators })}
      make={(id) => ({ id, label: words.newModerator, field: 'year' })}
    >
      {(moderator, change) => <NameAndField entry={moderator} onChange={change} />}
    </PartList>
  );
}

type Named = { readonly label: string; readonly field: string };

function NameAndField({
  entry,
  onChange,
}: {
  readonly entry: Named;
  readonly onChange: (change: Partial<Named>) => void;
}) {
  const { plan: words } = useTexts();
  return (
    <div className={styles['two']}>
      <TextField label={words.label} value={entry.label} onChange={(label) => onChange({ label })} />
      <TextField label={words.field} value={entry.field} onChange={(field) => onChange({ field })} />
    </div>
  );
}

function Levels({
  levels,
  onChange,
}: {
  readonly levels: PlannedSubgroup['levels'];
  readonly onChange: (levels: PlannedSubgroup['levels']) => void;
}) {
  const { plan: words, app } = useTexts();
  const edit = (index: number, change: Partial<PlannedSubgroup['levels'][number]>): void =>
    onChange(levels.map((level, at) => (at === index ? { ...level, ...change } : level)));
  return (
    <>
      {levels.length === 0 ? <p className={styles['hint']}>{words.levelsHint}</p> : null}
      {levels.map((level, index) => (
        <div key={index} className={styles['two']}>
          <TextField label={words.level} value={level.label} onChange={(label) => edit(index, { label })} />
          <WordList
            label={words.levelValues}
            hint={words.levelValuesHint}
            words={level.values}
            separator=";"
            onChange={(values) => edit(index, { values })}
          />
          <div>
            <Button
              small
              kind="quiet"
              label={`${app.remove}: ${level.label}`}
              onPress={() => onChange(levels.filter((_, at) => at !== index))}
            >
              ×
            </Button>
          </div>
        </div>
      ))}
      <div>
        <Button small onPress={() => onChange([...levels, { label: words.newLevel, values: [] }])}>
          {words.addLevel}
        </Button>
      </div>
    </>
  );
}
