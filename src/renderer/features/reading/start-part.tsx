import { useMemo, useState } from 'react';
import type { RecordId } from '@shared/kernel';
import { findByIdentifiers, matchesQuery, readQuery } from '@shared/records';
import { screeningContext } from '@shared/review';
import { Button, TextField } from '../../ui-kit';
import { useApp, useFormats, useReview, useTexts } from '../../app/app-context';
import styles from './reading.module.css';

const hitsShown = 20;

/** Records known to be relevant beforehand: named here, taken off here. */
export function StartPart() {
  const { ranking: words, screening, app } = useTexts();
  const formats = useFormats();
  const { state, session, dispatch } = useReview();
  const { say } = useApp();
  const [pasted, setPasted] = useState('');
  const [search, setSearch] = useState('');
  const context = screeningContext(state);
  const namings = state.screening.namings.flatMap((naming) =>
    naming.body.recordIds.map((id) => ({ id, naming })),
  );
  const hits = useMemo(() => {
    const query = readQuery(search);
    if (query.length === 0) return [];
    const found: RecordId[] = [];
    for (const id of context.reports) {
      const record = session.records.get(id);
      if (record && matchesQuery(record, query)) found.push(id);
      if (found.length === hitsShown) break;
    }
    return found;
  }, [search, context, session]);
  const named = new Set(namings.map(({ id }) => id));

  const add = async (ids: readonly RecordId[], after: () => void): Promise<void> => {
    const fresh = ids.filter((id) => !named.has(id));
    if (fresh.length === 0 || (await dispatch({ do: 'nameRelevant', recordIds: fresh }))) after();
  };
  const addPasted = (): void => {
    const all = context.reports.flatMap((id) => session.records.get(id) ?? []);
    const { records, notFound } = findByIdentifiers(all, pasted);
    const tell = (): void => {
      say({
        text: [
          words.start.added(records.length, records.length + notFound.length),
          notFound.length > 0 ? words.start.notFound(notFound.join(', ')) : '',
        ]
          .filter(Boolean)
          .join('. '),
      });
      setPasted(notFound.join('\n'));
    };
    if (records.length === 0) tell();
    else
      void add(
        records.map(({ id }) => id),
        tell,
      );
  };
  /** A naming of several records is withdrawn whole; those that stay are named again. */
  const takeOff = async ({ id, naming }: (typeof namings)[number]): Promise<void> => {
    const rest = naming.body.recordIds.filter((other) => other !== id);
    await dispatch(
      { do: 'withdraw', target: naming.eventId },
      ...(rest.length > 0 ? [{ do: 'nameRelevant' as const, recordIds: rest }] : []),
    );
  };

  return (
    <section className={styles['part']} aria-labelledby="start">
      <h2 id="start">{words.start.title}</h2>
      <p className={styles['sentence']}>{words.start.text}</p>
      <div className={styles['two']}>
        <div className={styles['stack']}>
          <TextField label={words.start.paste} rows={4} value={pasted} onChange={setPasted} />
          <Button disabled={pasted.trim() === '' || session.readOnly} onPress={addPasted}>
            {words.start.pasteAction}
          </Button>
        </div>
        <div className={styles['stack']}>
          <TextField label={words.start.search} type="search" value={search} onChange={setSearch} />
          {readQuery(search).length > 0 && hits.length === 0 ? (
            <p className={styles['hint']}>{words.start.noHits}</p>
          ) : null}
          <ul className={styles['records']}>
            {hits.map((id) => (
              <li key={id}>
                <span>{session.records.get(id)?.title ?? screening.noTitle}</span>
                <Button
                  small
                  disabled={named.has(id) || session.readOnly}
                  onPress={() => void add([id], () => undefined)}
                >
                  {words.start.add}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      </div>
      {namings.length === 0 ? (
        <p className={styles['hint']}>{words.start.none}</p>
      ) : (
        <ul className={styles['records']}>
          {namings.map((entry) => (
            <li key={`${entry.naming.eventId} ${entry.id}`}>
              <span>
                {session.records.get(entry.id)?.title ?? screening.noTitle}
                <span className={styles['hint']}>
                  {' '}
                  {words.start.named(
                    state.coders.get(entry.naming.authorId)?.name ?? '',
                    formats.day(entry.naming.at),
                  )}
                </span>
              </span>
              <Button
                small
                kind="quiet"
                disabled={session.readOnly}
                onPress={() => void takeOff(entry)}
                label={`${words.start.remove}: ${session.records.get(entry.id)?.title ?? ''}`}
              >
                {app.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
