import { useState } from 'react';
import type { RecordId } from '@shared/kernel';
import { mergeRecords, type CitationRecord } from '@shared/records';
import { Badge, Button, controls } from '../../ui-kit';
import { useApp, useReview, useTexts } from '../../app/app-context';
import { useRuleWords } from './rule-words';
import styles from './duplicates.module.css';

/** One group: who leads, what joined it, what it says together; any record can leave it, and all of it can be undone. */
export function Group({ members }: { readonly members: readonly RecordId[] }) {
  const { duplicates: words, screening } = useTexts();
  const { session } = useReview();
  const [open, setOpen] = useState(false);
  const decide = useGroupDecisions(members);
  const lead = members[0];
  const record = lead === undefined ? undefined : session.records.get(lead);
  return (
    <section className={styles['card']}>
      <header className={styles['groupHead']}>
        <div>
          <h2>{record?.title ?? screening.noTitle}</h2>
          <p className={styles['quiet']}>
            {record?.authors.slice(0, 4).join('; ')} {record?.year}
          </p>
        </div>
        <div className={styles['groupActions']}>
          <JoinBadges members={members} />
          <Button small kind="quiet" onPress={() => setOpen(!open)}>
            {open ? words.hideGroup : `${words.showGroup} (${members.length})`}
          </Button>
          <Button small kind="quiet" onPress={decide.split}>
            {words.split}
          </Button>
        </div>
      </header>
      {open ? (
        <>
          <Members members={members} decide={decide} />
          <Together members={members} />
        </>
      ) : null}
    </section>
  );
}

type GroupDecisions = {
  readonly split: () => void;
  readonly leave: (id: RecordId) => void;
  readonly letLead: (id: RecordId) => void;
};

function useGroupDecisions(members: readonly RecordId[]): GroupDecisions {
  const { duplicates: words } = useTexts();
  const { say } = useApp();
  const { dispatch } = useReview();
  const decide = async (
    decision: { verdict: 'same' | 'different'; leaving?: RecordId; lead?: RecordId },
    text: string,
  ): Promise<void> => {
    const ids = await dispatch({ do: 'decideDuplicates', records: members, ...decision });
    const target = ids?.[0];
    if (target) say({ text, undo: () => void dispatch({ do: 'withdraw', target }) });
  };
  return {
    split: () => void decide({ verdict: 'different' }, words.splitDone),
    leave: (id) => void decide({ verdict: 'different', leaving: id }, words.leaveDone),
    letLead: (id) => void decide({ verdict: 'same', lead: id }, words.leadDone),
  };
}

function JoinBadges({ members }: { readonly members: readonly RecordId[] }) {
  const { duplicates: words } = useTexts();
  const { state } = useReview();
  const ruleWords = useRuleWords();
  const lead = members[0];
  const joins = (lead === undefined ? undefined : state.duplicates.joins.get(lead)) ?? [];
  const told = new Set(
    joins.map(({ joinedBy }) =>
      joinedBy.by === 'rule'
        ? ruleWords(joinedBy.why)
        : words.byPersonNamed(state.coders.get(joinedBy.authorId)?.name ?? ''),
    ),
  );
  return (
    <>
      {[...told].map((text) => (
        <Badge key={text}>{text}</Badge>
      ))}
    </>
  );
}

function Members({
  members,
  decide,
}: {
  readonly members: readonly RecordId[];
  readonly decide: GroupDecisions;
}) {
  const { duplicates: words, screening } = useTexts();
  const { session, state } = useReview();
  return (
    <table className={controls['table']}>
      <thead>
        <tr>
          <th>{words.record}</th>
          <th>{words.year}</th>
          <th>{words.identifiers}</th>
          <th>{words.source}</th>
          <th>
            <span className="visually-hidden">{words.leave}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {members.map((id, index) => {
          const record = session.records.get(id);
          const title = record?.title ?? screening.noTitle;
          return (
            <tr key={id}>
              <td>
                {title}
                {index === 0 ? <span className={styles['lead']}>{words.lead}</span> : null}
                <div className={styles['quiet']}>{placeOf(record)}</div>
              </td>
              <td className="numeric">{record?.year ?? '–'}</td>
              <td className={styles['ids']}>
                {[record?.doi, record?.pmid ? `PMID ${record.pmid}` : undefined]
                  .filter(Boolean)
                  .join(' · ') || '–'}
              </td>
              <td>{state.origins.get(id)?.imported.source.database}</td>
              <td className={styles['rowActions']}>
                {index === 0 ? null : (
                  <Button small kind="quiet" onPress={() => decide.letLead(id)}>
                    {words.leadAction}
                  </Button>
                )}
                {members.length > 2 ? (
                  <Button small kind="quiet" onPress={() => decide.leave(id)}>
                    {words.leave}
                  </Button>
                ) : null}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const placeOf = (record: CitationRecord | undefined): string =>
  [
    record?.journal ?? record?.journalAbbreviation,
    [record?.volume, record?.issue ? `(${record.issue})` : ''].filter(Boolean).join(''),
    record?.pages,
  ]
    .filter(Boolean)
    .join(' · ');

/** The group as one record: what is used of each field, and every other value a copy gives. */
function Together({ members }: { readonly members: readonly RecordId[] }) {
  const { duplicates: words, imports } = useTexts();
  const { session, state } = useReview();
  const [lead, ...others] = members.flatMap((id) => session.records.get(id) ?? []);
  if (!lead) return null;
  const { given } = mergeRecords(lead, others);
  const sourcesOf = (ids: readonly RecordId[]): string =>
    [...new Set(ids.map((id) => state.origins.get(id)?.imported.source.database ?? ''))].join(', ');
  return (
    <details className={styles['together']}>
      <summary>
        <strong>{words.mergedTitle}</strong> <span className={styles['quiet']}>{words.mergedText}</span>
      </summary>
      <dl>
        {[...given].map(([field, values]) => (
          <div key={field}>
            <dt>{imports.fields[field]}</dt>
            <dd>
              {values.map(({ value, from }, index) => (
                <p key={value} className={index === 0 ? undefined : styles['quiet']}>
                  {index === 0 ? '' : `${words.alsoGiven}: `}
                  {value} <span className={styles['from']}>{sourcesOf(from)}</span>
                </p>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
