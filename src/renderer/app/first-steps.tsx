import { useId, type ReactNode } from 'react';
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
        <FirstStep name={home.create} hint={home.createHint} busy={busy} onTake={onCreate}>
          <Kbd>N</Kbd>
        </FirstStep>
        <FirstStep name={home.demo} hint={home.demoHint} busy={busy} onTake={onDemonstration} />
        {onJoin ? (
          <FirstStep name={team.join.action} hint={home.joinHint} busy={busy} onTake={onJoin} />
        ) : null}
      </ul>
      <p>{home.promise}</p>
    </section>
  );
}

function FirstStep({
  name,
  hint,
  busy,
  onTake,
  children,
}: {
  readonly name: string;
  readonly hint: string;
  readonly busy: boolean;
  readonly onTake: () => void;
  readonly children?: ReactNode;
}) {
  const hintId = useId();
  return (
    <li>
      <button type="button" aria-describedby={hintId} disabled={busy} onClick={onTake}>
        {name} {children}
      </button>
      <p id={hintId}>{hint}</p>
    </li>
  );
}
