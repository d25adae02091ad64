import type { Vote } from '@shared/screening';
import { Badge, type Tone } from '../ui-kit';
import { useTexts } from '../app/app-context';

const voteTone: { readonly [V in Vote]: Tone } = {
  include: 'include',
  exclude: 'exclude',
  maybe: 'maybe',
};
const voteSign: { readonly [V in Vote]: string } = { include: '✓', exclude: '✕', maybe: '?' };

/** A vote as colour, sign and word, with its reason. */
export function VoteBadge({ vote, reason }: { readonly vote: Vote; readonly reason?: string }) {
  const { screening } = useTexts();
  return (
    <Badge tone={voteTone[vote]}>
      <span aria-hidden="true">{voteSign[vote]}</span> {screening[vote]}
      {reason === undefined ? '' : `: ${reason}`}
    </Badge>
  );
}
