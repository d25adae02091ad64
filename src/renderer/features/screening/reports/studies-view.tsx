import { useCallback, useMemo, useState } from 'react';
import type { RecordId } from '@shared/kernel';
import {
  hasWork,
  linkApart,
  linkAsOne,
  linkedReports,
  suggestedLinks,
  takeOut,
  type LinkedReports,
  type ReviewState,
} from '@shared/review';
import { Button, Checkbox, Notice, TextField, useKeys } from '../../../ui-kit';
import { useApp, useReview, useTexts } from '../../../app/app-context';
import { useDerived } from '../../../app/use-derived';
import { useReportName } from '../../../review-kit';
import styles from './reports.module.css';

/** Lines of reports shown to tick; the search finds the others. */
const mostRows = 300;

/** Which reports tell of one study: suggested, linked by hand, taken apart again. */
export function StudiesView() {
  const { documents: words } = useTexts();
  const studies = useDerived(linkedReports);
  const several = studies.filter(({ reports }) => reports.length > 1);
  return (
    <div className={styles['studies']}>
      <h2 className="visually-hidden">{words.views.studies}</h2>
      <Suggestions />
      <section aria-label={words.severalReports(several.length)}>
        <h2>{words.severalReports(several.length)}</h2>
        {several.length === 0 ? <p className={styles['quiet']}>{words.noneLinked}</p> : null}
        {several.map((study) => (
          <StudyCard key={study.studyId} study={study} />
        ))}
      </section>
      <LinkByHand studies={studies} />
    </div>
  );
}

function Suggestions() {
  const { documents: words } = useTexts();
  const { session, state, dispatch } = useReview();
  const { say } = useApp();
  const pairs = useDerived(
    useCallback((review: ReviewState) => suggestedLinks(review, (id) => session.records.get(id)), [session]),
  );
  const link = (reports: readonly RecordId[]): void => {
    const command = linkAsOne(state, reports);
    if (command)
      void dispatch(command).then((ids) => {
        const [id] = ids ?? [];
        if (id) say({ text: words.linked, undo: () => void dispatch({ do: 'withdraw', target: id }) });
      });
  };
  const first = pairs[0];
  useKeys({
    s: first && (() => link(first.reports)),
    d: first && (() => void dispatch(...linkApart(first.reports))),
  });
  if (pairs.length === 0) return null;
  return (
    <section aria-label={words.suggested(pairs.length)}>
      <h2>{words.suggested(pairs.length)}</h2>
      <p className={styles['quiet']}>{words.suggestedHint}</p>
      {pairs.slice(0, 20).map(({ reports, reasons }, index) => (
        <div key={reports.join(' ')} className={styles['card']}>
          <div>
            {reports.map((id) => (
              <ReportName key={id} id={id} />
            ))}
            <p className={styles['quiet']}>{reasons.map((reason) => words.related[reason]).join('; ')}</p>
          </div>
          <div className={styles['cardActions']}>
            <Button small shortcut={index === 0 ? 'S' : undefined} onPress={() => link(reports)}>
              {words.sameStudy}
            </Button>
            <Button
              small
              kind="quiet"
              shortcut={index === 0 ? 'D' : undefined}
              onPress={() => void dispatch(...linkApart(reports))}
            >
              {words.differentStudies}
            </Button>
          </div>
        </div>
      ))}
    </section>
  );
}

function StudyCard({ study }: { readonly study: LinkedReports }) {
  const { documents: words } = useTexts();
  const { dispatch } = useReview();
  return (
    <div className={styles['card']}>
      <ul className={styles['reportsOfStudy']}>
        {study.reports.map((id) => (
          <li key={id}>
            <ReportName id={id} />
            <Button small kind="quiet" onPress={() => void dispatch(...takeOut(study, id))}>
              {words.takeOut}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function ReportName({ id }: { readonly id: RecordId }) {
  const { session } = useReview();
  const nameOf = useReportName();
  return (
    <p>
      <strong>{nameOf(id)}</strong> {session.records.get(id)?.title}
    </p>
  );
}

function LinkByHand({ studies }: { readonly studies: readonly LinkedReports[] }) {
  const { documents: words } = useTexts();
  const { session, state, dispatch } = useReview();
  const [text, setText] = useState('');
  const [ticked, setTicked] = useState<ReadonlySet<RecordId>>(new Set());
  const nameOf = useReportName();
  const wanted = text.trim().toLowerCase();
  const reports = useMemo(() => {
    const all = studies.flatMap((study) => study.reports);
    return all
      .map((id) => ({ id, label: `${nameOf(id)} · ${session.records.get(id)?.title ?? ''}` }))
      .filter(({ label }) => wanted === '' || label.toLowerCase().includes(wanted))
      .sort((a, b) => a.label.localeCompare(b.label, undefined, { numeric: true }));
  }, [studies, nameOf, session, wanted]);
  const touched = studies.filter((study) => study.reports.some((id) => ticked.has(id)));
  const withWork = touched.filter(({ studyId }) => hasWork(state, studyId)).length;
  return (
    <section aria-label={words.linkByHand}>
      <h2>{words.linkByHand}</h2>
      <div className={styles['tools']}>
        <TextField
          label={words.searchReports}
          hideLabel
          type="search"
          placeholder={words.searchReports}
          value={text}
          onChange={setText}
        />
        <Button
          small
          kind="primary"
          disabled={ticked.size < 2}
          onPress={() => {
            const command = linkAsOne(state, [...ticked]);
            if (command) void dispatch(command).then((ids) => ids && setTicked(new Set()));
          }}
        >
          {words.linkReports(ticked.size)}
        </Button>
      </div>
      {withWork > 1 ? <Notice tone="warn">{words.bothHaveWork}</Notice> : null}
      <div className={styles['ticks']}>
        {reports.slice(0, mostRows).map(({ id, label }) => (
          <Checkbox
            key={id}
            label={label}
            checked={ticked.has(id)}
            onChange={(on) => {
              const next = new Set(ticked);
              if (on) next.add(id);
              else next.delete(id);
              setTicked(next);
            }}
          />
        ))}
      </div>
    </section>
  );
}
