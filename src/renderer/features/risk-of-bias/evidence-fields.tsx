import type { DocumentPlace } from '@shared/documents';
import { Button, TextField } from '../../ui-kit';
import { useTexts } from '../../app/app-context';
import styles from './risk-of-bias.module.css';

export type Evidence = {
  readonly support?: string | undefined;
  readonly quote?: string | undefined;
  readonly page?: string | undefined;
  readonly place?: DocumentPlace | undefined;
};

/** What an answer or judgement rests on: the reasoning, the words of the report, their page. */
export function EvidenceFields({
  about,
  evidence,
  onChange,
  onCommit,
  onGoTo,
  withSupport = true,
}: {
  /** The question or domain, for readers who cannot see which it is. */
  readonly about: string;
  readonly evidence: Evidence;
  readonly onChange: (change: Evidence) => void;
  readonly onCommit: () => void;
  /** Shows where the quote stands, if it was taken from a file. */
  readonly onGoTo?: ((place: DocumentPlace) => void) | undefined;
  readonly withSupport?: boolean;
}) {
  const { place } = evidence;
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
        onChange={(quote) => onChange({ quote, place: undefined })}
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
      {place && onGoTo ? (
        <Button small kind="quiet" label={`${about} ${words.showQuote}`} onPress={() => onGoTo(place)}>
          {words.showQuote}
        </Button>
      ) : null}
    </div>
  );
}
