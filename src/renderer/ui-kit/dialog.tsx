import { useEffect, useRef, type ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { onEnterInLine } from './keys';
import styles from './controls.module.css';

/**
 * A modal dialog: keeps focus inside, closes on Escape, gives focus back. Enter in one of its fields of one line does what
 * the dialog is for: it presses the primary button among its actions.
 */
export function Dialog({
  title,
  onClose,
  wide = false,
  children,
  actions,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly wide?: boolean;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}) {
  // A button that goes away when it was pressed leaves the focus nowhere: Escape must close all the same.
  useEffect(() => {
    const leave = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && event.target === document.body) onClose();
    };
    window.addEventListener('keydown', leave);
    return () => window.removeEventListener('keydown', leave);
  }, [onClose]);
  const ends = useRef<HTMLDivElement>(null);
  const pressPrimary = (): void =>
    ends.current?.querySelector<HTMLButtonElement>('button[data-primary]:enabled')?.click();
  return (
    <ModalOverlay
      isOpen
      isDismissable
      className={styles['overlay'] ?? ''}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={`${styles['modal']} ${wide ? styles['modalWide'] : ''}`}>
        <AriaDialog className={styles['dialog'] ?? ''}>
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          <div
            role="presentation"
            className={styles['dialogBody']}
            onKeyDown={(event) => onEnterInLine(event, pressPrimary)}
          >
            {children}
          </div>
          {actions === undefined ? null : (
            <div ref={ends} className={styles['actions']}>
              {actions}
            </div>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
