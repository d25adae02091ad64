import { effectAsGiven, effectOfResult, type ChainValue, type ExtractedResult } from '@shared/extraction';
import type { Protocol } from '@shared/protocol';
import { Badge } from '../../ui-kit';
import { useFormats, useTexts } from '../../app/app-context';
import { shapeWords, valueLabel } from './form-words';
import styles from './extraction.module.css';

type EffectProps = {
  readonly result: ExtractedResult;
  readonly protocol: Protocol;
  /** What the variance is multiplied by in a cluster trial. */
  readonly designEffect?: number | undefined;
};

/** g, SE and interval as they stand, or why there is none. */
export function EffectLine({ result, protocol, designEffect }: EffectProps) {
  const { extraction: words, effectForms } = useTexts();
  const formats = useFormats();
  const pooled = effectOfResult(result, protocol.effect, designEffect);
  const effect = pooled.ok ? pooled : effectAsGiven(result, protocol.effect, designEffect);
  if (!effect.ok) {
    return <span className={`${styles['effect']} ${styles['hint']}`}>{words.errors[effect.error.code]}</span>;
  }
  const { estimate, se, ciLow, ciHigh, turned, scale } = effect.value;
  return (
    <span className={styles['effect']} aria-live="polite">
      <strong className="numeric" data-testid="effect">
        {effectForms.scales[scale]} = {formats.decimal(estimate, 3)}
      </strong>
      <span className="numeric">SE {formats.decimal(se, 3)}</span>
      <span className="numeric">
        [{formats.decimal(ciLow, 3)}, {formats.decimal(ciHigh, 3)}]
      </span>
      {turned ? <Badge>{words.turned}</Badge> : null}
      <span className={styles['hint']}>{pooled.ok ? words.positiveFavours : effectForms.otherScale}</span>
    </span>
  );
}

/** How the effect follows from what the report says: in words, as a formula, and step by step with its values. */
export function EffectChain({ result, protocol, designEffect }: EffectProps) {
  const { effectForms: words } = useTexts();
  const effect = effectAsGiven(result, protocol.effect, designEffect);
  if (!effect.ok) return null;
  const { chain, formula, source, shape } = effect.value;
  return (
    <details className={styles['chain']}>
      <summary>{words.chain}</summary>
      <p>{shapeWords(words, shape)}</p>
      <p className={styles['hint']}>
        {words.formula}: <span className={styles['formula']}>{formula}</span> · {source}
      </p>
      <ol>
        {chain.map(({ step, values }) => (
          <li key={step}>
            <span className={styles['step']}>{words.steps[step]}</span>
            <span className={styles['values']}>
              {values.map((value, index) => (
                <Value key={index} value={value} />
              ))}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}

function Value({ value: { name, of, text, number } }: { readonly value: ChainValue }) {
  const { effectForms: words, extraction } = useTexts();
  const formats = useFormats();
  const arm = of === null ? '' : ` ${of === 'T' ? extraction.intervention : extraction.comparator}`;
  return (
    <span className="numeric">
      <span className={styles['hint']}>
        {valueLabel(words, name)}
        {arm.toLowerCase()}
      </span>{' '}
      {text ?? formats.decimal(number ?? Number.NaN, 4)}
    </span>
  );
}
