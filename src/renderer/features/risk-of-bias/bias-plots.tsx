import { useCallback, useState } from 'react';
import { poolSheet, sheetOfReview } from '@shared/export';
import { ratingFigure, ratingsOfReview, robvisCsv, type RatingTable } from '@shared/export/robvis';
import { ratingSummaryPlot, trafficLightPlot, type Scene } from '@shared/figures';
import type { Result } from '@shared/kernel';
import { currentProtocol, type ReviewState } from '@shared/review';
import { Button, EmptyState, NextStep, SelectField } from '../../ui-kit';
import { useApp, useFormats, useTexts } from '../../app/app-context';
import { saveText } from '../../app/save-file';
import { useDerived } from '../../app/use-derived';
import { SavedFigure, useStudyLabel } from '../../review-kit';
import styles from './risk-of-bias.module.css';

const everything = 'all';

/** Traffic-light and summary plots of the final assessments, one pair per tool, and the files that robvis reads. */
export function BiasPlots({ onRate }: { readonly onRate: () => void }) {
  const { bias: words } = useTexts();
  const { language } = useApp().settings;
  const label = useStudyLabel();
  const [chosen, setChosen] = useState(everything);
  const { pools, pool, tables } = useDerived(
    useCallback(
      (review: ReviewState) => {
        const method = currentProtocol(review)?.protocol.pooling.method ?? 'REML';
        const all = poolSheet(sheetOfReview(review, label).rows, method).filter(({ trials }) => trials > 1);
        const one = all.find(({ key }) => key === chosen);
        return {
          pools: all,
          pool: one,
          tables: ratingsOfReview(review, label, language, one ? { pool: one.rows } : {}),
        };
      },
      [label, language, chosen],
    ),
  );
  if (tables.length === 0 && !pool)
    return (
      <EmptyState title={words.plotsEmptyTitle} action={<NextStep onPress={onRate}>{words.toRate}</NextStep>}>
        {words.plotsEmptyText}
      </EmptyState>
    );
  return (
    <div className={styles['plots']} tabIndex={0} role="region" aria-label={words.plotsTitle}>
      <h1>{words.plotsTitle}</h1>
      {pools.length > 0 ? (
        <SelectField
          label={words.plotOf}
          value={pool ? chosen : everything}
          choices={[
            { value: everything, label: words.plotAll },
            ...pools.map(({ key, domain, window }) => ({
              value: key,
              label: words.plotPool(domain, window),
            })),
          ]}
          onChange={setChosen}
        />
      ) : null}
      {tables.map((table) => (
        <PlotsOfTool key={table.toolId} table={table} weighted={pool !== undefined} />
      ))}
    </div>
  );
}

function PlotsOfTool({ table, weighted }: { readonly table: RatingTable; readonly weighted: boolean }) {
  const { bias: words } = useTexts();
  const { percent } = useFormats();
  const tell = useSaved();
  const title = (kind: string): string => `${kind}: ${table.toolName}`;
  const texts = words.figures;
  const trafficLight = trafficLightPlot(ratingFigure(table, title(words.trafficLight), words.overall), {
    texts,
  });
  const summary = ratingSummaryPlot(ratingFigure(table, title(words.summary), words.overall), {
    texts,
    percent: (share) => percent(share),
  });
  const robvis = `robvis-${table.toolId}${weighted ? '-weighted' : ''}.csv`;
  return (
    <section className={styles['domain']} aria-label={table.toolName}>
      <header className={styles['domainHead']}>
        <h2>{table.toolName}</h2>
        <Button
          small
          onPress={() => void saveText(robvis, 'text/csv', robvisCsv(table, { weighted })).then(tell(robvis))}
        >
          {weighted ? words.saveRobvisWeighted : words.saveRobvis}
        </Button>
      </header>
      <Figure scene={trafficLight} heading={words.trafficLight} name={`traffic-light-${table.toolId}`} />
      <Figure scene={summary} heading={words.summary} name={`summary-${table.toolId}`} />
    </section>
  );
}

function Figure({
  scene,
  heading,
  name,
}: {
  readonly scene: Scene;
  readonly heading: string;
  readonly name: string;
}) {
  return (
    <div className={styles['figure']} role="group" aria-label={scene.title}>
      <h3>{heading}</h3>
      <SavedFigure scene={scene} fileName={name} />
    </div>
  );
}

/** Tells that a file was saved, or that it could not be. */
function useSaved() {
  const { bias: words } = useTexts();
  const { say } = useApp();
  return (name: string) =>
    (saved: Result<boolean, { readonly code: string }>): void => {
      if (!saved.ok) say({ text: words.fileNotSaved(name), tone: 'error' });
      else if (saved.value) say({ text: words.fileSaved(name) });
    };
}
