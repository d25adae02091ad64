import { useMemo, useState } from 'react';
import type { RecordId } from '@shared/kernel';
import { Button, EmptyState, SelectField, TextField } from '../../ui-kit';
import { useFormats, useReview, useTexts } from '../../app/app-context';
import { Group } from './group';
import { useRuleWords } from './rule-words';
import styles from './duplicates.module.css';

const shownAtOnce = 50;

/** Every group as it stands, to be found by title and by what joined it. */
export function Groups({ groups }: { readonly groups: readonly (readonly RecordId[])[] }) {
  const { duplicates: words } = useTexts();
  const formats = useFormats();
  const { session, state } = useReview();
  const ruleWords = useRuleWords();
  const [search, setSearch] = useState('');
  const [joinedBy, setJoinedBy] = useState('');
  const [shown, setShown] = useState(shownAtOnce);
  const { joins } = state.duplicates;
  const copies = groups.reduce((sum, members) => sum + members.length - 1, 0);
  const ways = useMemo(() => {
    const found = new Set<string>();
    for (const list of joins.values())
      for (const join of list) found.add(join.joinedBy.by === 'person' ? byHand : join.joinedBy.why);
    return [...found].sort();
  }, [joins]);
  const fitting = useMemo(() => {
    const term = search.trim().toLowerCase();
    return groups.filter((members) => {
      const lead = members[0];
      const way =
        joinedBy === '' ||
        (lead !== undefined &&
          joins
            .get(lead)
            ?.some((join) => (join.joinedBy.by === 'person' ? byHand : join.joinedBy.why) === joinedBy));
      return (
        way &&
        (term === '' ||
          members.some((id) => session.records.get(id)?.title?.toLowerCase().includes(term) === true))
      );
    });
  }, [groups, joins, joinedBy, search, session]);
  return (
    <div className={styles['scroll']}>
      {groups.length === 0 ? null : (
        <p className={styles['quiet']}>
          {words.summary(groups.length, formats.count(groups.length), formats.count(copies))}
        </p>
      )}
      <div className={styles['filters']}>
        <TextField
          label={words.filter}
          hideLabel
          placeholder={words.filter}
          type="search"
          value={search}
          onChange={setSearch}
        />
        <SelectField
          label={words.filterJoin}
          hideLabel
          value={joinedBy}
          choices={[
            { value: '', label: `${words.filterJoin}: ${words.everyJoin}` },
            ...ways.map((way) => ({
              value: way,
              label: way === byHand ? words.byPerson : ruleWords(way),
            })),
          ]}
          onChange={setJoinedBy}
        />
      </div>
      {fitting.slice(0, shown).map((members) => (
        <Group key={members[0]} members={members} />
      ))}
      {fitting.length === 0 ? (
        <EmptyState title={words.emptyTitle}>
          {groups.length === 0 ? words.emptyText : words.emptyFilter}
        </EmptyState>
      ) : null}
      {fitting.length > shown ? (
        <Button onPress={() => setShown((count) => count + shownAtOnce)}>
          {words.more(formats.count(fitting.length - shown))}
        </Button>
      ) : null}
    </div>
  );
}

const byHand = 'by hand';
