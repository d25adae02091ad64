import { useEffect } from 'react';
import { Button } from '../ui-kit';
import { useTexts, type Message } from './app-context';
import styles from './app.module.css';

export type ShownMessage = Message & { readonly id: number };

const shownForMs = 7_000;

/** Short sentences at the foot of the window; they go by themselves, errors stay until closed. */
export function Messages({
  messages,
  onGone,
}: {
  readonly messages: readonly ShownMessage[];
  readonly onGone: (id: number) => void;
}) {
  return (
    <div className={styles['messages']} aria-live="polite">
      {messages.map((message) => (
        <MessageLine key={message.id} message={message} onGone={() => onGone(message.id)} />
      ))}
    </div>
  );
}

function MessageLine({ message, onGone }: { readonly message: ShownMessage; readonly onGone: () => void }) {
  const { app } = useTexts();
  const stays = message.tone === 'error';
  useEffect(() => {
    if (stays) return undefined;
    const timer = window.setTimeout(onGone, shownForMs);
    return () => window.clearTimeout(timer);
    // A message keeps the time it started with.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [stays]);
  return (
    <div
      className={`${styles['message']} ${stays ? styles['messageError'] : ''}`}
      role={stays ? 'alert' : undefined}
    >
      <span>{message.text}</span>
      {message.undo ? (
        <Button
          small
          onPress={() => {
            message.undo?.();
            onGone();
          }}
        >
          {app.undo}
        </Button>
      ) : null}
      <Button small kind="quiet" label={app.close} onPress={onGone}>
        ×
      </Button>
    </div>
  );
}
