import type { CodedPassages } from '@shared/synthesis';
import { useTexts } from '../../app/app-context';
import styles from './pooling.module.css';

/** Every code of the codebook with its quotes, also the codes nobody described. */
export function CodesView({ codes }: { readonly codes: readonly CodedPassages[] }) {
  const { synthesis: words } = useTexts();
  const groups = [...new Set(codes.map(({ groupId }) => groupId))];
  return (
    <>
      {groups.map((groupId) => {
        const own = codes.filter((code) => code.groupId === groupId);
        return (
          <section key={groupId} className={styles['part']}>
            <h2>{own[0]?.group}</h2>
            {own.map(({ codeId, code, trials, passages }) => (
              <section key={codeId} className={styles['part']}>
                <h3>{code}</h3>
                <p className={styles['hint']}>
                  {passages.length === 0 ? words.noPassages : words.codesLine(passages.length, trials)}
                </p>
                <ul className={styles['quotes']}>
                  {passages.map(({ studyId, study, quote, page }) => (
                    <li key={`${studyId} ${quote}`}>
                      <blockquote>{quote}</blockquote>
                      <span className={styles['hint']}>
                        {page === null ? study : `${study}, ${words.pageOf(page)}`}
                      </span>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </section>
        );
      })}
    </>
  );
}
