import { TextField } from '../../ui-kit';
import { useTexts } from '../../app/app-context';
import styles from './risk-of-bias.module.css';

export type Evidence = {
  readonly support?: string | undefined;
  readonly quote?: string | undefined;
  readonly page?: string | undefined;
};

/** What an answer or judgement rests on: the reasoning, the words of the report, their page. */
export function EvidenceFields({
  about,
  evidence,
  onChange,
  onCommit,
  withSupport = true,
}: {
  /** The question or domain, for readers who cannot see which it is. */
  readonly about: string;
  readonly evidence: Evidence;
  readonly onChange: (change: Evidence) => void;
  readonly onCommit: () => void;
  readonly withSupport?: boolean;
}) {
  const { bias: words } = useTexts();
  return (
    <div className={styles['evidence']} data-support={withSupport}>
      {withSupport ? (
        <TextField
          label={`${about} ${words.support}`}
          hideLabel
          placeholder={words.support}
          value={evidence.support ?? ''}
          onChange={(support) => onChange({ support })}
          onCommit={onCommit}
        />
      ) : null}
      <TextField
        label={`${about} ${words.quote}`}
        hideLabel
        placeholder={words.quote}
        value={evidence.quote ?? ''}
        onChange={(quote) => onChange({ quote })}
        onCommit={onCommit}
      />
      <TextField
        label={`${about} ${words.page}`}
        hideLabel
        placeholder={words.page}
        value={evidence.page ?? ''}
        onChange={(page) => onChange({ page })}
        onCommit={onCommit}
      />
    </div>
  );
}
