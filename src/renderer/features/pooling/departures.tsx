import type { Departure } from '@shared/synthesis';
import { departureText } from '@shared/synthesis/report';
import { useTexts } from '../../app/app-context';
import styles from './pooling.module.css';

/** Everything that is not as planned, folded away behind its number. */
export function Departures({ departures }: { readonly departures: readonly Departure[] }) {
  const texts = useTexts();
  const { synthesis: words } = texts;
  if (departures.length === 0) return <p className={styles['hint']}>{words.departures.none}</p>;
  return (
    <details className={styles['departures']}>
      <summary>{words.departures.count(departures.length)}</summary>
      <ul>
        {departures.map((departure, index) => (
          <li key={index}>{departureText(departure, texts)}</li>
        ))}
      </ul>
    </details>
  );
}
