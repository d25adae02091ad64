import { useMemo } from 'react';
import { z } from '@shared/kernel/schema';
import { useChoice } from './use-choice';

/** What can be done at the screening desk with one key, and the key it has unless somebody chooses another. */
export const usualKeys = {
  include: 'i',
  maybe: 'm',
  exclude: 'e',
  accept: 'Enter',
  yes: 'y',
  no: 'n',
  unclear: 'u',
  undo: 'z',
  next: 'j',
  previous: 'k',
  park: 'p',
  label: 'l',
  note: 't',
  quote: 'q',
  doi: 'o',
  marks: 'h',
  view: 'v',
  search: '/',
  work: 'w',
  bulk: 'b',
  progress: 's',
} as const;
export type DeskAction = keyof typeof usualKeys;
export const deskActions = Object.keys(usualKeys).filter((name): name is DeskAction => name in usualKeys);

const Chosen = z.object({
  /** No single key does anything. */
  off: z.boolean(),
  /** Action -> its key; an empty text where it has none. */
  keys: z.record(z.string(), z.string().max(20)),
});
type Chosen = z.infer<typeof Chosen>;
const asUsual: Chosen = { off: false, keys: {} };

export type DeskKeys = {
  readonly off: boolean;
  readonly switchOff: (off: boolean) => void;
  /** The key of an action; undefined where it has none, or where keys are off. */
  readonly keyOf: (action: DeskAction) => string | undefined;
  /** The key as it is printed on its control. */
  readonly printed: (action: DeskAction) => string | undefined;
  /** Gives an action a key, taking it from the one that had it; null takes its key away. */
  readonly give: (action: DeskAction, key: string | null) => void;
  readonly reset: () => void;
  readonly changed: boolean;
};

const printedKey = (key: string): string => (key.length === 1 ? key.toUpperCase() : key);

/** The keys of the screening desk on this installation. */
export function useDeskKeys(): DeskKeys {
  const [chosen, choose] = useChoice<Chosen>('screening keys', Chosen, asUsual);
  return useMemo(() => {
    const chosenKey = (action: DeskAction): string | undefined =>
      (chosen.keys[action] ?? usualKeys[action]) || undefined;
    const keyOf = (action: DeskAction): string | undefined => (chosen.off ? undefined : chosenKey(action));
    return {
      off: chosen.off,
      switchOff: (off) => choose({ ...chosen, off }),
      keyOf,
      printed(action) {
        const key = keyOf(action);
        return key === undefined ? undefined : printedKey(key);
      },
      give(action, key) {
        const keys = { ...chosen.keys, [action]: key ?? '' };
        if (key !== null) {
          for (const other of deskActions) {
            if (other !== action && chosenKey(other) === key) keys[other] = '';
          }
        }
        choose({ ...chosen, keys });
      },
      reset: () => choose(asUsual),
      changed: chosen.off || Object.keys(chosen.keys).length > 0,
    };
  }, [chosen, choose]);
}
