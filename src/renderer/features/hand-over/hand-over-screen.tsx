import { trialsIn } from '@shared/export';
import { EmptyState, NextStep } from '../../ui-kit';
import { useApp, useFormats, useTexts } from '../../app/app-context';
import { HeldBackNotice, HeldBackState, useCheckedSheet, useHeldBack } from '../../review-kit';
import { ChecksSection } from './checks-section';
import { FilesSection } from './files-section';
import { FrozenSection } from './frozen-section';
import styles from './hand-over.module.css';

/** What looks wrong, everything the next program needs as files, and the versions that went out. */
export function HandOverScreen() {
  const { results: words } = useTexts();
  const formats = useFormats();
  const { navigate } = useApp();
  const { sheet, alarms } = useCheckedSheet();
  const held = useHeldBack('full-text');
  if (sheet.rows.length === 0 && held) return <HeldBackState held={held} />;
  if (sheet.rows.length === 0 && (sheet.notPoolable ?? []).length === 0) {
    return (
      <EmptyState
        title={words.emptyTitle}
        action={
          <NextStep onPress={() => navigate({ at: 'review', screen: 'extraction' })}>
            {words.toExtraction}
          </NextStep>
        }
      >
        {words.emptyText}
      </EmptyState>
    );
  }
  return (
    <div className={styles['handOver']}>
      <header>
        <h1>{words.handOverTitle}</h1>
        <p className={styles['hint']}>
          {words.handOverIntro(
            formats.count(sheet.rows.length),
            formats.count(trialsIn(sheet.rows)),
            String(sheet.protocolVersion),
          )}
        </p>
      </header>
      {held ? <HeldBackNotice held={held} /> : null}
      <ChecksSection alarms={alarms} />
      <FilesSection />
      <FrozenSection sheet={sheet} />
    </div>
  );
}
