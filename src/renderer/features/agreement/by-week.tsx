import type { AgreementReport } from '@shared/review';
import { Button, controls, Notice } from '../../ui-kit';
import { useFormats, useTexts } from '../../app/app-context';
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
  if (weeks.length < 2) return null;
  return (
    <section>
      <h2>{words.perWeek}</h2>
      <p className={styles['hint']}>{words.weekHint}</p>
      <table className={`${controls['table']} ${styles['votes']}`}>
        <thead>
          <tr>
            <th>{words.week}</th>
            <th className={controls['num']}>{words.records}</th>
            <th className={controls['num']}>{words.alike}</th>
            <th className={controls['num']}>{words.percent}</th>
            <th className={controls['num']}>{words.apart}</th>
          </tr>
        </thead>
        <tbody>
          {weeks.map(({ monday, n, agreed, differing }) => (
            <tr key={monday}>
              <th scope="row">{formats.day(monday)}</th>
              <td className={controls['num']}>{formats.count(n)}</td>
              <td className={controls['num']}>{formats.count(agreed)}</td>
              <td className={controls['num']}>{formats.percent(agreed / n, 1)}</td>
              <td className={controls['num']}>
                <Openable
                  count={formats.count(differing.length)}
                  title={`${words.week} ${formats.day(monday)}, ${words.apart.toLowerCase()}`}
                  ids={differing}
                  onOpen={onOpen}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
