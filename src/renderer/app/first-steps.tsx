import { Kbd } from '../ui-kit';
import { useTexts } from './app-context';
import styles from './app.module.css';

type FirstStepsProps = {
  readonly busy: boolean;
  readonly onCreate: () => void;
  readonly onDemonstration: () => void;
  /** Absent where a review cannot be joined. */
  readonly onJoin?: (() => void) | undefined;
};

/** What somebody can do who has no review yet: begin one, look around, or join a team. */
export function FirstSteps({ busy, onCreate, onDemonstration, onJoin }: FirstStepsProps) {
  const { app, team } = useTexts();
  const { home } = app;
  return (
    <section className={styles['firstSteps']} aria-label={home.emptyTitle}>
      <h2>{home.emptyTitle}</h2>
      <ul>
        <li>
          <button type="button" disabled={busy} onClick={onCreate}>
            <span className={styles['firstStepName']}>
              {home.create} <Kbd>N</Kbd>
            </span>
            <span>{home.createHint}</span>
          </button>
        </li>
        <li>
          <button type="button" disabled={busy} onClick={onDemonstration}>
            <span className={styles['firstStepName']}>{home.demo}</span>
            <span>{home.demoHint}</span>
          </button>
        </li>
        {onJoin ? (
          <li>
            <button type="button" disabled={busy} onClick={onJoin}>
              <span className={styles['firstStepName']}>{team.join.action}</span>
              <span>{home.joinHint}</span>
            </button>
          </li>
        ) : null}
      </ul>
      <p>{home.promise}</p>
    </section>
  );
}
