import type { PairAgreement } from '@shared/review';
import { controls } from '../../ui-kit';
import { useFormats, useTexts } from '../../app/app-context';
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
  const formats = useFormats();
  return (
    <section>
      <h2>{words.table}</h2>
      <div className={styles['wide']}>
        <table className={`${controls['table']} ${styles['votes']}`}>
          <thead>
            <tr>
              <th>
                {names[0]} ↓ · {names[1]} →
              </th>
              {categories.map((category) => (
                <th key={category} className={controls['num']}>
                  {labelOf(category)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {categories.map((category, row) => (
              <tr key={category}>
                <th scope="row">{labelOf(category)}</th>
                {categories.map((other, column) => (
                  <td key={other} className={controls['num']}>
                    <Openable
                      count={formats.count(pair.table[row]?.[column] ?? 0)}
                      title={words.cell(`${names[0]} ${labelOf(category)}`, `${names[1]} ${labelOf(other)}`)}
                      ids={pair.behind[row]?.[column] ?? []}
                      onOpen={onOpen}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles['hint']}>{words.behind}</p>
    </section>
  );
}
