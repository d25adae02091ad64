import { useState } from 'react';
import { forestPlot, funnelPlot, type ForestData } from '@shared/pooling/figures';
import type { Analysis, AnalysisDetail, Details, Results } from '@shared/synthesis';
import {
  forestOfAnalysis,
  forestOfCumulative,
  forestOfLeaveOneOut,
  forestOfSensitivity,
  forestOfSubgroups,
  funnelOfAnalysis,
  titleOf,
  type DrawnAnalysis,
} from '@shared/synthesis/figures';
import { Segments, SelectField, Tabs, useKeys } from '../../ui-kit';
import { useTexts } from '../../app/app-context';
import { SavedFigure } from '../../review-kit';
import { CorrectionPage } from './correction-page';
import { fileNameOf, useFigureOptions } from './figure-options';
import { InfluencePage } from './influence-page';
import { ModeratorsPage } from './moderators-page';
import { SmallStudiesPage } from './small-studies-page';
import styles from './pooling.module.css';

const pages = [
  'forest',
  'subgroups',
  'moderators',
  'sensitivity',
  'leave-one-out',
  'cumulative',
  'influence',
  'small-studies',
  'corrected',
] as const;
type Page = (typeof pages)[number];

/** What is behind one line of the results: a page per kind of analysis, of the sheet as extracted or corrected. */
export function AnalysisPanel({
  analysis,
  results,
  details,
  onStudy,
}: {
  readonly analysis: Analysis;
  readonly results: Results;
  /** Undefined while they are being worked out. */
  readonly details: Details | undefined;
  /** Called with the key of a row that was pressed in a figure. */
  readonly onStudy: (key: string) => void;
}) {
  const { synthesis: words } = useTexts();
  const [page, setPage] = useState<Page>('forest');
  const [sheet, setSheet] = useState<'extracted' | 'corrected'>('extracted');
  // Where nothing is pooled there is nothing to divide, explain or leave out: the effects stand alone.
  const pooled = analysis.result.ok || (analysis.corrected?.result.ok ?? false);
  const shown = pages.filter((name) =>
    name === 'corrected' ? analysis.corrected !== null : name === 'forest' || pooled,
  );
  const open = shown.includes(page) ? page : 'forest';
  useKeys(Object.fromEntries(shown.map((name, index) => [String(index + 1), () => setPage(name)])));
  const onCorrected = sheet === 'corrected' && analysis.corrected !== null;
  const drawn: DrawnAnalysis =
    onCorrected && analysis.corrected ? { ...analysis, ...analysis.corrected } : analysis;
  const detail = onCorrected ? details?.corrected : details?.extracted;
  const several = analysis.dependence.map(
    ({ study, why }) => `${study} (${why.map((reason) => words.why[reason]).join(', ')})`,
  );
  const handling = drawn.result.ok ? drawn.result.value.handling : 'none-needed';
  return (
    <section className={styles['panel']}>
      <header className={styles['head']}>
        <h2>{titleOf(analysis)}</h2>
        {analysis.corrected && open !== 'corrected' ? (
          <Segments
            label={words.correction.heading}
            value={onCorrected ? 'corrected' : 'extracted'}
            choices={[
              { value: 'extracted', label: words.correction.published },
              { value: 'corrected', label: words.correction.corrected },
            ]}
            onChange={setSheet}
          />
        ) : null}
      </header>
      {several.length > 0 && handling !== 'none-needed' ? (
        <p className={styles['hint']}>{words.handled[handling](several.length, several.join('; '))}</p>
      ) : null}
      <Tabs
        label={words.tabs.label}
        value={open}
        choices={shown.map((value) => ({ value, label: words.tabs[value] }))}
        onChange={setPage}
      >
        {open === 'corrected' ? (
          <CorrectionPage analysis={analysis} />
        ) : detail ? (
          <PageOf page={open} drawn={drawn} detail={detail} results={results} onStudy={onStudy} />
        ) : (
          <p className={styles['hint']} role="status">
            {words.working}
          </p>
        )}
      </Tabs>
    </section>
  );
}

