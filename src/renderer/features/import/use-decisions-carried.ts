import { useEffect, useState } from 'react';
import { recordIdOf } from '@shared/kernel';
import type { Batch } from '@shared/records';
import { useReview } from '../../app/app-context';
import { rest } from '../../long-work/in-slices';
import { decisionsIn } from './decisions-in';

/** So many records are looked at in one go; between portions the window can draw and answer. */
const portion = 1_000;

/** How many decisions of another program the records of a batch carry; 0 until all were looked at. */
export function useDecisionsCarried(batch: Batch): number {
  const { session } = useReview();
  const { file, recordCount } = batch.imported;
  const [count, setCount] = useState(0);
  useEffect(() => {
    let gone = false;
    const isGone = (): boolean => gone;
    const look = async (): Promise<void> => {
      let found = 0;
      for (let from = 0; from < recordCount && !isGone(); from += portion) {
        if (from > 0) await rest();
        found += decisionsIn(Math.min(portion, recordCount - from), (ordinal) =>
          session.records.imported(recordIdOf(file.sha256, from + ordinal)),
        ).length;
      }
      if (!isGone()) setCount(found);
    };
    void look();
    return () => {
      gone = true;
    };
  }, [file.sha256, recordCount, session]);
  return count;
}
