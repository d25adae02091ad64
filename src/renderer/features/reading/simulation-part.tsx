import { useEffect, useRef, useState } from 'react';
import { curvesCsv, type OrderMetrics } from '@shared/ranking';
import { recallCurve } from '@shared/ranking/figures';
import { Button, Notice, TextField, controls } from '../../ui-kit';
import { useApp, useFormats, useReview, useTexts } from '../../app/app-context';
import { saveText } from '../../app/save-file';
import { SavedFigure } from '../../review-kit';
import { textOf } from '../../ranking';
import type {
  RankingReply,
  RankingRequest,
  Simulation,
  SimulationFailure,
} from '../../workers/ranking-protocol';
import { useReading } from './use-reading';
import styles from './reading.module.css';

type Run =
  | { readonly at: 'nothing' }
  | { readonly at: 'running'; readonly progress: Extract<RankingReply, { kind: 'simulating' }> | null }
  | { readonly at: 'done'; readonly simulation: Simulation; readonly name: string }
  | { readonly at: 'failed'; readonly failure: SimulationFailure };

const mostSeeds = 50;

/** What the ranking would have saved on a review whose decisions are known. */
export function SimulationPart() {
  const { ranking: words } = useTexts();
  const { session } = useReview();
  const reading = useReading();
  const [seeds, setSeeds] = useState('3');
  const [run, setRun] = useState<Run>({ at: 'nothing' });
  const worker = useRef<Worker | null>(null);
  const file = useRef<HTMLInputElement>(null);
  useEffect(() => () => worker.current?.terminate(), []);

  const start = (request: RankingRequest, name: string): void => {
    worker.current?.terminate();
    const fresh = new Worker(new URL('../../workers/ranking-worker.ts', import.meta.url), { type: 'module' });
    worker.current = fresh;
    setRun({ at: 'running', progress: null });
    fresh.addEventListener('message', ({ data }: MessageEvent<RankingReply>) => {
      if (data.kind === 'simulating') setRun({ at: 'running', progress: data });
      if (data.kind === 'simulated') setRun({ at: 'done', simulation: data.simulation, name });
      if (data.kind === 'not-simulated') setRun({ at: 'failed', failure: data.failure });
    });
    fresh.postMessage(request);
  };
  const stop = (): void => {
    worker.current?.terminate();
    setRun({ at: 'nothing' });
  };
  const count = Math.min(mostSeeds, Math.max(1, Number.parseInt(seeds, 10) || 1));
  const ofReview = (): void =>
    start(
      {
        ask: 'simulate-texts',
        texts: reading.read.map(({ recordId }) => textOf(session, recordId)),
        relevant: Uint8Array.from(reading.read, ({ relevant }) => (relevant ? 1 : 0)),
        seeds: count,
      },
      'review',
    );

  return (
    <section className={styles['part']} aria-labelledby="simulation">
      <h2 id="simulation">{words.simulation.title}</h2>
      <p className={styles['sentence']}>{words.simulation.text}</p>
      <div className={styles['actions']}>
        <TextField label={words.simulation.seeds} inputMode="numeric" value={seeds} onChange={setSeeds} />
        <Button kind="primary" onPress={() => file.current?.click()}>
          {words.simulation.choose}
        </Button>
        <Button disabled={reading.blind || reading.read.length === 0} onPress={ofReview}>
          {words.simulation.own}
        </Button>
        <input
          ref={file}
          type="file"
          accept=".csv,text/csv"
          className="visually-hidden"
          tabIndex={-1}
          aria-label={words.simulation.choose}
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            if (chosen) start({ ask: 'simulate-file', file: chosen, seeds: count }, chosen.name);
            event.target.value = '';
          }}
        />
      </div>
      {run.at === 'running' ? <Running run={run} onStop={stop} /> : null}
      {run.at === 'failed' ? (
        <Notice tone="error">{words.simulation.errors[run.failure.code](run.failure.detail)}</Notice>
      ) : null}
      {run.at === 'done' ? <Result simulation={run.simulation} name={run.name} /> : null}
    </section>
  );
}

function Running({
  run,
  onStop,
}: {
  readonly run: Extract<Run, { at: 'running' }>;
  readonly onStop: () => void;
}) {
  const { ranking: words } = useTexts();
  const formats = useFormats();
  const { progress } = run;
  return (
    <div className={styles['actions']} role="status">
      <span>
        {progress === null
          ? words.order.learning
          : words.simulation.running(
              formats.count(progress.run),
              formats.count(progress.found),
              formats.count(progress.relevant),
            )}
      </span>
      <Button small onPress={onStop}>
        {words.simulation.stop}
      </Button>
    </div>
  );
}

const columns = [
  'loss',
  'ndcg',
  'wss95',
  'recall10',
  'atd',
] as const satisfies readonly (keyof OrderMetrics)[];

function Result({ simulation, name }: { readonly simulation: Simulation; readonly name: string }) {
  const { ranking: words } = useTexts();
  const { settings } = useApp();
  const formats = useFormats();
  const { records, relevant, runs, mean } = simulation;
  const scene = recallCurve(
    { orders: runs.map(({ order }) => order), records, relevant: { known: relevant } },
    words.curve,
    { language: settings.language, width: 990 },
  );
  const cells = (metrics: OrderMetrics) =>
    columns.map((column) => (
      <td key={column} className={controls['num']}>
        {formats.decimal(metrics[column], 3)}
      </td>
    ));
  const base = name.replace(/\.[^.]*$/u, '');
  return (
    <>
      <p className={styles['hint']}>
        {name === 'review' ? '' : `${name}: `}
        {words.simulation.result(formats.count(records), formats.count(relevant))}
      </p>
      <table className={controls['table']}>
        <thead>
          <tr>
            <th scope="col">{words.simulation.columns.run}</th>
            <th scope="col" className={controls['num']}>
              {words.simulation.columns.read}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className={controls['num']}>
                {words.simulation.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {runs.map(({ seed, order, metrics }) => (
            <tr key={seed}>
              <th scope="row">{formats.count(seed + 1)}</th>
              <td className={controls['num']}>{formats.count(order.length)}</td>
              {cells(metrics)}
            </tr>
          ))}
          <tr>
            <th scope="row">{words.simulation.mean}</th>
            <td className={controls['num']}>
              {formats.count(runs.reduce((sum, { order }) => sum + order.length, 0) / runs.length)}
            </td>
            {cells(mean)}
          </tr>
        </tbody>
      </table>
      <p className={styles['hint']}>{words.simulation.legend}</p>
      <SavedFigure scene={scene} fileName={`${base}-curves`} />
      <div className={styles['actions']}>
        <Button
          small
          kind="quiet"
          onPress={() => void saveText(`${base}-curves.csv`, 'text/csv', curvesCsv(runs))}
        >
          {words.curve.saveCsv}
        </Button>
      </div>
    </>
  );
}
