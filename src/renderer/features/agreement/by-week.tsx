import type { AgreementReport } from '@shared/review';
import { Button, Notice } from '../../ui-kit';
import { useFormats, useTexts } from '../../app/app-context';
import { FigureTable, useFigures } from './figure-table';
import { Openable, type OpenedNumber } from './opened';
import styles from './agreement.module.css';

/** Agreement that falls over the weeks, in words, with the records to talk about. */
export function DriftNotice({
  drift,
  onOpen,
}: {
  readonly drift: AgreementReport['drift'];
  readonly onOpen: (opened: OpenedNumber) => void;
}) {
  const { agreement: words } = useTexts();
  const formats = useFormats();
  if (drift === null) return null;
  const { from, to, p, records } = drift;
  const shownP = p < 0.001 ? `< ${formats.decimal(0.001, 3)}` : `= ${formats.decimal(p, 3)}`;
  return (
    <Notice
      tone="warn"
      action={
        <Button small onPress={() => onOpen({ title: words.lastWeek, ids: records })}>
          {words.driftRecords(formats.count(records.length))}
        </Button>
      }
    >
      {words.drift(formats.percent(from, 1), formats.percent(to, 1), shownP)}
    </Notice>
  );
}

/** Week by week: how many records were rated alike, and which were not. */
export function ByWeek({
  weeks,
  onOpen,
}: {
  readonly weeks: AgreementReport['weeks'];
  readonly onOpen: (opened: OpenedNumber) => void;
}) {
  const { agreement: words } = useTexts();
  const formats = useFormats();
  const { count, share } = useFigures();
  if (weeks.length < 2) return null;
  return (
    <section>
      <h2>{words.perWeek}</h2>
      <p className={styles['hint']}>{words.weekHint}</p>
      <FigureTable
        of={words.week}
        columns={[words.records, words.alike, words.percent, words.apart]}
        rows={weeks.map(({ monday, n, agreed, differing }) => ({
          key: monday,
          name: formats.day(monday),
          figures: [
            count(n),
            count(agreed),
            share(agreed / n),
            <Openable
              key="apart"
              count={count(differing.length)}
              title={`${words.week} ${formats.day(monday)}, ${words.apart.toLowerCase()}`}
              ids={differing}
              onOpen={onOpen}
            />,
          ],
        }))}
      />
    </section>
  );
}
