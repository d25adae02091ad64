import { useState } from 'react';
import type { StudyId } from '@shared/kernel';
import type { Arm, ExtractedResult, ExtractionContent } from '@shared/extraction';
import { currentProtocol } from '@shared/review';
import { Button, SelectField, TextField } from '../../ui-kit';
import { useApp, useReview, useTexts } from '../../app/app-context';
import { ResultForm } from './result-form';
import { WorkOutDialog } from './work-out-dialog';
import styles from './extraction.module.css';

const characteristicFields = [
  'country',
  'year',
  'disorder',
  'format',
  'duration_int',
  'structure_intervention',
] as const;

const twoArms: readonly Arm[] = [
  { id: 'a1', label: '', role: 'intervention', comparatorId: null, randomised: null },
  { id: 'a2', label: '', role: 'comparator', comparatorId: null, randomised: null },
];

/** One coder's own extraction of a study. Saved as fields are left. */
export function ExtractionForm({ studyId }: { readonly studyId: StudyId }) {
  const { extraction: words, effectForms } = useTexts();
  const { state, viewer, session, dispatch } = useReview();
  const { say } = useApp();
  const saved = state.extractions.get(studyId)?.get(viewer.authorId)?.body;
  const protocol = currentProtocol(state)?.protocol;
  const [content, setContent] = useState<ExtractionContent>(
    () => saved?.content ?? { characteristics: {}, arms: [...twoArms], results: [] },
  );
  const [workingOut, setWorkingOut] = useState(false);
  if (!protocol) return null;
  const complete = saved?.complete ?? false;
  const locked = complete || session.readOnly || viewer.role === 'observer';

  const save = (next: ExtractionContent): void => {
    void dispatch({ do: 'saveExtraction', studyId, content: next, complete: false });
  };
  const change = (next: ExtractionContent, now = false): void => {
    setContent(next);
    if (now) save(next);
  };
  const commit = (): void => {
    if (JSON.stringify(saved?.content) !== JSON.stringify(content)) save(content);
  };
  const finish = async (done: boolean): Promise<void> => {
    const ids = await dispatch({ do: 'saveExtraction', studyId, content, complete: done });
    if (ids && done) say({ text: words.finished });
  };
  const setArm = (index: number, edit: Partial<Arm>, now = false): void =>
    change(
      { ...content, arms: content.arms.map((arm, at) => (at === index ? { ...arm, ...edit } : arm)) },
      now,
    );
  const setResult = (index: number, edit: Partial<ExtractedResult>, now = false): void =>
    change(
      {
        ...content,
        results: content.results.map((result, at) => (at === index ? { ...result, ...edit } : result)),
      },
      now,
    );
  const addResult = (): void => {
    const domain = protocol.outcomeDomains[0];
    const instrument = domain?.instruments[0];
    const window = protocol.windows[0];
    const result: ExtractedResult = {
      id: freshResultId(content.results),
      domainId: domain?.id ?? null,
      outcome: '',
      instrument: instrument?.name ?? '',
      instrumentId: instrument?.id ?? null,
      higherIsBetter: instrument?.higherIsBetter ?? true,
      timepoint: { label: window?.label ?? '', weeks: null, windowId: window?.id ?? null },
      armT: content.arms.find((arm) => arm.role === 'intervention')?.id ?? '',
      armC: content.arms.find((arm) => arm.role === 'comparator')?.id ?? '',
      shape: 'means-sds',
      input: {},
      note: '',
    };
    change({ ...content, results: [...content.results, result] }, true);
  };

  return (
    <div className={styles['form']}>
      <fieldset disabled={locked} className={styles['parts']}>
        <section className={styles['part']}>
          <h3>{words.characteristics}</h3>
          <div className={styles['characteristics']}>
            {characteristicFields.map((name) => (
              <TextField
                key={name}
                label={words.fields[name]}
                value={content.characteristics[name] ?? ''}
                onChange={(value) =>
                  change({ ...content, characteristics: { ...content.characteristics, [name]: value } })
                }
                onCommit={commit}
              />
            ))}
          </div>
        </section>
        <section className={styles['part']}>
          <h3>{words.arms}</h3>
          {content.arms.map((arm, index) => (
            <div key={arm.id} className={styles['arm']}>
              <TextField
                label={`${words.armName} ${index + 1}`}
                placeholder={arm.role === 'intervention' ? words.intervention : words.comparator}
                value={arm.label}
                onChange={(label) => setArm(index, { label })}
                onCommit={commit}
              />
              <SelectField
                label={words.role}
                value={arm.role}
                choices={[
                  { value: 'intervention', label: words.intervention },
                  { value: 'comparator', label: words.comparator },
                ]}
                onChange={(role) => setArm(index, { role }, true)}
              />
              {arm.role === 'comparator' ? (
                <SelectField
                  label={words.comparatorKind}
                  value={arm.comparatorId ?? ''}
                  choices={[
                    { value: '', label: words.otherComparator },
                    ...protocol.comparators.map((comparator) => ({
                      value: comparator.id,
                      label: comparator.label,
                    })),
                  ]}
                  onChange={(id) => setArm(index, { comparatorId: id === '' ? null : id }, true)}
                />
              ) : (
                <span />
              )}
            </div>
          ))}
          <div>
            <Button
              small
              onPress={() =>
                change(
                  {
                    ...content,
                    arms: [
                      ...content.arms,
                      {
                        id: `a${content.arms.length + 1}`,
                        label: '',
                        role: 'comparator',
                        comparatorId: null,
                        randomised: null,
                      },
                    ],
                  },
                  true,
                )
              }
            >
              {words.addArm}
            </Button>
          </div>
        </section>
        <section className={styles['part']}>
          <h3>{words.results}</h3>
          {content.results.map((result, index) => (
            <ResultForm
              key={result.id}
              result={result}
              number={index + 1}
              arms={content.arms}
              protocol={protocol}
              onChange={(edit, now) => setResult(index, edit, now)}
              onCommit={commit}
              onRemove={() =>
                change({ ...content, results: content.results.filter((_, at) => at !== index) }, true)
              }
            />
          ))}
          <div className={styles['resultActions']}>
            <Button onPress={addResult}>{words.addResult}</Button>
            <Button kind="quiet" onPress={() => setWorkingOut(true)}>
              {effectForms.workOut}
            </Button>
          </div>
        </section>
      </fieldset>
      <footer className={styles['finish']}>
        {complete ? (
          <Button onPress={() => void finish(false)}>{words.reopen}</Button>
        ) : (
          <>
            {content.results.length === 0 ? <span className={styles['hint']}>{words.needResult}</span> : null}
            <Button
              kind="primary"
              disabled={content.results.length === 0 || session.readOnly}
              onPress={() => void finish(true)}
            >
              {words.finish}
            </Button>
          </>
        )}
      </footer>
      {workingOut ? <WorkOutDialog onClose={() => setWorkingOut(false)} /> : null}
    </div>
  );
}

/** An id no result of this extraction has; two coders never compare ids. */
function freshResultId(results: readonly ExtractedResult[]): string {
  let number = results.length + 1;
  while (results.some(({ id }) => id === `r${number}`)) number += 1;
  return `r${number}`;
}
