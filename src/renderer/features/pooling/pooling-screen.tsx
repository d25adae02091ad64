import { useCallback, useEffect, useMemo, useState } from 'react';
import { poolingMethods, poolingTests, dependenceHandlings } from '@shared/protocol';
import { currentProtocol } from '@shared/review';
import { rowKey, withSuspectedCorrected, type Choices, type SuspectedRow } from '@shared/synthesis';
import { Badge, Checkbox, EmptyState, NextStep, Notice, Segments, SelectField, useKeys } from '../../ui-kit';
import { useApp, useFormats, useReview, useTexts } from '../../app/app-context';
import { HeldBackNotice, HeldBackState, useHeldBack, useSheet } from '../../review-kit';
import { AnalysisPanel } from './analysis-panel';
import { CodesView } from './codes-view';
import { Departures } from './departures';
import { DirectionsView } from './directions-view';
import { ReportView } from './report-view';
import { ResultsTable } from './results-table';
import { RowDialog } from './row-dialog';
import { useResults } from './use-results';
import styles from './pooling.module.css';

const views = ['results', 'directions', 'codes', 'report'] as const;
type View = (typeof views)[number];

/** The results page: the analysis plan filled in from the final sheet, and what is behind each line of it. */
export function PoolingScreen() {
  const { results: words } = useTexts();
  const { navigate } = useApp();
  const sheet = useSheet();
  const held = useHeldBack('full-text');
  if (sheet.rows.length === 0 && held) return <HeldBackState held={held} />;
  if (sheet.rows.length === 0) {
    return (
      <EmptyState
        title={words.emptyTitle}
        action={
          <NextStep onPress={() => navigate({ at: 'review', screen: 'extraction' })}>
            {words.toExtraction}
          </NextStep>
        }
      >
        {words.emptyText}
      </EmptyState>
    );
  }
  return (
    <>
      {held ? <HeldBackNotice held={held} /> : null}
      <ResultsPage sheet={sheet} />
    </>
  );
}

