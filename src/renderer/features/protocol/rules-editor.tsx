import { effectMeasures, poolingMethods, poolingTests, varianceFormulas } from '@shared/protocol';
import { Checkbox, SelectField } from '../../ui-kit';
import { useTexts } from '../../app/app-context';
import type { EditorProps } from './part-list';
import { countOf, coderCounts, ScreeningRules } from './screening-rules';
import { PilotEditor } from './pilot-editor';
import { RiskOfBiasEditor } from './risk-of-bias-editor';
import styles from './protocol.module.css';

const screeningStages = ['title-abstract', 'full-text'] as const;
const ratingStages = ['risk-of-bias', 'extraction'] as const;

/** Coders per stage, risk-of-bias tools, effect measure and pooling model. */
export function RulesEditor({ protocol, onEdit }: EditorProps) {
  const { protocol: words } = useTexts();
  const { stages } = protocol;
  const counts = coderCounts.map((value) => ({ value, label: value }));
  return (
    <>
      <section className={styles['part']}>
        <h2>{words.parts.stages}</h2>
        <div className={styles['rules']}>
          {screeningStages.map((stage) => (
            <ScreeningRules key={stage} stage={stage} protocol={protocol} onEdit={onEdit} />
          ))}
          {ratingStages.map((stage) => (
            <div key={stage} className={styles['rule']}>
              <h3>{words.stageNames[stage]}</h3>
              <SelectField
                label={words.codersNeeded}
                value={countOf(stages[stage].codersNeeded)}
                choices={counts}
                onChange={(count) =>
                  onEdit({ stages: { ...stages, [stage]: { codersNeeded: Number(count) } } })
                }
              />
            </div>
          ))}
        </div>
        <LaterStages protocol={protocol} onEdit={onEdit} />
        <KeyEscrow protocol={protocol} onEdit={onEdit} />
      </section>
      <PilotEditor protocol={protocol} onEdit={onEdit} />
      <RiskOfBiasEditor protocol={protocol} onEdit={onEdit} />
      <section className={styles['part']}>
        <h2>{words.parts.effect}</h2>
        <div className={styles['two']}>
          <SelectField
            label={words.measure}
            value={protocol.effect.measure}
            choices={effectMeasures.map((value) => ({ value, label: words.measures[value] }))}
            onChange={(measure) => onEdit({ effect: { ...protocol.effect, measure } })}
          />
          <SelectField
            label={words.varianceFormula}
            value={protocol.effect.varianceFormula}
            choices={varianceFormulas.map((value) => ({ value, label: words.varianceFormulas[value] }))}
            onChange={(varianceFormula) => onEdit({ effect: { ...protocol.effect, varianceFormula } })}
          />
        </div>
      </section>
      <section className={styles['part']}>
        <h2>{words.parts.pooling}</h2>
        <div className={styles['two']}>
          <SelectField
            label={words.method}
            value={protocol.pooling.method}
            choices={poolingMethods.map((value) => ({ value, label: words.methods[value] }))}
            onChange={(method) => onEdit({ pooling: { ...protocol.pooling, method } })}
          />
          <SelectField
            label={words.test}
            value={protocol.pooling.test}
            choices={poolingTests.map((value) => ({ value, label: words.tests[value] }))}
            onChange={(test) => onEdit({ pooling: { ...protocol.pooling, test } })}
          />
        </div>
        <Checkbox
          label={words.predictionInterval}
          checked={protocol.pooling.predictionInterval}
          onChange={(predictionInterval) => onEdit({ pooling: { ...protocol.pooling, predictionInterval } })}
        />
      </section>
    </>
  );
}

/** When full texts and studies show a coder what was decided, and in words what a coder then learns. */
function LaterStages({ protocol, onEdit }: EditorProps) {
  const { heldBack: words } = useTexts();
  const open = protocol.laterStages?.open ?? 'when-finished';
  return (
    <SelectField
      label={words.laterStages}
      hint={words.laterStagesHint[open]}
      value={open}
      choices={(['when-finished', 'as-decided'] as const).map((value) => ({
        value,
        label: words.laterStagesOpen[value],
      }))}
      onChange={(chosen) => onEdit({ laterStages: { open: chosen } })}
    />
  );
}

function KeyEscrow({ protocol, onEdit }: EditorProps) {
  const { protocol: words } = useTexts();
  return (
    <div>
      <Checkbox
        label={words.keyEscrow}
        checked={protocol.keyEscrow === true}
        onChange={(keyEscrow) => onEdit({ keyEscrow })}
      />
      <p className={styles['hint']}>{words.keyEscrowHint}</p>
    </div>
  );
}
