import { SelectField, TextField } from '../../ui-kit';
import { useReview, useTexts } from '../../app/app-context';
import { PartList, type EditorProps } from './part-list';
import styles from './protocol.module.css';

export function CriteriaEditor({ protocol, onEdit }: EditorProps) {
  const { protocol: words } = useTexts();
  return (
    <PartList
      title={words.parts.criteria}
      hint={words.criteriaHint}
      entries={protocol.criteria}
      addLabel={words.addCriterion}
      onChange={(criteria) => onEdit({ criteria })}
      make={(id) => ({
        id,
        label: words.newCriterion,
        question: '',
        guidance: { yes: '', no: '', unclear: '' },
      })}
    >
      {(criterion, change) => (
        <>
          <TextField
            label={words.criterionLabel}
            value={criterion.label}
            onChange={(label) => change({ label })}
          />
          <TextField
            label={words.criterionQuestion}
            value={criterion.question}
            onChange={(question) => change({ question })}
          />
          <div className={styles['three']}>
            <TextField
              label={words.guidanceYes}
              rows={4}
              value={criterion.guidance.yes}
              onChange={(yes) => change({ guidance: { ...criterion.guidance, yes } })}
            />
            <TextField
              label={words.guidanceNo}
              rows={4}
              value={criterion.guidance.no}
              onChange={(no) => change({ guidance: { ...criterion.guidance, no } })}
            />
            <TextField
              label={words.guidanceUnclear}
              rows={4}
              value={criterion.guidance.unclear}
              onChange={(unclear) => change({ guidance: { ...criterion.guidance, unclear } })}
            />
          </div>
        </>
      )}
    </PartList>
  );
}

/** Reasons that were saved once may stand in votes: they are not taken out but renamed, or merged into another. */
export function ReasonsEditor({ protocol, onEdit }: EditorProps) {
  const { protocol: words } = useTexts();
  const { state } = useReview();
  const saved = new Set(
    state.protocolVersions.flatMap((version) => version.protocol.exclusionReasons.map(({ id }) => id)),
  );
  return (
    <PartList
      title={words.parts.exclusionReasons}
      hint={words.reasonsHint}
      entries={protocol.exclusionReasons}
      addLabel={words.addReason}
      onChange={(exclusionReasons) => onEdit({ exclusionReasons })}
      make={(id) => ({ id, label: words.newReason })}
      mayRemove={(reason) => !saved.has(reason.id)}
    >
      {(reason, change) => (
        <div className={styles['three']}>
          <TextField label={words.reasonLabel} value={reason.label} onChange={(label) => change({ label })} />
          <SelectField
            label={words.reasonCriterion}
            value={reason.criterionId ?? ''}
            choices={[
              { value: '', label: words.noCriterion },
              ...protocol.criteria.map((criterion) => ({ value: criterion.id, label: criterion.label })),
            ]}
            onChange={(criterionId) => change({ criterionId: criterionId === '' ? undefined : criterionId })}
          />
          <SelectField
            label={words.mergedInto}
            value={reason.mergedInto ?? ''}
            choices={[
              { value: '', label: words.notMerged },
              ...protocol.exclusionReasons
                .filter((other) => other.id !== reason.id && other.mergedInto === undefined)
                .map((other) => ({ value: other.id as string, label: other.label })),
            ]}
            onChange={(into) => change({ mergedInto: into === '' ? undefined : into })}
          />
        </div>
      )}
    </PartList>
  );
}
