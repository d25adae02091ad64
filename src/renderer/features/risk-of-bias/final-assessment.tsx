import type { LocalId, StudyId } from '@shared/kernel';
import { assessmentTarget } from '@shared/risk-of-bias';
import { controls } from '../../ui-kit';
import { useReview, useTexts } from '../../app/app-context';
import { JudgementLabel, judgementWith } from './judgement-mark';
import { useReading } from './use-reading';
import styles from './risk-of-bias.module.css';

/** The final assessment of a study or result, to read. */
export function FinalAssessment({
  studyId,
  resultId,
}: {
  readonly studyId: StudyId;
  readonly resultId: LocalId | null;
}) {
  const { bias: words } = useTexts();
  const { state } = useReview();
  const read = useReading();
  const final = state.finalAssessments.get(assessmentTarget({ studyId, resultId }))?.body;
  const assessed = final && read(final.content);
  if (!final || !assessed) return null;
  const { tool } = assessed;
  const rows = [
    ...assessed.domains.map(({ domain, standing }) => ({ id: domain.id, name: domain.name, standing })),
    {
      id: 'overall',
      name: tool.overall.judgements ? words.decision : words.overall,
      standing: assessed.overall.standing,
    },
  ];
  return (
    <section className={styles['domain']}>
      <p className={styles['hint']}>
        {tool.name} · {words.finalBy[final.method]}
      </p>
      <table className={controls['table']}>
        <tbody>
          {rows.map(({ id, name, standing }) => {
            const judgement = standing === null ? undefined : judgementWith(tool, id, standing);
            const { reason, quote, page, direction } = final.content.judgements[id] ?? {};
            return (
              <tr key={id}>
                <td>{id === 'overall' ? '' : id}</td>
                <td>{name}</td>
                <td>{judgement ? <JudgementLabel judgement={judgement} /> : '–'}</td>
                <td className={styles['hint']}>
                  {[
                    reason,
                    quote && `“${quote}”${page ? ` (${words.page.toLowerCase()} ${page})` : ''}`,
                    direction && direction !== 'NA'
                      ? words.directions[direction as keyof typeof words.directions]
                      : '',
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
