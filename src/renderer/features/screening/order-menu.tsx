import { type ScreeningOrder } from '@shared/screening';
import { SelectField, TextField } from '../../ui-kit';
import { useTexts } from '../../app/app-context';
import type { RecordOrder } from './use-record-order';
import styles from './screening.module.css';

/** The names of the orders, as they are offered. */
const orders = [
  'imported',
  'random',
  'newest',
  'oldest',
  'title',
] as const satisfies readonly ScreeningOrder['by'][];

const beginOf = (by: ScreeningOrder['by']): ScreeningOrder => (by === 'random' ? { by, seed: 1 } : { by });

/** In which order this coder is offered records. */
export function OrderMenu({ order, choose }: RecordOrder) {
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
