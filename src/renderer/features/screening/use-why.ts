import { useEffect, useMemo, useState } from 'react';
import type { RecordId } from '@shared/kernel';
import { LocalId } from '@shared/kernel';
import { highlighterOf, type Highlighter } from '@shared/screening';
import { useTexts } from '../../app/app-context';
import type { Ranking } from '../../ranking';

export type Why = {
  /** The words that moved the record; null while the order has not learned. */
  readonly reason: Awaited<ReturnType<Ranking['engine']['why']>>;
  readonly open: boolean;
  readonly setOpen: (open: boolean) => void;
  /** Marks these words in the text; undefined while the explanation is shut. */
  readonly highlighter: Highlighter | undefined;
};

/** Why a record stands where it stands, asked for anew after every learning while somebody wants to know. */
export function useWhy(ranking: Ranking, recordId: RecordId | null): Why {
  const { ranking: words } = useTexts();
  const [open, setOpen] = useState(false);
  const [known, setKnown] = useState<{ readonly id: RecordId; readonly reason: Why['reason'] } | null>(null);
  const { engine, learnedFrom, state } = ranking;
  useEffect(() => {
    if (!open || recordId === null || learnedFrom === 0 || state !== 'ready') return undefined;
    let wanted = true;
    void engine.why(recordId).then((reason) => {
      if (wanted) setKnown({ id: recordId, reason });
    });
    return () => {
      wanted = false;
    };
  }, [engine, recordId, learnedFrom, state, open]);
  const reason = known !== null && known.id === recordId ? known.reason : null;
  const highlighter = useMemo(() => {
    if (!open || reason === null) return undefined;
    const list = (
      kind: 'include' | 'exclude',
      label: string,
      terms: readonly { readonly term: string }[],
    ) => ({
      id: LocalId.parse(kind),
      kind,
      label,
      words: terms.map(({ term }) => term),
    });
    return highlighterOf([
      list('include', words.why.up, reason.up),
      list('exclude', words.why.down, reason.down),
    ]);
  }, [open, reason, words]);
  return { reason, open, setOpen, highlighter };
}