type PageProps = {
  readonly drawn: DrawnAnalysis;
  readonly detail: AnalysisDetail;
  readonly results: Results;
  readonly onStudy: (key: string) => void;
};

function PageOf({ page, ...given }: PageProps & { readonly page: Exclude<Page, 'corrected'> }) {
  const { synthesis: words } = useTexts();
  const options = useFigureOptions();
  const { drawn, detail, results, onStudy } = given;
  const figure = (data: ForestData) => (
    <SavedFigure scene={forestPlot(data, options)} fileName={fileNameOf(data.title)} onMark={onStudy} />
  );
  switch (page) {
    case 'forest':
      return <ForestPage {...given} />;
    case 'subgroups':
      return detail.subgroups.some(({ levels }) => levels.length > 0) ? (
        <>
          {figure(forestOfSubgroups(drawn, detail.subgroups, options))}
          {detail.subgroups
            .filter(({ withoutValue, levels }) => withoutValue > 0 && levels.length > 0)
            .map(({ id, label, withoutValue }) => (
              <p key={id} className={styles['hint']}>
                {words.withoutValue(label, withoutValue)}
              </p>
            ))}
        </>
      ) : (
        <p className={styles['hint']}>{words.noSubgroups}</p>
      );
    case 'moderators':
      return <ModeratorsPage detail={detail} drawn={drawn} onStudy={onStudy} />;
    case 'sensitivity':
      return detail.sensitivity.length > 0 ? (
        <>
          {figure(forestOfSensitivity(drawn, detail.sensitivity, options))}
          {detail.sensitivity
            .filter(({ leftOut }) => leftOut.length > 0)
            .map(({ kind, leftOut }) => (
              <p key={kind} className={styles['hint']}>
                {words.leftOutNames(words.sensitivity[kind], leftOut.join('; '))}
              </p>
            ))}
          <p className={styles['hint']}>{words.outlierRules[results.plan.outlierRule]}</p>
        </>
      ) : (
        <p className={styles['hint']}>{words.noSensitivity}</p>
      );
    case 'leave-one-out':
      return detail.leaveOneOut.length > 0 ? (
        figure(forestOfLeaveOneOut(drawn, detail.leaveOneOut, options))
      ) : (
        <p className={styles['hint']}>{words.tooFewToLeave}</p>
      );
    case 'cumulative':
      return detail.cumulative.length > 0 ? (
        figure(forestOfCumulative(drawn, detail.cumulative, options))
      ) : (
        <p className={styles['hint']}>{words.noYears}</p>
      );
    case 'influence':
      return <InfluencePage detail={detail} drawn={drawn} onStudy={onStudy} />;
    case 'small-studies': {
      const funnel = funnelOfAnalysis(drawn, detail.smallStudies, options);
      return (
        <>
          {funnel ? (
            <SavedFigure
              scene={funnelPlot(funnel, options)}
              fileName={fileNameOf(funnel.title)}
              onMark={onStudy}
            />
          ) : null}
          <SmallStudiesPage detail={detail} drawn={drawn} />
        </>
      );
    }
  }
}

/** The forest plot, divided as the plan says or as asked. */
function ForestPage({ drawn, detail, results, onStudy }: PageProps) {
  const { synthesis: words } = useTexts();
  const options = useFigureOptions();
  const [divided, setDivided] = useState<string>(results.plan.forestBy ?? '');
  const subgroups = detail.subgroups.filter(({ levels }) => levels.length > 0);
  const subgroup = subgroups.find(({ id }) => id === divided);
  const data = forestOfAnalysis(drawn, options, subgroup);
  return (
    <>
      {subgroups.length > 0 ? (
        <div className={styles['choice']}>
          <SelectField
            label={words.divideBy}
            value={subgroup?.id ?? ''}
            choices={[
              { value: '', label: words.notDivided },
              ...subgroups.map(({ id, label }) => ({ value: id, label })),
            ]}
            onChange={setDivided}
          />
        </div>
      ) : null}
      <SavedFigure
        scene={forestPlot(data, options)}
        fileName={`forest-${fileNameOf(data.title)}`}
        onMark={onStudy}
      />
    </>
  );
}
