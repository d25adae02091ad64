import { useRef, useState } from 'react';
import { canonicalJson } from '@shared/kernel';
import {
  citationOf,
  completionRecord,
  planCompletion,
  RecordBlock,
  recordBlockJson,
  recordsPerBlock,
  type CompletionPlan,
  type RecordField,
} from '@shared/records';
import { Button, Dialog, Notice, Progress, controls } from '../../ui-kit';
import { useApp, useFormats, useReview, useTexts } from '../../app/app-context';
import type { ReadFile } from '../../workers/import-protocol';
import { readImportFile } from '../../workers/read-import-file';
import styles from './import.module.css';

type Step =
  | { readonly at: 'choose' }
  | { readonly at: 'reading'; readonly name: string; readonly share: number }
  | { readonly at: 'plan'; readonly file: File; readonly read: ReadFile; readonly plan: CompletionPlan };

/** Fills empty fields of records from a later export; what each record would get is shown before. */
export function CompleteDialog({ onClose }: { readonly onClose: () => void }) {
  const { imports: words, app } = useTexts();
  const formats = useFormats();
  const { session, state, dispatch } = useReview();
  const { say } = useApp();
  const [step, setStep] = useState<Step>({ at: 'choose' });
  const input = useRef<HTMLInputElement>(null);

  const look = async (file: File): Promise<void> => {
    setStep({ at: 'reading', name: file.name, share: 0 });
    const run = readImportFile(
      file,
      {},
      {
        look: () => undefined,
        progress: (share) => setStep({ at: 'reading', name: file.name, share }),
      },
    );
    const read = await run.result;
    if (!read.ok || read.value.recordCount === 0) {
      say({ text: words.nothingReadable, tone: 'error' });
      setStep({ at: 'choose' });
      return;
    }
    const exported = [];
    for (const { text } of read.value.blocks) {
      const block = RecordBlock.parse(JSON.parse(await text.text()));
      exported.push(...block.records.map(citationOf));
    }
    const standing = [...state.origins.keys()].flatMap((id) => session.records.get(id) ?? []);
    setStep({ at: 'plan', file, read: read.value, plan: planCompletion(standing, exported) });
  };

  const complete = async ({ file, read, plan }: Extract<Step, { at: 'plan' }>): Promise<void> => {
    const records = plan.completions.map(completionRecord);
    const kept = await session.files.keep(new Uint8Array(await file.arrayBuffer()));
    if (!kept.ok) return;
    const completionBlocks = [];
    for (let start = 0; start < records.length; start += recordsPerBlock) {
      const text = canonicalJson(recordBlockJson(records.slice(start, start + recordsPerBlock)));
      const block = await session.files.keepBlock(text);
      if (!block.ok) return;
      completionBlocks.push(block.value);
    }
    const ids = await dispatch({
      do: 'completeRecords',
      completion: {
        file: {
          name: file.name,
          sha256: read.fileHash,
          bytes: read.byteLength,
          format: read.format,
          encoding: read.encoding,
        },
        completionBlocks,
        recordCount: records.length,
        fieldCount: fieldsIn(plan),
      },
    });
    if (!ids) return;
    say({ text: words.completed(records.length, formats.count(records.length)) });
    onClose();
  };

  return (
    <Dialog
      title={step.at === 'plan' ? words.completeTitle(step.file.name) : words.completeAction}
      wide
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{app.cancel}</Button>
          {step.at === 'plan' && step.plan.completions.length > 0 ? (
            <Button kind="primary" onPress={() => void complete(step)}>
              {words.completeIt(step.plan.completions.length, formats.count(step.plan.completions.length))}
            </Button>
          ) : null}
        </>
      }
    >
      <p className={styles['hint']}>{words.completeHint}</p>
      {step.at === 'choose' ? (
        <div>
          <Button kind="primary" onPress={() => input.current?.click()}>
            {words.choose}
          </Button>
          <input
            ref={input}
            type="file"
            hidden
            aria-label={words.completeAction}
            onChange={(event) => {
              const file = event.target.files?.[0];
              event.target.value = '';
              if (file) void look(file);
            }}
          />
        </div>
      ) : null}
      {step.at === 'reading' ? (
        <Progress
          value={step.share * 100}
          total={100}
          caption={words.reading(step.name, formats.percent(step.share))}
        />
      ) : null}
      {step.at === 'plan' ? <Plan plan={step.plan} /> : null}
    </Dialog>
  );
}

const shownAtOnce = 200;

const fieldsIn = (plan: CompletionPlan): number =>
  plan.completions.reduce((sum, { fields }) => sum + fields.length, 0);

function Plan({ plan }: { readonly plan: CompletionPlan }) {
  const { imports: words } = useTexts();
  const formats = useFormats();
  const { session } = useReview();
  const { completions, nothingNew, unmatched, contradicted } = plan;
  const perField = new Map<RecordField, number>();
  for (const { fields } of completions)
    for (const field of fields) perField.set(field, (perField.get(field) ?? 0) + 1);
  return (
    <>
      {completions.length === 0 ? (
        <Notice tone="warn">{words.completeNothing}</Notice>
      ) : (
        <p>
          <strong>
            {words.completeCounts(formats.count(completions.length), formats.count(fieldsIn(plan)))}
          </strong>
          {': '}
          {[...perField]
            .sort(([, a], [, b]) => b - a)
            .map(([field, count]) => `${words.fields[field]} ${formats.count(count)}`)
            .join(' · ')}
        </p>
      )}
      <p className={styles['hint']}>
        {words.completeRest(
          formats.count(nothingNew),
          formats.count(unmatched),
          formats.count(contradicted.length),
        )}
      </p>
      {completions.length > 0 ? (
        <div className={styles['problemList']} tabIndex={0} role="region" aria-label={words.completeShow}>
          <table className={controls['table']}>
            <thead>
              <tr>
                <th>{words.completeRecords}</th>
                <th>{words.completeField}</th>
              </tr>
            </thead>
            <tbody>
              {completions.slice(0, shownAtOnce).map(({ recordId, matchedBy, fields }) => (
                <tr key={recordId}>
                  <td>
                    {session.records.get(recordId)?.title ?? words.noTitle}
                    <div className={styles['hint']}>{words.matchedBy[matchedBy]}</div>
                  </td>
                  <td>{fields.map((field) => words.fields[field]).join(', ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </>
  );
}
