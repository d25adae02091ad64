import { rankingSettings } from '@shared/ranking';
import { Button } from '../../ui-kit';
import { useApp, useFormats, useTexts } from '../../app/app-context';
import type { Reading } from './use-reading';
import styles from './reading.module.css';

/** What the machine did, as PRISMA item 8 asks: tool, version, model, settings, training data, effect. */
export function ReportText({ reading }: { readonly reading: Reading }) {
  const { ranking: words } = useTexts();
  const formats = useFormats();
  const { say } = useApp();
  const { report } = words;
  const { stop } = reading;
  const percent = (share: number): string => formats.percent(share, 1);
  const ranked = reading.read.filter(({ offeredBy }) => offeredBy === 'likely').length;
  const sentences =
    ranked === 0
      ? [report.none]
      : [
          report.used(CONCORD_VERSION, rankingSettings.name, report.keywords),
          report.share(formats.count(ranked), formats.count(reading.read.length)),
        ];
  if (stop) {
    const { read, total, found, recall, confidence, p } = stop.stop.body.basis;
    sentences.push(
      report[p < 1 - confidence ? 'stopped' : 'stoppedBefore'](
        formats.count(read),
        formats.count(total),
        formats.count(found),
        percent(recall),
        percent(confidence),
        p < 0.001 ? `< ${formats.decimal(0.001, 3)}` : `= ${formats.decimal(p, 3)}`,
      ),
      report.reason(stop.stop.body.reason),
      report.unread(formats.count(stop.unread)),
    );
  } else if (ranked > 0 && reading.unread === 0) sentences.push(report.all);
  const text = sentences.join(' ');
  return (
    <section className={styles['part']} aria-labelledby="report">
      <h2 id="report">{report.title}</h2>
      <p className={styles['quoted']}>{text}</p>
      <div className={styles['actions']}>
        <Button
          small
          onPress={() => void navigator.clipboard.writeText(text).then(() => say({ text: report.copied }))}
        >
          {report.copy}
        </Button>
      </div>
    </section>
  );
}
