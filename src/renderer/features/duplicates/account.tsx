import { duplicateAccount, currentProtocol, type DuplicateRun } from '@shared/review';
import { Button, SelectField, controls } from '../../ui-kit';
import { useApp, useFormats, useReview, useTexts } from '../../app/app-context';
import { useDerived } from '../../app/use-derived';
import { useRuleWords } from './rule-words';
import styles from './duplicates.module.css';

/** Where the number of duplicates comes from: identified, joined by which rule, by whom, and what is left. */
export function Account({ openPairs }: { readonly openPairs: number }) {
  const { duplicates: words } = useTexts();
  const formats = useFormats();
  const { say } = useApp();
  const { state } = useReview();
  const ruleWords = useRuleWords();
  const account = useDerived(duplicateAccount);
  const { identified, byRules, byPeople, left } = account;
  const methods = words.methods(
    formats.count(identified),
    formats.count(byRules),
    formats.count(byPeople),
    formats.count(left),
  );
  const copy = (): void =>
    void navigator.clipboard.writeText(methods).then(() => say({ text: words.copied }));
  return (
    <div className={styles['scroll']}>
      <section className={styles['card']} aria-labelledby="duplicates-account">
        <h2 id="duplicates-account">{words.accountTitle}</h2>
        <table className={`${controls['table']} ${styles['sums']}`}>
          <tbody>
            <Line text={words.identified} count={identified} strong />
            <Line text={words.removedByRules} count={0 - byRules} strong />
            {account.rules.map(([why, count]) => (
              <Line key={why} text={ruleWords(why)} count={count} inner />
            ))}
            <Line text={words.removedByPeople} count={0 - byPeople} strong />
            {account.people.map(([who, count]) => (
              <Line key={who} text={state.coders.get(who)?.name ?? who} count={count} inner />
            ))}
            <Line text={words.leftToScreen} count={left} strong />
            <Line text={words.openPairs} count={openPairs} inner />
            <Line text={words.keptApart} count={account.keptApart} inner />
          </tbody>
        </table>
        {openPairs > 0 ? <p className={styles['notSearched']}>{words.provisional}</p> : null}
        <div className={styles['methodsBox']}>
          <h3>{words.methodsTitle}</h3>
          <p className={styles['methods']}>{methods}</p>
          <Button small onPress={copy}>
            {words.copyMethods}
          </Button>
        </div>
      </section>
      <Runs runs={account.runs} />
      <WhenJoined />
    </div>
  );
}

function Line({
  text,
  count,
  strong = false,
  inner = false,
}: {
  readonly text: string;
  readonly count: number;
  readonly strong?: boolean;
  readonly inner?: boolean;
}) {
  const formats = useFormats();
  return (
    <tr className={inner ? styles['inner'] : undefined}>
      <th scope="row">{strong ? <strong>{text}</strong> : text}</th>
      <td className={controls['num']}>{formats.count(count).replace('-', '\u2212')}</td>
    </tr>
  );
}

function Runs({ runs }: { readonly runs: readonly DuplicateRun[] }) {
  const { duplicates: words } = useTexts();
  const formats = useFormats();
  const { say } = useApp();
  const { state, dispatch } = useReview();
  if (runs.length === 0) return null;
  const undo = async (run: DuplicateRun): Promise<void> => {
    const taken = state.records.rules.filter(({ eventId }) => run.events.includes(eventId));
    const ids = await dispatch(...run.events.map((target) => ({ do: 'withdraw', target }) as const));
    if (!ids) return;
    say({
      text: words.runUndone(formats.count(run.copies)),
      undo: () =>
        void dispatch(
          ...taken.map(({ found: { kind: _kind, version: _version, ...found } }) => ({
            do: 'joinDuplicates' as const,
            ...found,
          })),
        ).then((back) => {
          if (back) say({ text: words.runBack });
        }),
    });
  };
  return (
    <section className={styles['card']} aria-labelledby="duplicates-runs">
      <h2 id="duplicates-runs">{words.runsTitle}</h2>
      <table className={controls['table']}>
        <thead>
          <tr>
            <th>{words.runWhen}</th>
            <th>{words.runMethod}</th>
            <th className={controls['num']}>{words.runCopies}</th>
            <th className={controls['num']}>{words.runQuestions}</th>
            <th>
              <span className="visually-hidden">{words.undoRun}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.events[0]}>
              <td>
                {formats.moment(run.at)}
                <div className={styles['quiet']}>{state.coders.get(run.authorId)?.name}</div>
              </td>
              <td>
                {run.method}
                {run.afterLook ? <div className={styles['quiet']}>{words.runAfterLook}</div> : null}
              </td>
              <td className={controls['num']}>{formats.count(run.copies)}</td>
              <td className={controls['num']}>{formats.count(run.questions)}</td>
              <td className={styles['rowActions']}>
                <Button small kind="quiet" onPress={() => void undo(run)}>
                  {words.undoRun}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Whether certain pairs are joined at once or after a look: a choice of the protocol. */
function WhenJoined() {
  const { duplicates: words } = useTexts();
  const { state, dispatch } = useReview();
  const version = currentProtocol(state);
  if (!version) return null;
  const { protocol } = version;
  return (
    <section className={styles['card']}>
      <SelectField
        label={words.settingLabel}
        value={protocol.duplicates?.certain ?? 'at-once'}
        choices={[
          { value: 'at-once', label: words.setting['at-once'] },
          { value: 'after-look', label: words.setting['after-look'] },
        ]}
        onChange={(certain) =>
          void dispatch({
            do: 'saveProtocol',
            protocol: { ...protocol, duplicates: { certain } },
            note: words.settingNote,
          })
        }
      />
    </section>
  );
}