function ResultsPage({ sheet: extracted }: { readonly sheet: ReturnType<typeof useSheet> }) {
  const { results: words, synthesis, protocol: protocolWords } = useTexts();
  const formats = useFormats();
  const { state } = useReview();
  const protocol = currentProtocol(state)?.protocol;
  const [choices, setChoices] = useState<Choices>({});
  const [whatIf, setWhatIf] = useState(true);
  const [chosen, setChosen] = useState<string | null>(null);
  const [view, setView] = useState<View>('results');
  const [studyRow, setStudyRow] = useState<string | null>(null);
  const reasonOf = useCallback(
    ({ row, typical }: SuspectedRow): string =>
      synthesis.correction.whatIfReason(
        formats.decimal(row.values['sdT'] ?? 0, 1),
        typical === null ? null : formats.decimal(typical, 1),
      ),
    [synthesis, formats],
  );
  const suspected = useMemo(() => withSuspectedCorrected(extracted, reasonOf), [extracted, reasonOf]);
  const sheet = whatIf ? suspected : extracted;
  const { results, details, busy, failed, ask } = useResults(sheet, choices);

  const lines = (results?.analyses ?? []).filter(({ rows }) => rows.length > 0);
  const current =
    lines.find(({ key }) => key === chosen) ?? lines.find(({ result }) => result.ok) ?? lines[0];
  const missing = current && !busy && !details.has(current.key) ? current.key : undefined;
  useEffect(() => {
    if (missing !== undefined) ask(missing);
  }, [missing, ask]);
  const step = (by: number): void => {
    const at = lines.findIndex(({ key }) => key === current?.key);
    const next = lines[at + by];
    if (next) setChosen(next.key);
  };
  useKeys({ j: () => step(1), k: () => step(-1) });

  const planned = {
    method: protocol?.pooling.method ?? 'REML',
    test: protocol?.pooling.test ?? 'hk',
    dependence: extracted.planned?.plan.dependence ?? 'independent',
  } as const;
  const used = { ...planned, ...choices };
  const asPlanned =
    used.method === planned.method && used.test === planned.test && used.dependence === planned.dependence;
  const addedBySuspicion = (suspected.corrections ?? []).slice((extracted.corrections ?? []).length);
  const nameOf = (key: { readonly studyId: string; readonly resultId: string }): string => {
    const row = extracted.rows.find((candidate) => rowKey(candidate) === rowKey(key));
    return row ? `${row.study} (${row.instrument})` : '';
  };
  const shownViews = views.filter((name) => name !== 'codes' || (results?.codes.length ?? 0) > 0);
  const open = shownViews.includes(view) ? view : 'results';
  const inView = open === 'results' ? (current?.rows.map(({ row }) => row) ?? []) : extracted.rows;
  const studyId = inView.find((row) => rowKey(row) === studyRow || row.studyId === studyRow)?.studyId;
  return (
    <div className={styles['pooling']}>
      <header className={styles['head']}>
        <h1>{words.title}</h1>
        <Badge tone={asPlanned ? 'accent' : 'maybe'}>{asPlanned ? words.asProtocol : words.departs}</Badge>
        <div className={styles['choices']}>
          <SelectField
            label={words.model}
            hideLabel
            value={used.method}
            choices={poolingMethods.map((value) => ({ value, label: protocolWords.methods[value] }))}
            onChange={(method) => setChoices({ ...choices, method })}
          />
          <SelectField
            label={words.test}
            hideLabel
            value={used.test}
            choices={poolingTests.map((value) => ({ value, label: protocolWords.tests[value] }))}
            onChange={(test) => setChoices({ ...choices, test })}
          />
          <SelectField
            label={synthesis.dependenceLabel}
            hideLabel
            value={used.dependence}
            choices={dependenceHandlings.map((value) => ({ value, label: synthesis.dependence[value] }))}
            onChange={(dependence) => setChoices({ ...choices, dependence })}
          />
        </div>
      </header>
      {failed ? <Notice tone="error">{synthesis.failed}</Notice> : null}
      {addedBySuspicion.length > 0 ? (
        <Notice tone="warn">
          {synthesis.correction.suspects(addedBySuspicion.length)} {addedBySuspicion.map(nameOf).join('; ')}.{' '}
          {synthesis.correction.whatIfShown}
          <Checkbox label={synthesis.correction.whatIf} checked={whatIf} onChange={setWhatIf} />
        </Notice>
      ) : null}
      {extracted.leftOut.length > 0 ? (
        <Notice tone="warn">
          {words.leftOut(extracted.leftOut.length)}:{' '}
          {extracted.leftOut.map(({ study, instrument }) => `${study} (${instrument})`).join('; ')}
        </Notice>
      ) : null}
      {results ? (
        <>
          <Segments
            label={synthesis.views.label}
            value={open}
            choices={shownViews.map((value) => ({ value, label: synthesis.views[value] }))}
            onChange={setView}
          />
          <div className={busy ? `${styles['view']} ${styles['busy']}` : styles['view']} aria-busy={busy}>
            {open === 'results' ? (
              <>
                <ResultsTable results={results} current={current?.key} onChoose={setChosen} />
                <Departures departures={results.departures} />
                {current ? (
                  <AnalysisPanel
                    analysis={current}
                    results={results}
                    details={details.get(current.key)}
                    onStudy={setStudyRow}
                  />
                ) : null}
              </>
            ) : null}
            {open === 'directions' ? <DirectionsView results={results} onStudy={setStudyRow} /> : null}
            {open === 'report' ? (
              <ReportView
                results={results}
                onAnalysis={(key) => {
                  setChosen(key);
                  setView('results');
                }}
              />
            ) : null}
            {open === 'codes' ? <CodesView codes={results.codes} /> : null}
          </div>
        </>
      ) : (
        <p className={styles['hint']} role="status">
          {synthesis.working}
        </p>
      )}
      {studyId !== undefined ? (
        <RowDialog rows={inView.filter((row) => row.studyId === studyId)} onClose={() => setStudyRow(null)} />
      ) : null}
    </div>
  );
}
