import type { ReactNode } from 'react';
import type { LocalId } from '@shared/kernel';
import type { Protocol } from '@shared/protocol';
import { Button } from '../../ui-kit';
import { useTexts } from '../../app/app-context';
import styles from './protocol.module.css';

export type EditorProps = {
  readonly protocol: Protocol;
  readonly onEdit: (change: Partial<Protocol>) => void;
};

/** A part of the protocol that is an ordered list: add, move up, take out, edit in place. */
export function PartList<Entry extends { readonly id: LocalId }>({
  title,
  hint,
  entries,
  addLabel,
  onChange,
  make,
  mayRemove = () => true,
  children,
}: {
  readonly title: string;
  readonly hint?: string;
  readonly entries: readonly Entry[];
  readonly addLabel: string;
  readonly onChange: (entries: Entry[]) => void;
  readonly make: (id: LocalId) => Entry;
  /** Entries that others rest on stay. */
  readonly mayRemove?: (entry: Entry) => boolean;
  readonly children: (entry: Entry, change: (change: Partial<Entry>) => void) => ReactNode;
}) {
  const { protocol: words, app } = useTexts();
  const change = (index: number, edited: Partial<Entry>): void =>
    onChange(entries.map((entry, at) => (at === index ? { ...entry, ...edited } : entry)));
  const moveUp = (index: number): void => {
    const moved = [...entries];
    const [entry] = moved.splice(index, 1);
    if (entry) moved.splice(index - 1, 0, entry);
    onChange(moved);
  };
  return (
    <section className={styles['part']}>
      <div>
        <h2>{title}</h2>
        {hint === undefined ? null : <p className={styles['hint']}>{hint}</p>}
      </div>
      <ol className={styles['entries']}>
        {entries.map((entry, index) => (
          <li key={entry.id} className={styles['entry']}>
            <span className={`${styles['number']} numeric`}>{index + 1}</span>
            <div className={styles['fields']}>{children(entry, (edited) => change(index, edited))}</div>
            <div className={styles['entryActions']}>
              <Button
                small
                kind="quiet"
                label={words.moveUp}
                disabled={index === 0}
                onPress={() => moveUp(index)}
              >
                ↑
              </Button>
              <Button
                small
                kind="quiet"
                label={app.remove}
                disabled={!mayRemove(entry)}
                onPress={() => onChange(entries.filter((_, at) => at !== index))}
              >
                ×
              </Button>
            </div>
          </li>
        ))}
      </ol>
      <div>
        <Button small onPress={() => onChange([...entries, make(freshId(entries))])}>
          {addLabel}
        </Button>
      </div>
    </section>
  );
}

/** An id no entry has; ids never show, so a number will do. */
export function freshId(entries: readonly { readonly id: LocalId }[]): LocalId {
  const taken = new Set(entries.map((entry) => entry.id));
  let number = entries.length + 1;
  while (taken.has(`n${number}`)) number += 1;
  return `n${number}`;
}
