import { useTexts } from '../../app/app-context';
import { NumberInput } from './number-input';
import type { EditorProps } from './part-list';
import styles from './protocol.module.css';

/** What the version before an update included; the flow diagram of an update counts it apart. */
export function PreviousReviewEditor({ protocol, onEdit }: EditorProps) {
  const { protocol: words } = useTexts();
  const { previousReview: previous } = protocol;
  const change = (part: 'studies' | 'reports', typed: number | null): void => {
    const count = typed === null ? 0 : Math.max(0, Math.round(typed));
    const changed = { studies: 0, reports: 0, ...previous, [part]: count };
    const none = changed.studies === 0 && changed.reports === 0;
    onEdit({ previousReview: none ? undefined : changed });
  };
  return (
    <section className={styles['part']}>
      <div>
        <h2>{words.parts.previousReview}</h2>
        <p className={styles['hint']}>{words.previousHint}</p>
      </div>
      <div className={styles['two']}>
        <NumberInput
          label={words.previousStudies}
          value={previous?.studies ?? null}
          onChange={(studies) => change('studies', studies)}
        />
        <NumberInput
          label={words.previousReports}
          value={previous?.reports ?? null}
          onChange={(reports) => change('reports', reports)}
        />
      </div>
    </section>
  );
}
