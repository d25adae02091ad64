import { poolErrorText } from '@shared/pooling';
import type { Departure } from '@shared/synthesis';
import { useTexts } from '../../app/app-context';
import styles from './pooling.module.css';

/** Everything that is not as planned, folded away behind its number. */
export function Departures({ departures }: { readonly departures: readonly Departure[] }) {
  const { synthesis: words } = useTexts();
  const sentence = useSentence();
  if (departures.length === 0) return <p className={styles['hint']}>{words.departures.none}</p>;
  return (
    <details className={styles['departures']}>
      <summary>{words.departures.count(departures.length)}</summary>
      <ul>
        {departures.map((departure, index) => (
          <li key={index}>{sentence(departure)}</li>
        ))}
      </ul>
    </details>
  );
}

function useSentence(): (departure: Departure) => string {
  const { synthesis: words, pooling } = useTexts();
  return (departure) => {
    switch (departure.code) {
      case 'method':
      case 'test':
      case 'dependence':
      case 'assumedCorrelation':
      case 'minimumTrials':
      case 'sharedControls':
        return words.departures.changed(
          words.departures.names[departure.code],
          departure.planned,
          departure.used,
        );
      case 'no-plan':
        return words.departures.noPlan;
      case 'not-in-plan':
        return words.departures.notInPlan(departure.rows, departure.outcomes.join('; '));
      case 'no-rows':
        return words.departures.noRows(departure.label, departure.window);
      case 'too-few':
        return `${departure.label}, ${departure.window}: ${words.tooFew(departure.trials, departure.minimum)}`;
      case 'failed':
        return `${departure.label}, ${departure.window}: ${poolErrorText(departure.error, pooling.errors)}`;
      case 'field-empty':
        return words.departures.fieldEmpty(departure.label, departure.field);
      case 'without-measure':
        return words.departures.withoutMeasure(departure.label, departure.rows, departure.measure);
      case 'corrected':
        return words.departures.corrected(departure.rows);
    }
  };
}
