import type { PairAgreement } from '@shared/review';
import { useTexts } from '../../app/app-context';
import { FigureTable, useFigures } from './figure-table';
import { Openable, type OpenedNumber } from './opened';
import styles from './agreement.module.css';

/** The table of two coders; every cell shows the records in it. */
export function RatingTable({
  pair,
  categories,
  names,
  labelOf,
  onOpen,
}: {
  readonly pair: PairAgreement;
  readonly categories: readonly string[];
  readonly names: readonly [string, string];
  readonly labelOf: (category: string) => string;
  readonly onOpen: (opened: OpenedNumber) => void;
}) {
  const { agreement: words } = useTexts();
  const { count } = useFigures();
  return (
    <section>
      <h2>{words.table}</h2>
      <FigureTable
        of={`${names[0]} ↓ · ${names[1]} →`}
        columns={categories.map(labelOf)}
        rows={categories.map((category, row) => ({
          key: category,
          name: labelOf(category),
          figures: categories.map((other, column) => (
            <Openable
              key={other}
              count={count(pair.table[row]?.[column] ?? 0)}
              title={words.cell(`${names[0]} ${labelOf(category)}`, `${names[1]} ${labelOf(other)}`)}
              ids={pair.behind[row]?.[column] ?? []}
              onOpen={onOpen}
            />
          )),
        }))}
      />
      <p className={styles['hint']}>{words.behind}</p>
    </section>
  );
}
