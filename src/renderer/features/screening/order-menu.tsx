import { type ScreeningOrder } from '@shared/screening';
import { SelectField, TextField } from '../../ui-kit';
import { useFormats, useTexts } from '../../app/app-context';
import type { Ranking } from '../../ranking';
import type { RecordOrder } from './use-record-order';
import styles from './screening.module.css';

/** The names of the orders, as they are offered. */
const orders = [
  'imported',
  'likely',
  'random',
  'newest',
  'oldest',
  'title',
] as const satisfies readonly ScreeningOrder['by'][];

const beginOf = (by: ScreeningOrder['by']): ScreeningOrder => (by === 'random' ? { by, seed: 1 } : { by });

/** In which order this coder is offered records. */
export function OrderMenu({ order, choose }: Pick<RecordOrder, 'order' | 'choose'>) {
  const { screeningList: words } = useTexts();
  return (
    <div className={styles['order']}>
      <SelectField
        label={words.order}
        hideLabel
        value={order.by}
        choices={orders.map((value) => ({
          value,
          label: `${words.order}: ${words.orders[value].toLowerCase()}`,
        }))}
        onChange={(by) => choose(beginOf(by))}
      />
      {order.by === 'random' ? (
        <TextField
          label={words.seed}
          hideLabel
          inputMode="numeric"
          placeholder={words.seed}
          value={String(order.seed)}
          onChange={(text) => {
            const seed = Number(text.replace(/\D/gu, '').slice(0, 6));
            choose({ by: 'random', seed });
          }}
        />
      ) : null}
    </div>
  );
}

/** What the ranking is doing, in a few words. */
export function RankingState({ ranking }: { readonly ranking: Ranking }) {
  const { ranking: words } = useTexts();
  const formats = useFormats();
  const { state, share, learnedFrom, order } = ranking;
  const text =
    state === 'failed'
      ? words.order.failed
      : state === 'indexing'
        ? words.order.indexing(formats.percent(share))
        : learnedFrom > 0
          ? words.order.learned(formats.count(learnedFrom))
          : order.length > 0
            ? words.order.starting
            : words.order.learning;
  return (
    <span className={styles['quiet']} role="status">
      {text}
    </span>
  );
}
