import { useMemo, useState } from 'react';
import { curvesCsv, type StoppingAdvice } from '@shared/ranking';
import { recallCurve } from '@shared/ranking/figures';
import { Button, EmptyState } from '../../ui-kit';
import { useApp, useFormats, useReview, useTexts } from '../../app/app-context';
import { saveText } from '../../app/save-file';
import { SavedFigure } from '../../review-kit';
import { ReportText } from './report-text';
import { StopDialog } from './stop-dialog';
import { StandingStop } from './standing-stop';
import { secondsPerRecord, useAdvice, useReading, type Reading } from './use-reading';
import styles from './reading.module.css';

/** Figures, curve and advice. */
export function ProgressPart() {
  const { ranking: words } = useTexts();
  const reading = useReading();
  const advice = useAdvice(reading);
  return (
    <>
      <StandingStop stop={reading.stop} />
      <Figures reading={reading} advice={advice} />
      {reading.read.length === 0 ? (
        <EmptyState title={words.advice.title}>{words.advice.nothingRead}</EmptyState>
      ) : (
        <>
          <Advice reading={reading} advice={advice} />
          <Curve reading={reading} advice={advice} />
          <ReportText reading={reading} />
        </>
      )}
      <p className={styles['hint']}>{reading.blind ? words.basisOwn : words.basisTeam}</p>
    </>
  );
}

type PartProps = { readonly reading: Reading; readonly advice: StoppingAdvice | null };

function Figures({ reading, advice }: PartProps) {
  const { ranking: words } = useTexts();
  const formats = useFormats();
  const { read, total, waiting, rules } = reading;
  const found = read.filter(({ relevant }) => relevant).length;
  const lately = read.slice(-100).filter(({ relevant }) => relevant).length;
  const pace = secondsPerRecord(read);
  const { figures } = words;
  return (
    <dl className={styles['figures']}>
      <Figure
        label={figures.read}
        value={formats.count(read.length)}
        note={figures.readOf(formats.count(total))}
      />
      <Figure
        label={figures.found}
        value={formats.count(found)}
        note={read.length > 100 ? figures.lately(formats.count(lately)) : ''}
      />
      <Figure
        label={figures.left}
        value={advice === null || read.length === 0 ? '–' : formats.count(advice.remaining.likely)}
        note={
          advice === null || read.length === 0
            ? ''
            : figures.leftUpTo(formats.count(advice.remaining.atMost), formats.percent(rules.confidence))
        }
      />
      <Figure
        label={figures.hours}
        value={pace === null ? '–' : formats.decimal((pace * waiting) / 3600, 1)}
        note={pace === null ? figures.noPace : figures.pace(formats.decimal(pace, 0))}
      />
    </dl>
  );
}

function Figure({
  label,
  value,
  note,
}: {
  readonly label: string;
  readonly value: string;
  readonly note: string;
}) {
  return (
    <div className={styles['figure']}>
      <dt className={styles['hint']}>{label}</dt>
      <dd>
        <strong className="numeric">{value}</strong>
        <span className={`${styles['hint']} numeric`}>{note}</span>
      </dd>
    </div>
  );
}

function Curve({ reading, advice }: PartProps) {
  const { ranking: words } = useTexts();
  const { settings } = useApp();
  const { read, total } = reading;
  const order = useMemo(() => read.map(({ relevant }) => relevant), [read]);
  const scene = useMemo(() => {
    const found = order.filter(Boolean).length;
    const relevant =
      advice === null
        ? null
        : { likely: found + advice.remaining.likely, atMost: found + advice.remaining.atMost };
    return recallCurve({ orders: [order], records: total, relevant }, words.curve, {
      language: settings.language,
      width: 990,
    });
  }, [order, total, advice, words, settings.language]);
  return (
    <section className={styles['part']}>
      <SavedFigure scene={scene} fileName="recall-curve" />
      <div className={styles['actions']}>
        <Button
          small
          kind="quiet"
          onPress={() => void saveText('recall-curve.csv', 'text/csv', curvesCsv([{ seed: 0, order }]))}
        >
          {words.curve.saveCsv}
        </Button>
      </div>
    </section>
  );
}

function Advice({ reading, advice }: PartProps) {
  const { ranking: words } = useTexts();
  const formats = useFormats();
  const { viewer } = useReview();
  const [stopping, setStopping] = useState(false);
  if (advice === null) return null;
  const { recall, confidence } = reading.rules;
  const [target, sure] = [formats.percent(recall, 1), formats.percent(confidence, 1)];
  const everything = reading.unread === 0;
  const sentence = everything
    ? reading.waiting > 0
      ? words.advice.readOnce(reading.waiting, formats.count(reading.waiting))
      : words.advice.allRead
    : advice.mayStop
      ? words.advice.yes(target, sure)
      : words.advice.no(target, sure, formats.count(advice.furtherRecords));
  return (
    <section className={styles['part']} aria-labelledby="advice">
      <h2 id="advice">{words.advice.title}</h2>
      <p className={styles['sentence']}>{sentence}</p>
      {everything ? null : (
        <>
          <p className={`${styles['hint']} numeric`}>
            {words.advice.p(
              advice.p < 0.001 ? `< ${formats.decimal(0.001, 3)}` : formats.decimal(advice.p, 3),
            )}
            {' · '}
            {words.advice.streak(formats.count(advice.streak))}
          </p>
          <p className={styles['hint']}>{words.advice.streakTruth}</p>
          <p className={styles['hint']}>{words.advice.how}</p>
        </>
      )}
      {everything || reading.stop ? null : (
        <div className={styles['actions']}>
          <Button
            kind={advice.mayStop ? 'primary' : 'plain'}
            disabled={viewer.role !== 'lead'}
            onPress={() => setStopping(true)}
          >
            {words.stop.action}
          </Button>
          {viewer.role === 'lead' ? null : <span className={styles['hint']}>{words.stop.onlyLead}</span>}
        </div>
      )}
      {stopping ? <StopDialog reading={reading} advice={advice} onClose={() => setStopping(false)} /> : null}
    </section>
  );
}
