import { readingRules, type ReadingRules } from '@shared/protocol';
import { SelectField } from '../../ui-kit';
import { useFormats, useTexts } from '../../app/app-context';
import type { EditorProps } from './part-list';
import styles from './protocol.module.css';

const shares = [0.8, 0.9, 0.95, 0.975, 0.99] as const;
const orders = ['imported', 'likely'] as const;
const everyNth = [0, 5, 10, 20, 50] as const;

/** When reading titles and abstracts may stop, and whether some records are drawn at random in a ranked order. */
export function ReadingEditor({ protocol, onEdit }: EditorProps) {
  const { protocol: words, ranking, screeningList } = useTexts();
  const formats = useFormats();
  const rules = readingRules(protocol);
  const change = (changed: Partial<ReadingRules>): void => onEdit({ reading: { ...rules, ...changed } });
  const shareChoices = (now: number) =>
    [...new Set([...shares, now])]
      .sort((a, b) => a - b)
      .map((share) => ({ value: String(share), label: formats.percent(share, 1) }));
  return (
    <section className={styles['part']}>
      <h2>{words.parts.reading}</h2>
      <div className={styles['two']}>
        <SelectField
          label={ranking.rules.order}
          hint={ranking.rules.orderHint}
          value={rules.order ?? 'imported'}
          choices={orders.map((value) => ({ value, label: screeningList.orders[value] }))}
          onChange={(order) => change({ order })}
        />
        <SelectField
          label={ranking.rules.recall}
          hint={ranking.rules.recallHint}
          value={String(rules.recall)}
          choices={shareChoices(rules.recall)}
          onChange={(share) => change({ recall: Number(share) })}
        />
        <SelectField
          label={ranking.rules.confidence}
          value={String(rules.confidence)}
          choices={shareChoices(rules.confidence)}
          onChange={(share) => change({ confidence: Number(share) })}
        />
        <SelectField
          label={ranking.rules.everyNth}
          hint={ranking.rules.everyNthHint}
          value={String(rules.everyNth)}
          choices={[...new Set([...everyNth, rules.everyNth])]
            .sort((a, b) => a - b)
            .map((nth) => ({
              value: String(nth),
              label: nth === 0 ? ranking.rules.never : ranking.rules.nth(formats.count(nth)),
            }))}
          onChange={(nth) => change({ everyNth: Number(nth) })}
        />
      </div>
    </section>
  );
}
