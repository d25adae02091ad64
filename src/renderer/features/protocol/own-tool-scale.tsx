import { judgementSigns, type RatingTool } from '@shared/protocol';
import { Button, SelectField, TextField } from '../../ui-kit';
import { useTexts } from '../../app/app-context';
import styles from './protocol.module.css';

/** Judgements best first, and answers with the judgement each stands for. */
export function ToolScale({
  tool,
  onEdit,
}: {
  readonly tool: RatingTool;
  readonly onEdit: (change: Partial<RatingTool>) => void;
}) {
  const { tools: words, app } = useTexts();
  const { judgements, answers } = tool;
  const none = '';
  return (
    <>
      <div className={styles['fields']}>
        <span className={styles['hint']}>{words.judgements}</span>
        {judgements.map((judgement, index) => {
          const change = (to: Partial<typeof judgement>): void =>
            onEdit({ judgements: judgements.map((one, at) => (at === index ? { ...one, ...to } : one)) });
          return (
            <div key={judgement.id} className={styles['toolRow']}>
              <TextField
                label={`${words.judgement} ${index + 1}`}
                hideLabel
                value={judgement.label}
                onChange={(label) => change({ label })}
              />
              <SelectField
                label={`${words.sign} ${index + 1}`}
                hideLabel
                value={judgement.sign}
                choices={judgementSigns.map((value) => ({ value, label: words.signs[value] }))}
                onChange={(sign) => change({ sign })}
              />
              <Button
                small
                kind="quiet"
                label={`${app.remove}: ${judgement.label}`}
                disabled={judgements.length < 2}
                onPress={() => onEdit({ judgements: judgements.filter((_, at) => at !== index) })}
              >
                ×
              </Button>
            </div>
          );
        })}
        <div>
          <Button
            small
            kind="quiet"
            onPress={() =>
              onEdit({
                judgements: [
                  ...judgements,
                  {
                    id: freshCode(
                      'j',
                      judgements.map(({ id }) => id),
                    ),
                    label: words.judgement,
                    sign: 'critical',
                  },
                ],
              })
            }
          >
            + {words.addJudgement}
          </Button>
        </div>
      </div>
      <div className={styles['fields']}>
        <span className={styles['hint']}>{words.answers}</span>
        {answers.map((answer, index) => {
          const change = (to: Partial<typeof answer>): void =>
            onEdit({ answers: answers.map((one, at) => (at === index ? { ...one, ...to } : one)) });
          return (
            <div key={answer.code} className={styles['toolRow']}>
              <TextField
                label={`${words.answer} ${index + 1}`}
                hideLabel
                value={answer.label}
                onChange={(label) => change({ label })}
              />
              <SelectField
                label={`${words.standsFor} ${index + 1}`}
                hideLabel
                value={answer.judgement ?? none}
                choices={[
                  { value: none, label: words.standsForNothing },
                  ...judgements.map(({ id, label }) => ({ value: id, label })),
                ]}
                onChange={(judgement) => change({ judgement: judgement === none ? undefined : judgement })}
              />
              <Button
                small
                kind="quiet"
                label={`${app.remove}: ${answer.label}`}
                disabled={answers.length < 2}
                onPress={() => onEdit({ answers: answers.filter((_, at) => at !== index) })}
              >
                ×
              </Button>
            </div>
          );
        })}
        <div>
          <Button
            small
            kind="quiet"
            onPress={() =>
              onEdit({
                answers: [
                  ...answers,
                  {
                    code: freshCode(
                      'a',
                      answers.map(({ code }) => code),
                    ),
                    label: words.answer,
                  },
                ],
              })
            }
          >
            + {words.addAnswer}
          </Button>
        </div>
      </div>
    </>
  );
}

function freshCode(letter: string, taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(`${letter}${number}`)) number += 1;
  return `${letter}${number}`;
}
