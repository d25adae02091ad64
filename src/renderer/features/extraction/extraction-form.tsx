import { useState } from 'react';
import type { StudyId } from '@shared/kernel';
import type { Arm, ExtractedResult, ExtractionContent } from '@shared/extraction';
import { designEffectOfStudy, fitToStructure, type StructureSettled } from '@shared/extraction';
import { currentProtocol, type Signed } from '@shared/review';
import { Button, Finish } from '../../ui-kit';
import { useApp, useReview, useTexts } from '../../app/app-context';
import type { CharacteristicField } from '@shared/protocol';
import type { DocumentPlace } from '@shared/documents';
import type { PdfQuote } from '../../review-kit';
import { ArmsEditor } from './arms-editor';
import { BesideReport } from './beside-report';
import { CharacteristicsForm } from './characteristics-form';
import { freshLocalId } from './fresh-local-id';
import { ResultForm } from './result-form';
import { WorkOutDialog } from './work-out-dialog';
import styles from './extraction.module.css';

/** What was asked before protocols had a codebook of study characteristics. */
const textFields = (labels: { readonly [id: string]: string }): CharacteristicField[] =>
  Object.entries(labels).map(([id, label]) => ({ id, label, hint: '', kind: 'text', choices: [] }));

const twoArms: readonly Arm[] = [
  { id: 'a1', label: '', role: 'intervention', comparatorId: null, randomised: null },
  { id: 'a2', label: '', role: 'comparator', comparatorId: null, randomised: null },
];

/** One coder's own extraction of a study. Saved as fields are left. */
export function ExtractionForm({
  studyId,
  structure,
}: {
  readonly studyId: StudyId;
  /** Settled between coders; undefined where the protocol does not ask for one. */
  readonly structure: Signed<StructureSettled> | undefined;
}) {
  const { extraction: words, effectForms } = useTexts();
  const { state, viewer, session, dispatch } = useReview();
  const { say } = useApp();
  const saved = state.extractions.get(studyId)?.get(viewer.authorId)?.body;
  const protocol = currentProtocol(state)?.protocol;
  const [content, setContent] = useState<ExtractionContent>(() =>
    structure
      ? fitToStructure(saved?.content, structure.body.structure, structure.eventId)
      : (saved?.content ?? { characteristics: {}, arms: [...twoArms], results: [] }),
  );
  const [atHand, setAtHand] = useState<{ result: string; key: string; name: string } | null>(null);
  const [workingOut, setWorkingOut] = useState(false);
  if (!protocol) return null;
  // Values typed into an earlier structure have new cells to fill.
  const complete = saved?.complete === true && saved.content.structure === structure?.eventId;
  const locked = complete || session.readOnly || viewer.role === 'observer';

  const design = designEffectOfStudy(content, protocol);

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
      id: freshLocalId('r', content.results),
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

  const takeQuote = ({ text, page, document, rects }: PdfQuote): void => {
    const result = content.results.find(({ id }) => id === atHand?.result);
    if (!result || !atHand) return;
    const before = result.input[atHand.key] ?? { text: '', value: null };
    const cell = { ...before, page: String(page), quote: text, place: { document, page, rects } };
    const input = { ...result.input, [atHand.key]: cell };
    setResult(content.results.indexOf(result), { input }, true);
  };

  return (
    <BesideReport
      studyId={studyId}
      marks={placesIn(content)}
      quote={atHand === null || locked ? undefined : { label: words.placeFor(atHand.name), take: takeQuote }}
    >
      <fieldset disabled={locked} className={styles['parts']}>
        <section className={styles['part']}>
          <h3>{words.characteristics}</h3>
          <CharacteristicsForm
            fields={protocol.extraction?.characteristics ?? textFields(words.fields)}
            answers={content.characteristics}
            onChange={(characteristics, now) => change({ ...content, characteristics }, now)}
            onCommit={commit}
          />
        </section>
        <section className={styles['part']}>
          <h3>{words.arms}</h3>
          {structure ? (
            <SettledArms arms={content.arms} />
          ) : (
            <ArmsEditor
              arms={content.arms}
              protocol={protocol}
              onChange={(arms, now) => change({ ...content, arms }, now)}
              onCommit={commit}
            />
          )}
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
              settled={structure !== undefined}
              design={design}
              onChange={(edit, now) => setResult(index, edit, now)}
              onCommit={commit}
              onField={(key, name) => setAtHand({ result: result.id, key, name })}
              onRemove={() =>
                change({ ...content, results: content.results.filter((_, at) => at !== index) }, true)
              }
            />
          ))}
          <div className={styles['resultActions']}>
            {structure ? null : <Button onPress={addResult}>{words.addResult}</Button>}
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
            <Finish disabled={content.results.length === 0 || locked} onPress={() => void finish(true)}>
              {words.finish}
            </Finish>
          </>
        )}
      </footer>
      {workingOut ? <WorkOutDialog onClose={() => setWorkingOut(false)} /> : null}
    </BesideReport>
  );
}

function SettledArms({ arms }: { readonly arms: readonly Arm[] }) {
  const { extraction: words } = useTexts();
  return (
    <>
      <p className={styles['hint']}>{words.structure.lead}</p>
      <ul className={styles['settledArms']}>
        {arms.map((arm) => (
          <li key={arm.id}>
            <span className={styles['hint']}>{words[arm.role]}</span> {arm.label || '–'}
            {arm.randomised ? <span className="numeric"> (n = {arm.randomised.text})</span> : null}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Places of the report from which numbers were taken, to be marked there. */
const placesIn = ({ results }: ExtractionContent): DocumentPlace[] =>
  results.flatMap(({ input }) => Object.values(input).flatMap(({ place }) => (place ? [place] : [])));
