import { effectMeasures, plannedOutcome, type PlannedOutcome } from '@shared/protocol';
import { Checkbox, SelectField, TextField } from '../../ui-kit';
import { useTexts } from '../../app/app-context';
import { PartList } from './part-list';
import type { PlanEditorProps } from './plan-editor';
import { WordList } from './word-list';
import styles from './protocol.module.css';

const anyDomain = '';

/** The outcomes that will be reported, each in its windows, pooled or told in words. */
export function PlannedOutcomesEditor({ protocol, plan, onPlan }: PlanEditorProps) {
  const { plan: words } = useTexts();
  return (
    <PartList
      title={words.outcomes}
      hint={words.outcomesHint}
      entries={plan.outcomes}
      addLabel={words.addOutcome}
      onChange={(outcomes) => onPlan({ outcomes })}
      make={(id) =>
        plannedOutcome({ id, label: words.newOutcome, domainId: protocol.outcomeDomains[0]?.id ?? null })
      }
    >
      {(outcome, change) => (
        <>
          <div className={styles['two']}>
            <TextField label={words.label} value={outcome.label} onChange={(label) => change({ label })} />
            <SelectField
              label={words.domain}
              value={outcome.domainId ?? anyDomain}
              choices={[
                { value: anyDomain, label: words.everyDomain },
                ...protocol.outcomeDomains.map(({ id, label }) => ({ value: id, label })),
              ]}
              onChange={(id) => change({ domainId: id === anyDomain ? null : id })}
            />
            <WordList
              label={words.wordsOf}
              hint={words.wordsHint}
              words={outcome.outcomes}
              onChange={(outcomes) => change({ outcomes })}
            />
            <SelectField
              label={words.synthesis}
              value={outcome.synthesis}
              choices={[
                { value: 'pool', label: words.pool },
                { value: 'narrative', label: words.narrative },
              ]}
              onChange={(synthesis) => change({ synthesis })}
            />
            <SelectField
              label={words.sign}
              value={outcome.sign}
              choices={[
                { value: 'benefit-positive', label: words.benefitPositive },
                { value: 'benefit-negative', label: words.benefitNegative },
              ]}
              onChange={(sign) => change({ sign })}
            />
          </div>
          <WindowsAndMeasures outcome={outcome} protocol={protocol} change={change} />
        </>
      )}
    </PartList>
  );
}

function WindowsAndMeasures({
  outcome,
  protocol,
  change,
}: {
  readonly outcome: PlannedOutcome;
  readonly protocol: PlanEditorProps['protocol'];
  readonly change: (change: Partial<PlannedOutcome>) => void;
}) {
  const { plan: words, synthesis } = useTexts();
  const others = effectMeasures.filter((measure) => measure !== protocol.effect.measure);
  return (
    <div className={styles['two']}>
      <div role="group" aria-label={words.windows}>
        <span className={styles['hint']}>{words.windows}</span>
        {protocol.windows.map(({ id, label }) => (
          <Checkbox
            key={id}
            label={label}
            checked={outcome.windowIds.includes(id)}
            onChange={(wanted) =>
              change({
                windowIds: protocol.windows
                  .map((window) => window.id)
                  .filter((other) => (other === id ? wanted : outcome.windowIds.includes(other))),
              })
            }
          />
        ))}
      </div>
      <div role="group" aria-label={words.alsoAs}>
        <span className={styles['hint']}>{words.alsoAs}</span>
        {others.map((measure) => (
          <Checkbox
            key={measure}
            label={synthesis.measures[measure]}
            checked={outcome.alsoAs.includes(measure)}
            onChange={(wanted) =>
              change({
                alsoAs: others.filter((other) =>
                  other === measure ? wanted : outcome.alsoAs.includes(other),
                ),
              })
            }
          />
        ))}
      </div>
    </div>
  );
}
