import type { StudyId } from '@shared/kernel';
import { assess } from '@shared/risk-of-bias';
import { controls } from '../../ui-kit';
import { useReview, useTexts } from '../../app/app-context';
import { JudgementBadge } from './assessment-form';
import styles from './risk-of-bias.module.css';

/** The final assessment of a study, to read. */
export function FinalAssessment({ studyId }: { readonly studyId: StudyId }) {
  const { bias: words } = useTexts();
  const { state } = useReview();
  const final = state.finalAssessments.get(studyId)?.body;
  if (!final) return null;
  const assessed = assess(final.content);
  const rows = [
    ...assessed.domains.map(({ domain, standing }) => ({ id: domain.id, name: domain.name, standing })),
    { id: 'overall', name: words.overall, standing: assessed.overall.standing },
  ];
  return (
    <section className={styles['domain']}>
      <p className={styles['hint']}>{words.finalBy[final.method]}</p>
      <table className={controls['table']}>
        <tbody>
          {rows.map(({ id, name, standing }) => (
            <tr key={id}>
              <td>{id === 'overall' ? '' : id}</td>
              <td>{name}</td>
              <td>{standing ? <JudgementBadge judgement={standing} /> : '–'}</td>
              <td className={styles['hint']}>{final.content.judgements[id]?.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
