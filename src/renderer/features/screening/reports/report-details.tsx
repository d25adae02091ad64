import { useState } from 'react';
import type { PlaceToLook, Response } from '@shared/ipc';
import { byline, type CitationRecord } from '@shared/records';
import { membersOf, studiesOf, type ReportLine } from '@shared/review';
import { documentsOf, NotRetrievedReason, RetrievalAttempt } from '@shared/screening';
import { Button, SelectField, TextField } from '../../../ui-kit';
import { useApp, useFormats, useReview, useTexts } from '../../../app/app-context';
import { useDerived } from '../../../app/use-derived';
import { PoolabilityField } from '../../../review-kit';
import styles from './reports.module.css';

/** One report: where to look for it, what was tried, what is kept with it. */
export function ReportDetails({ line, onRead }: { readonly line: ReportLine; readonly onRead: () => void }) {
  const { documents: words, screening } = useTexts();
  const { session, state } = useReview();
  const formats = useFormats();
  const { recordId, retrieval } = line;
  const studies = useDerived(studiesOf);
  const study = studies.find(({ reports }) => reports.includes(recordId));
  const record = session.records.get(recordId);
  const files = documentsOf(state.screening, membersOf(state, recordId));
  return (
    <aside className={styles['details']} aria-label={words.details}>
      <h2>{record?.title ?? screening.noTitle}</h2>
      <p className={styles['quiet']}>
        {[byline(record?.authors ?? []), record?.year, record?.journal].filter(Boolean).join(' · ')}
      </p>
      <Button kind="primary" small shortcut="Enter" onPress={onRead}>
        {words.read}
      </Button>
      {study === undefined ? null : <PoolabilityField key={study.studyId} study={study} />}
      {record === undefined ? null : <LookFor record={record} />}
      {files.length === 0 ? null : (
        <section>
          <h3>{words.files}</h3>
          <ul>
            {files.map(({ eventId, body, replaced }) => (
              <li key={eventId}>
                {body.name}
                {replaced ? ` (${words.replacedFile.toLowerCase()})` : ''}
                <span className={styles['quiet']}>
                  {body.matchedBy === undefined ? '' : ` · ${words.matchedBy[body.matchedBy]}`}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3>{words.log}</h3>
        {retrieval.log.length === 0 ? <p className={styles['quiet']}>{words.noLog}</p> : null}
        <ol className={styles['log']}>
          {retrieval.log.map(({ eventId, authorId, at, body }) => (
            <li key={eventId}>
              <span>
                {[
                  words.status[body.status],
                  body.attempt && words.attempts[body.attempt],
                  body.reason && words.notRetrieved[body.reason],
                ]
                  .filter(Boolean)
                  .join(': ')}
              </span>
              {body.note === '' ? null : <span>{body.note}</span>}
              <span className={styles['quiet']}>
                {formats.day(at)}, {state.coders.get(authorId)?.name ?? authorId}
              </span>
            </li>
          ))}
        </ol>
      </section>
      <NoteAttempt line={line} />
    </aside>
  );
}

/** Opens the report in the person's own browser: this program has no way out by itself. */
function LookFor({ record }: { readonly record: CitationRecord }) {
  const { documents: words } = useTexts();
  const { say } = useApp();
  const { doi, pmid, pmcid, title } = record;
  const { concord } = window;
  if (!concord) return null;
  const told = async (opened: Promise<Response<'lookFor'>>): Promise<void> => {
    if (!(await opened).ok) say({ text: words.noBrowser, tone: 'error' });
  };
  const places: readonly (readonly [label: string, place: PlaceToLook])[] = [
    ...(pmid === undefined ? [] : [['PubMed', { at: 'pubmed', pmid }] as const]),
    ...(pmcid === undefined ? [] : [['PMC', { at: 'pmc', pmcid }] as const]),
    ...(doi === undefined ? [] : [['Unpaywall', { at: 'unpaywall', doi }] as const]),
    ...(title === undefined
      ? []
      : [
          ['Europe PMC', { at: 'europe-pmc', words: title.slice(0, 400) }] as const,
          ['Google Scholar', { at: 'scholar', words: title.slice(0, 400) }] as const,
        ]),
  ];
  return (
    <section>
      <h3>{words.lookFor}</h3>
      <div className={styles['places']}>
        {doi === undefined ? null : (
          <Button small onPress={() => void told(concord.openDoi({ doi }))}>
            DOI
          </Button>
        )}
        {places.map(([label, place]) => (
          <Button key={label} small onPress={() => void told(concord.lookFor(place))}>
            {label}
          </Button>
        ))}
      </div>
    </section>
  );
}

type Outcome = 'sought' | 'retrieved' | 'not-retrieved';

/** Notes what was tried and what came of it. */
function NoteAttempt({ line: { recordId, retrieval } }: { readonly line: ReportLine }) {
  const { documents: words } = useTexts();
  const { dispatch } = useReview();
  const [status, setStatus] = useState<Outcome>('sought');
  const [attempt, setAttempt] = useState<RetrievalAttempt>('publisher');
  const [reason, setReason] = useState<NotRetrievedReason>('no-access');
  const [note, setNote] = useState('');
  const save = (): void => {
    void dispatch({
      do: 'noteRetrieval',
      recordId,
      status,
      attempt,
      ...(status === 'not-retrieved' ? { reason } : {}),
      note: note.trim(),
    }).then((ids) => {
      if (ids) setNote('');
    });
  };
  return (
    <form
      className={styles['attempt']}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h3>{words.noteAttempt}</h3>
      <SelectField
        label={words.way}
        value={attempt}
        choices={RetrievalAttempt.options.map((value) => ({ value, label: words.attempts[value] }))}
        onChange={setAttempt}
      />
      <SelectField
        label={words.outcome}
        value={status}
        choices={(['sought', 'retrieved', 'not-retrieved'] as const).map((value) => ({
          value,
          label: words.outcomes[value],
        }))}
        onChange={setStatus}
      />
      {status === 'not-retrieved' ? (
        <SelectField
          label={words.whyNot}
          value={reason}
          choices={NotRetrievedReason.options.map((value) => ({ value, label: words.notRetrieved[value] }))}
          onChange={setReason}
        />
      ) : null}
      <TextField label={words.attemptNote} value={note} onChange={setNote} />
      <Button small onPress={save}>
        {words.saveAttempt}
      </Button>
      {retrieval.status === 'not-retrieved' ? <p className={styles['quiet']}>{words.givenUp}</p> : null}
    </form>
  );
}
