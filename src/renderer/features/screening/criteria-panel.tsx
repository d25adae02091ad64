import type { DocumentPlace } from '@shared/documents';
import { Button, Kbd, Segments, whenReachedByKey } from '../../ui-kit';
import { useTexts } from '../../app/app-context';
import { useDeskKeys } from '../../app/desk-keys';
import type { ScreeningDesk } from './use-screening-desk';
import styles from './screening.module.css';

/** The criteria in protocol order; one is in focus and takes Y, N and U. */
export function CriteriaPanel({
  desk,
  locked,
  onShow,
}: {
  readonly desk: ScreeningDesk;
  /** For somebody who does not vote: the criteria are read, not answered. */
  readonly locked: boolean;
  /** Shows where a quote stands. */
  readonly onShow: (place: DocumentPlace) => void;
}) {
  const { screening, documents } = useTexts();
  const { criteria } = desk;
  const keys = useDeskKeys();
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
            onFocus={whenReachedByKey(() => desk.focusCriterion(index))}
          >
            {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- its digit is the key for it */}
            <div
              className={styles['criterionHead']}
              role="presentation"
              onClick={() => desk.focusCriterion(index)}
            >
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
            {locked ? null : (
              <Segments
                label={criterion.label}
                value={given}
                choices={(['yes', 'no', 'unclear'] as const).map((answer) => ({
                  value: answer,
                  label: screening[answer],
                  shortcut: focused ? keys.printed(answer) : undefined,
                }))}
                onChange={(value) => desk.answer(criterion.id, value)}
              />
            )}
            {quote === undefined ? (
              <QuoteHint shown={focused && !locked} />
            ) : (
              <blockquote className={styles['quote']}>
                <p>{quote}</p>
                {place === undefined ? null : (
                  <Button kind="quiet" small onPress={() => onShow(place)}>
                    {documents.page(place.page)}
                  </Button>
                )}
                <Button
                  small
                  kind="quiet"
                  label={screening.dropQuote}
                  onPress={() => desk.quote(criterion.id, { quote: undefined, place: undefined })}
                >
                  ×
                </Button>
              </blockquote>
            )}
          </div>
        );
      })}
    </section>
  );
}

/** How a text is kept with the criterion in focus. */
function QuoteHint({ shown }: { readonly shown: boolean }) {
  const { screening } = useTexts();
  const key = useDeskKeys().printed('quote');
  return shown && key !== undefined ? (
    <p className={styles['quoteHint']}>{screening.quoteHint(key)}</p>
  ) : null;
}
