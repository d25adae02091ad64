import type { PoolingSheetRow } from '@shared/export';
import { Button, Dialog, controls } from '../../ui-kit';
import { useApp, useFormats, useTexts } from '../../app/app-context';
import styles from './pooling.module.css';

/** Where a mark in a figure leads: the rows of that trial, each number with the place it was read. */
export function RowDialog({
  rows,
  onClose,
}: {
  readonly rows: readonly PoolingSheetRow[];
  readonly onClose: () => void;
}) {
  const { synthesis: words, effectForms } = useTexts();
  const { navigate } = useApp();
  const formats = useFormats();
  const [first] = rows;
  if (!first) return null;
  const arms = words.figures.favours;
  const nameOf = (field: string): string => {
    const known: { readonly [name: string]: string } = effectForms.fields;
    const arm = field.endsWith('T') ? arms.intervention : field.endsWith('C') ? arms.control : null;
    const plain = known[arm === null ? field : field.slice(0, -1)];
    return plain === undefined ? field : arm === null ? plain : `${plain}, ${arm}`;
  };
  return (
    <Dialog
      title={first.study}
      wide
      onClose={onClose}
      actions={
        <Button kind="primary" onPress={() => navigate({ at: 'review', screen: 'extraction' })}>
          {words.rowDialog.toExtraction}
        </Button>
      }
    >
      {rows.map((row) => (
        <section key={row.resultId} className={styles['part']}>
          <h3>{[row.domain, row.instrument, row.window || row.timepoint].filter(Boolean).join(', ')}</h3>
          <p className={styles['hint']}>
            {words.rowDialog.compared(
              row.armT || words.figures.favours.intervention,
              row.comparator || row.armC,
            )}
          </p>
          <table className={`${controls['table']} ${styles['wrapping']}`}>
            <thead>
              <tr>
                <th>{words.rowDialog.number}</th>
                <th className={controls['num']}>{words.rowDialog.value}</th>
                <th>{words.rowDialog.page}</th>
                <th>{words.rowDialog.quote}</th>
              </tr>
            </thead>
            <tbody>
              {Object.entries(row.values).map(([field, value]) => (
                <tr key={field}>
                  <td>{nameOf(field)}</td>
                  <td className={controls['num']}>{value.toLocaleString(formats.locale)}</td>
                  <td>{row.places?.[field]?.page ?? '–'}</td>
                  <td>{row.places?.[field]?.quote ?? '–'}</td>
                </tr>
              ))}
              <tr>
                <td>{words.rowDialog.effect}</td>
                <td className={controls['num']}>
                  {formats.decimal(row.estimate, 3)} (SE {formats.decimal(row.se, 3)})
                </td>
                <td>–</td>
                <td>–</td>
              </tr>
            </tbody>
          </table>
        </section>
      ))}
    </Dialog>
  );
}
