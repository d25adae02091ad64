import { riskOfBiasDot } from '@shared/figures';
import type { RatingTool, ToolJudgement } from '@shared/protocol';
import { SceneView } from '../../charts/scene-view';
import { useDark } from '../../app/use-dark';
import styles from './risk-of-bias.module.css';

/** The judgements of a domain, or of the overall where it has its own. */
export const judgementsFor = (tool: RatingTool, id: string): readonly ToolJudgement[] =>
  id === 'overall' ? (tool.overall.judgements ?? tool.judgements) : tool.judgements;

export const judgementWith = (tool: RatingTool, id: string, judgement: string): ToolJudgement | undefined =>
  judgementsFor(tool, id).find((candidate) => candidate.id === judgement);

/** A dot in the colours and signs of robvis; its meaning stands beside it in words, or is its name. */
export function JudgementDot({
  judgement,
  named = false,
}: {
  readonly judgement: ToolJudgement;
  readonly named?: boolean;
}) {
  const dark = useDark();
  const size = 18;
  return (
    <span className={styles['dot']} aria-hidden={named ? undefined : true}>
      <SceneView
        scene={{
          width: size,
          height: size,
          title: judgement.label,
          description: '',
          shapes: riskOfBiasDot(judgement.sign, size / 2, size / 2, size / 2 - 1),
        }}
        dark={dark}
      />
    </span>
  );
}

export function JudgementLabel({ judgement }: { readonly judgement: ToolJudgement }) {
  return (
    <span className={styles['mark']}>
      <JudgementDot judgement={judgement} />
      {judgement.label}
    </span>
  );
}
