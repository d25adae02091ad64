import { useMemo, useState } from 'react';
import { hashText } from '@shared/kernel';
import { Button, useKeys } from '../../ui-kit';
import { useFormats, useReview, useTexts } from '../../app/app-context';
import { useDuplicateSearch, type Proposal } from '../../app/duplicate-search';
import { ComparedRecords } from './compared-records';
import { Reasons } from './reasons';
import styles from './duplicates.module.css';

const sampleSize = 10;

/** What rules are certain of, before it counts: a sample to look at, then all or nothing. */
export function Proposed({ proposal }: { readonly proposal: Proposal }) {
  const { duplicates: words } = useTexts();
  const formats = useFormats();
  const { accept, discard } = useDuplicateSearch();
  const { viewer } = useReview();
  const [round, setRound] = useState(0);
  const { groups } = proposal.findings;
  const sample = useMemo(
    () =>
      groups
        .map(({ records }) => ({
          records,
          rank: hashText(`${viewer.authorId} ${round} ${records.join(' ')}`),
        }))
        .sort((x, y) => (x.rank < y.rank ? -1 : 1))
        .slice(0, sampleSize)
        .map(({ records }) => records),
    [groups, round, viewer],
  );
  useKeys({ j: accept, n: () => setRound((number) => number + 1) });
  return (
    <div className={styles['duplicates']}>
      <header className={styles['head']}>
        <h1>{words.proposalTitle(formats.count(groups.length))}</h1>
      </header>
      <div className={styles['answers']}>
        <Button kind="primary" shortcut="J" onPress={accept}>
          {words.proposalJoin}
        </Button>
        <Button shortcut="N" onPress={() => setRound((number) => number + 1)}>
          {words.anotherSample}
        </Button>
        <Button kind="quiet" onPress={discard}>
          {words.proposalDiscard}
        </Button>
      </div>
      <div className={styles['scroll']}>
        <p>{words.proposalText(formats.count(sample.length))}</p>
        {sample.map(([a, b]) =>
          a === undefined || b === undefined ? null : (
            <section key={`${a} ${b}`} className={styles['card']}>
              <Reasons a={a} b={b} />
              <ComparedRecords left={a} right={b} />
            </section>
          ),
        )}
      </div>
    </div>
  );
}
