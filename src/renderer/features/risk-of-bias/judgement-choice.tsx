import type { DocumentPlace } from '@shared/documents';
import type { RatingTool } from '@shared/protocol';
import { biasDirections, type AssessmentContent, type Judged } from '@shared/risk-of-bias';
import { Segments, SelectField, TextField, whenReachedByKey } from '../../ui-kit';
import { useTexts } from '../../app/app-context';
import { EvidenceFields } from './evidence-fields';
import type { ChangeAssessment } from './assessment-form';
import { judgementsFor, judgementWith } from './judgement-mark';
import styles from './risk-of-bias.module.css';

/** The tool's proposal and, apart from it, the coder's judgement: another one needs a reason. */
export function JudgementChoice({
  id,
  tool,
  judged,
  content,
  onChange,
  onCurrent,
  onGoTo,
}: {
  readonly id: string;
  readonly tool: RatingTool;
  readonly judged: Judged;
  readonly content: AssessmentContent;
  readonly onChange: ChangeAssessment;
  /** The judgement is in hand: words taken from the report are for it. */
  readonly onCurrent: (id: string) => void;
  readonly onGoTo: ((place: DocumentPlace) => void) | undefined;
}) {
  const { bias: words } = useTexts();
  const { suggested, gap, judgement, needsReason } = judged;
  const given = content.judgements[id];
  const edit = (change: Partial<AssessmentContent['judgements'][string]>, save: boolean): void =>
    onChange(
      {
        ...content,
        judgements: { ...content.judgements, [id]: { judgement: suggested ?? '', ...given, ...change } },
      },
      save,
    );
  const commit = (): void => onChange(content, true);
  const differs = judgement !== null && suggested !== null && judgement !== suggested;
  const supported =
    suggested === null && (tool.supportRequired === true || id !== 'overall' || gap === 'left-to-rater');
  return (
    <div className={styles['judgement']} data-judgement={id} onFocus={whenReachedByKey(() => onCurrent(id))}>
      <span className={styles['hint']}>
        {suggested === null
          ? words.noProposal[gap ?? 'open']
          : `${words.proposal}: ${judgementWith(tool, id, suggested)?.label ?? suggested}`}
      </span>
      <Segments
        label={words.yours}
        value={judgement ?? suggested}
        choices={judgementsFor(tool, id).map((one) => ({ value: one.id, label: one.label }))}
        onChange={(value) => {
          onCurrent(id);
          edit({ judgement: value }, true);
        }}
      />
      {tool.directions && judged.standing !== null ? (
        <SelectField
          label={words.direction}
          hideLabel
          value={biasDirections.find((one) => one === given?.direction) ?? 'NA'}
          choices={biasDirections.map((value) => ({ value, label: words.directions[value] }))}
          onChange={(direction) => edit({ direction }, true)}
        />
      ) : null}
      {differs || (supported && judgement !== null) || given?.quote ? (
        <div className={styles['reason']}>
          <TextField
            label={differs ? words.reasonFor : words.restsOn}
            value={given?.reason ?? ''}
            {...(needsReason ? { error: differs ? words.reasonNeeded : words.supportNeeded } : {})}
            onChange={(reason) => edit({ reason }, false)}
            onCommit={commit}
          />
          <EvidenceFields
            about={id}
            withSupport={false}
            evidence={given ?? {}}
            onGoTo={onGoTo}
            onChange={(change) =>
              edit(
                'quote' in change ? { quote: change.quote, place: undefined } : { page: change.page },
                false,
              )
            }
            onCommit={commit}
          />
        </div>
      ) : null}
    </div>
  );
}
