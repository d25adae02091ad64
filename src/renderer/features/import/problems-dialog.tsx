import { csvText } from '@shared/export';
import type { ParseProblem } from '@shared/formats';
import { Button, Dialog, controls } from '../../ui-kit';
import { useTexts } from '../../app/app-context';
import { saveText } from '../../app/save-file';
import styles from './import.module.css';

/** Everything that was repaired or could not be read, line by line. */
export function ProblemsDialog({
  name,
  problems,
  onClose,
}: {
  readonly name: string;
  readonly problems: readonly ParseProblem[];
  readonly onClose: () => void;
}) {
  const { imports: words, formats: formatWords, app } = useTexts();
  const explain = (problem: ParseProblem): string => formatWords.problems[problem.code];
  const save = (): void => {
    const rows = problems.map((problem) => [problem.line, problem.code, explain(problem), problem.raw]);
    void saveText(
      `${name}.remarks.csv`,
      'text/csv',
      `\uFEFF${csvText([['line', 'code', 'what', 'raw'], ...rows])}`,
    );
  };
  return (
    <Dialog
      title={words.problemsTitle(name)}
      wide
      onClose={onClose}
      actions={
        <>
          <Button onPress={save}>{words.saveList}</Button>
          <Button kind="close" onPress={onClose}>
            {app.close}
          </Button>
        </>
      }
    >
      <div className={styles['problemList']}>
        <table className={controls['table']}>
          <thead>
            <tr>
              <th className={controls['num']}>{words.line}</th>
              <th>{words.what}</th>
              <th>{words.raw}</th>
            </tr>
          </thead>
          <tbody>
            {problems.slice(0, shownAtOnce).map((problem, index) => (
              <tr key={index}>
                <td className={controls['num']}>{problem.line === 0 ? '' : problem.line}</td>
                <td>{explain(problem)}</td>
                <td className={styles['raw']}>{problem.raw}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  );
}

const shownAtOnce = 1_000;
