import type { ReactNode } from 'react';
import styles from './controls.module.css';

export type Tone = 'neutral' | 'include' | 'exclude' | 'maybe' | 'accent';

const toneClass: { readonly [T in Tone]: string } = {
  neutral: '',
  include: 'badgeInclude',
  exclude: 'badgeExclude',
  maybe: 'badgeMaybe',
  accent: 'badgeAccent',
};

/** A short state: always a word, and for decisions a sign too, so that colour never stands alone. */
export function Badge({
  tone = 'neutral',
  children,
}: {
  readonly tone?: Tone;
  readonly children: ReactNode;
}) {
  return <span className={`${styles['badge']} ${styles[toneClass[tone]] ?? ''}`}>{children}</span>;
}

/** `value` of `total`; the caption says it in words. */
export function Progress({
  value,
  total,
  caption,
}: {
  readonly value: number;
  readonly total: number;
  readonly caption: string;
}) {
  const share = total === 0 ? 0 : Math.min(1, value / total);
  return (
    <div className={styles['progress']}>
      <div
        className={styles['track']}
        role="progressbar"
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={value}
        aria-label={caption}
      >
        <svg width="100%" height="6" preserveAspectRatio="none" viewBox="0 0 1000 6" aria-hidden="true">
          <rect width={share * 1000} height="6" fill="var(--accent)" />
        </svg>
      </div>
      <span className={`${styles['hint']} numeric`}>{caption}</span>
    </div>
  );
}

/** What a list shows when nothing is in it: what it is for and the next thing to do. */
export function EmptyState({
  title,
  children,
  action,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className={styles['empty']}>
      <h2>{title}</h2>
      <p>{children}</p>
      {action}
    </div>
  );
}

/** What stands where something is still being worked out. */
export function Loading({ children }: { readonly children: ReactNode }) {
  return (
    <p className={styles['loading']} role="status">
      {children}
    </p>
  );
}

export function Notice({
  tone = 'info',
  children,
  action,
}: {
  readonly tone?: 'info' | 'warn' | 'error';
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) {
  const extra = tone === 'warn' ? styles['noticeWarn'] : tone === 'error' ? styles['noticeError'] : '';
  return (
    <div className={`${styles['notice']} ${extra}`} role={tone === 'error' ? 'alert' : 'status'}>
      <div>{children}</div>
      {action}
    </div>
  );
}
