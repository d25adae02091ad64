import { useEffect, useLayoutEffect, useRef } from 'react';
import { Button } from '../ui-kit';
import { useTexts, type Message } from './app-context';
import styles from './app.module.css';

export type ShownMessage = Message & { readonly id: number };

const shownForMs = 7_000;

/** Short sentences at the foot of the list of stages; they go by themselves, errors stay until closed. */
export function Messages({
  messages,
  onGone,
}: {
  readonly messages: readonly ShownMessage[];
  readonly onGone: (id: number) => void;
}) {
  const foot = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => tellHeight(foot.current), []);
  return (
    // On the top layer: a message beside an open dialog can be heard, and closed without closing the dialog.
    <div ref={foot} className={styles['messages']} aria-live="polite" data-react-aria-top-layer="true">
      {messages.map((message) => (
        <MessageLine key={message.id} message={message} onGone={() => onGone(message.id)} />
      ))}
    </div>
  );
}

/** Keeps `--messages`, the height of what stands at the foot, for whatever must not lie below it. */
function tellHeight(foot: HTMLElement | null): (() => void) | undefined {
  if (foot === null) return undefined;
  const page = document.documentElement;
  const observer = new ResizeObserver(() => {
    const { top, height } = foot.getBoundingClientRect();
    if (height === 0) page.style.removeProperty('--messages');
    else page.style.setProperty('--messages', `${Math.ceil(window.innerHeight - top)}px`);
  });
  observer.observe(foot);
  return () => observer.disconnect();
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
      <Button small kind="quiet" label={app.close} onPress={onGone}>
        ×
      </Button>
      {message.undo ? (
        <div className={styles['messageUndo']}>
          <Button
            small
            onPress={() => {
              message.undo?.();
              onGone();
            }}
          >
            {app.undo}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
