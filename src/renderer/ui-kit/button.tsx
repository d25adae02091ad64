import type { ReactNode, Ref } from 'react';
import styles from './controls.module.css';

export type ButtonProps = {
  readonly children: ReactNode;
  readonly onPress: () => void;
  /** `close` looks primary and ends a dialog that confirms nothing: Enter in its fields does not press it. */
  readonly kind?: 'plain' | 'primary' | 'close' | 'quiet' | 'include' | 'exclude' | 'maybe';
  readonly small?: boolean;
  readonly disabled?: boolean;
  /** Printed on the control it presses, and announced. */
  readonly shortcut?: string;
  readonly pressed?: boolean;
  readonly label?: string;
  /** While the button waits for a key: what to do with the one pressed. Tab and Escape leave it. */
  readonly onKey?: (key: string) => void;
  readonly buttonRef?: Ref<HTMLButtonElement>;
};

export function Button({
  children,
  onPress,
  kind = 'plain',
  small = false,
  disabled = false,
  shortcut,
  pressed,
  label,
  onKey,
  buttonRef,
}: ButtonProps) {
  const look = kind === 'close' ? 'primary' : kind;
  const names = [styles['button'], look === 'plain' ? '' : styles[look], small ? styles['small'] : ''];
  return (
    <button
      ref={buttonRef}
      type="button"
      className={names.filter(Boolean).join(' ')}
      disabled={disabled}
      aria-pressed={pressed}
      aria-label={label}
      aria-keyshortcuts={shortcut === undefined ? undefined : announcedKey(shortcut)}
      data-primary={kind === 'primary' ? '' : undefined}
      onClick={onPress}
      onKeyDown={
        onKey === undefined
          ? undefined
          : (event) => {
              if (['Tab', 'Escape', 'Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return;
              event.preventDefault();
              event.stopPropagation();
              onKey(event.key);
            }
      }
    >
      {children}
      {shortcut === undefined ? null : <Kbd>{shortcut}</Kbd>}
    </button>
  );
}

/** A key as it is printed, in the names the standard has for keys. */
const announcedKey = (printed: string): string =>
  printed
    .split(' ')
    .map((key) => keyNames[key] ?? key)
    .join('+');

const keyNames: { readonly [printed: string]: string | undefined } = {
  Ctrl: 'Control',
  Esc: 'Escape',
  '↵': 'Enter',
  '←': 'ArrowLeft',
  '→': 'ArrowRight',
};

/** A key as it stands on the keyboard. */
export function Kbd({ children }: { readonly children: ReactNode }) {
  return (
    <kbd className={styles['kbd']} aria-hidden="true">
      {children}
    </kbd>
  );
}
