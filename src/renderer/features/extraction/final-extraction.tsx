import { Fragment } from 'react';
import type { StudyId } from '@shared/kernel';
import { chooseResults, designEffectOfStudy, effectOfResult } from '@shared/extraction';
import { currentProtocol, notPoolable, studiesOf } from '@shared/review';
import { controls } from '../../ui-kit';
import { useReview, useTexts } from '../../app/app-context';
import { EffectChain, EffectLine } from './effect-line';
import { UseOfResult } from './use-of-result';
import styles from './extraction.module.css';

/** The final extraction of a study, to read. */
export function FinalExtraction({ studyId }: { readonly studyId: StudyId }) {
  const { extraction: words } = useTexts();
  const { state } = useReview();
  const final = state.finalExtractions.get(studyId)?.body;
  const protocol = currentProtocol(state)?.protocol;
  if (!final || !protocol) return null;
  const { content, method } = final;
  const design = designEffectOfStudy(content, protocol);
  const choices = chooseResults(
    content.results,
    protocol,
    (result) => effectOfResult(result, protocol.effect).ok,
    state.resultUses.get(studyId),
  );
  const study = studiesOf(state).find((candidate) => candidate.studyId === studyId);
  const notPooled = study !== undefined && notPoolable(state, study) !== undefined;
  const domainName = (id: string | null): string =>
    protocol.outcomeDomains.find((domain) => domain.id === id)?.label ?? words.noDomain;
  const fieldOf = (name: string) => protocol.extraction?.characteristics?.find((field) => field.id === name);
  const named = (name: string): string => fieldOf(name)?.label ?? fieldName(words.fields, name);
  const answered = (name: string, value: string): string =>
    value
      .split(/\n|;/u)
      .map(
        (entry) =>
          fieldOf(name)?.choices.find((choice) => choice.value === entry.trim())?.label ?? entry.trim(),
      )
      .filter(Boolean)
      .join(', ');
  return (
    <>
      <p className={styles['hint']}>{words.finalBy[method]}</p>
      <section className={styles['part']}>
        <h3>{words.results}</h3>
        <table className={controls['table']}>
          <thead>
            <tr>
              <th>{words.domain}</th>
              <th>{words.instrument}</th>
              <th>{words.timepoint}</th>
              <th>{words.effect}</th>
            </tr>
          </thead>
          <tbody>
            {content.results.map((result) => (
              <Fragment key={result.id}>
                <tr className={styles['finalRow']}>
                  <td>{domainName(result.domainId)}</td>
                  <td>{result.instrument}</td>
                  <td>{result.timepoint.label}</td>
                  <td>
                    <EffectLine result={result} protocol={protocol} designEffect={design?.factor} />
                    <UseOfResult
                      studyId={studyId}
                      result={result}
                      choice={choices.get(result.id)}
                      results={content.results}
                      notPooled={notPooled}
                    />
                  </td>
                </tr>
                <tr>
                  <td colSpan={4}>
                    <EffectChain result={result} protocol={protocol} designEffect={design?.factor} />
                  </td>
                </tr>
              </Fragment>
            ))}
          </tbody>
        </table>
      </section>
      {Object.keys(content.characteristics).length > 0 ? (
        <section className={styles['part']}>
          <h3>{words.characteristics}</h3>
          <dl className={styles['facts']}>
            {Object.entries(content.characteristics).map(([name, value]) => (
              <div key={name}>
                <dt>{named(name)}</dt>
                <dd>{answered(name, value)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
    </>
  );
}

const fieldName = (names: { readonly [name: string]: string | undefined }, name: string): string =>
  names[name] ?? name.replaceAll('_', ' ');
