import { useState } from 'react';
import { Button, Checkbox } from '../ui-kit';
import { useTexts } from './app-context';
import { deskActions, useDeskKeys, type DeskAction } from './desk-keys';
import styles from './app.module.css';

/** The keys of the screening desk: each can be given another key or none. */
export function DeskKeyList() {
  const { deskKeys: words } = useTexts();
  const keys = useDeskKeys();
  const [asking, setAsking] = useState<DeskAction | null>(null);
  return (
    <section>
      <h3>{words.title}</h3>
      <p className={styles['keyHint']}>{words.hint}</p>
      <dl className={styles['keys']}>
        {deskActions.map((action) => (
          <div key={action}>
            <dt>
              <Button
                small
                label={words.change(words.actions[action], keys.printed(action) ?? words.none)}
                pressed={asking === action}
                onPress={() => setAsking(asking === action ? null : action)}
                onKey={
                  asking === action
                    ? (key) => {
                        setAsking(null);
                        if (key === 'Backspace' || key === 'Delete') keys.give(action, null);
                        else if (isGivable(key))
                          keys.give(action, key.length === 1 ? key.toLowerCase() : key);
                      }
                    : undefined
                }
              >
                {asking === action ? words.press : (keys.printed(action) ?? words.none)}
              </Button>
            </dt>
            <dd>{words.actions[action]}</dd>
          </div>
        ))}
      </dl>
      <div className={styles['keyActions']}>
        <Checkbox label={words.off} checked={keys.off} onChange={keys.switchOff} />
        {keys.changed ? (
          <Button small onPress={keys.reset}>
            {words.reset}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

/** Single characters but digits and "?", and Enter: the rest moves the focus or belongs to the window. */
const isGivable = (key: string): boolean => /^[^\s\d?]$/u.test(key) || key === 'Enter';
