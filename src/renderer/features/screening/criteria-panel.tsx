import type { DocumentPlace } from '@shared/documents';
import { Button, Kbd, Segments } from '../../ui-kit';
import { useTexts } from '../../app/app-context';
import type { ScreeningDesk } from './use-screening-desk';
import styles from './screening.module.css';

/** The criteria in protocol order; one is in focus and takes Y, N and U. */
export function CriteriaPanel({
  desk,
  onShow,
}: {
  readonly desk: ScreeningDesk;
  /** Shows where a quote stands. */
  readonly onShow: (place: DocumentPlace) => void;
}) {
  const { screening, documents } = useTexts();
  const { criteria } = desk.protocol;
  if (criteria.length === 0) return null;
  return (
    <section aria-label={screening.criteria} className={styles['criteria']}>
      {criteria.map((criterion, index) => {
        const focused = index === desk.focusedCriterion;
        const given = desk.answers[criterion.id]?.answer ?? null;
        const { quote, place } = desk.quotes[criterion.id] ?? {};
        return (
          <div
            key={criterion.id}
            className={`${styles['criterion']} ${focused ? styles['criterionFocused'] : ''}`}
            onFocus={() => desk.focusCriterion(index)}
          >
            <div className={styles['criterionHead']}>
              <Kbd>{index + 1}</Kbd>
              <h3>{criterion.label}</h3>
            </div>
            {focused ? (
              <>
                <p className={styles['question']}>{criterion.question}</p>
                <dl className={styles['guidance']}>
                  <dt>{screening.yes}</dt>
                  <dd>{criterion.guidance.yes}</dd>
                  <dt>{screening.no}</dt>
                  <dd>{criterion.guidance.no}</dd>
                  <dt>{screening.unclear}</dt>
                  <dd>{criterion.guidance.unclear}</dd>
                </dl>
              </>
            ) : null}
            <Segments
              label={criterion.label}
              value={given}
              choices={[
                { value: 'yes', label: focused ? `${screening.yes} · Y` : screening.yes },
                { value: 'no', label: focused ? `${screening.no} · N` : screening.no },
                { value: 'unclear', label: focused ? `${screening.unclear} · U` : screening.unclear },
              ]}
              onChange={(value) => desk.answer(criterion.id, value)}
            />
            {quote === undefined ? null : (
              <blockquote className={styles['quote']}>
                <p>{quote}</p>
                {place === undefined ? null : (
                  <Button kind="quiet" small onPress={() => onShow(place)}>
                    {documents.page(place.page)}
                  </Button>
                )}
              </blockquote>
            )}
          </div>
        );
      })}
    </section>
  );
}
