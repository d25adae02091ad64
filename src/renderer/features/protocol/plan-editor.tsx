import {
  dependenceHandlings,
  planOfProtocol,
  sensitivityKinds,
  type AnalysisPlan,
  type SensitivityKind,
} from '@shared/protocol';
import { Button, Checkbox, SelectField } from '../../ui-kit';
import { useTexts } from '../../app/app-context';
import { NumberInput } from './number-input';
import type { EditorProps } from './part-list';
import { ModeratorsEditor, SubgroupsEditor } from './plan-fields';
import { PlannedOutcomesEditor } from './plan-outcomes';
import styles from './protocol.module.css';

export type PlanEditorProps = EditorProps & {
  readonly plan: AnalysisPlan;
  readonly onPlan: (change: Partial<AnalysisPlan>) => void;
};

/** The analysis plan: what will be reported, how it is pooled, and what is tried out besides. */
export function PlanEditor({ protocol, onEdit }: EditorProps) {
  const { plan: words } = useTexts();
  const plan = planOfProtocol(protocol);
  const onPlan = (change: Partial<AnalysisPlan>): void => onEdit({ analysis: { ...plan, ...change } });
  const given = { protocol, onEdit, plan, onPlan };
  return (
    <>
      {protocol.analysis === undefined ? (
        <section className={styles['part']}>
          <h2>{words.title}</h2>
          <p className={styles['hint']}>{words.notStated}</p>
          <div>
            <Button small onPress={() => onPlan({})}>
              {words.state}
            </Button>
          </div>
        </section>
      ) : (
        <>
          <PlannedOutcomesEditor {...given} />
          <PlanRules {...given} />
          <SubgroupsEditor {...given} />
          <ModeratorsEditor {...given} />
        </>
      )}
    </>
  );
}

function PlanRules({ plan, onPlan }: PlanEditorProps) {
  const { plan: words, synthesis } = useTexts();
  const toggle = (kind: SensitivityKind, wanted: boolean): void =>
    onPlan({
      sensitivity: sensitivityKinds.filter((other) =>
        other === kind ? wanted : plan.sensitivity.includes(other),
      ),
    });
  return (
    <section className={styles['part']}>
      <h2>{words.rules}</h2>
      <div className={styles['two']}>
        <NumberInput
          label={words.minimumTrials}
          value={plan.minimumTrials}
          onChange={(value) => onPlan({ minimumTrials: within(value, 1, 50) })}
        />
        <NumberInput
          label={words.smallStudyMinimum}
          value={plan.smallStudyMinimum}
          onChange={(value) => onPlan({ smallStudyMinimum: within(value, 3, 100) })}
        />
        <SelectField
          label={synthesis.dependenceLabel}
          value={plan.dependence}
          choices={dependenceHandlings.map((value) => ({ value, label: synthesis.dependence[value] }))}
          onChange={(dependence) => onPlan({ dependence })}
        />
        <NumberInput
          label={words.assumedCorrelation}
          value={plan.assumedCorrelation}
          onChange={(value) =>
            onPlan({ assumedCorrelation: value === null ? 0.6 : Math.min(1, Math.max(0, value)) })
          }
        />
        <SelectField
          label={words.sharedControls}
          value={plan.sharedControls}
          choices={[
            { value: 'keep', label: words.sharedKeep },
            { value: 'split', label: words.sharedSplit },
          ]}
          onChange={(sharedControls) => onPlan({ sharedControls })}
        />
        <SelectField
          label={words.outlierRule}
          value={plan.outlierRule}
          choices={[
            { value: 'interval', label: words.outlierInterval },
            { value: 'residual', label: words.outlierResidual },
          ]}
          onChange={(outlierRule) => onPlan({ outlierRule })}
        />
        <SelectField
          label={words.nnt}
          value={plan.nnt.method}
          choices={[
            { value: 'none', label: words.nntNone },
            { value: 'kraemer-kupfer', label: synthesis.nntMethods['kraemer-kupfer'] },
            { value: 'furukawa-leucht', label: words.furukawaLeucht },
          ]}
          onChange={(method) => onPlan({ nnt: { ...plan.nnt, method } })}
        />
        {plan.nnt.method === 'furukawa-leucht' ? (
          <NumberInput
            label={words.controlEventRate}
            value={plan.nnt.controlEventRate}
            onChange={(value) =>
              onPlan({
                nnt: {
                  ...plan.nnt,
                  controlEventRate: value === null ? 0.2 : Math.min(0.99, Math.max(0.01, value)),
                },
              })
            }
          />
        ) : null}
      </div>
      <h3>{words.sensitivity}</h3>
      <div className={styles['two']}>
        {sensitivityKinds.map((kind) => (
          <Checkbox
            key={kind}
            label={synthesis.sensitivity[kind]}
            checked={plan.sensitivity.includes(kind)}
            onChange={(wanted) => toggle(kind, wanted)}
          />
        ))}
      </div>
    </section>
  );
}

/** A whole number within limits; the lower one where nothing was typed. */
const within = (value: number | null, least: number, most: number): number =>
  Math.min(most, Math.max(least, Math.round(value ?? least)));
