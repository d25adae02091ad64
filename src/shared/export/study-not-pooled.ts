import { codedCharacteristics } from '../extraction';
import type { Protocol } from '../protocol';
import { notPoolable, type ReviewState, type Study } from '../review';
import type { PoolingSheet } from './pooling-sheet';

export type StudyNotPooled = NonNullable<PoolingSheet['notPoolable']>[number];

/** What the sheet says of an eligible study that cannot be pooled; undefined where nobody said it cannot. */
export function studyNotPooled(
  state: ReviewState,
  study: Study,
  label: string,
  protocol: Protocol,
): StudyNotPooled | undefined {
  const said = notPoolable(state, study);
  if (!said) return undefined;
  const content = state.finalExtractions.get(study.studyId)?.body.content;
  const armsAs = (role: 'intervention' | 'comparator'): string[] =>
    content?.arms.filter((arm) => arm.role === role).map((arm) => arm.label) ?? [];
  return {
    studyId: study.studyId,
    study: label,
    reason: said.body.reason ?? 'other',
    note: said.body.note,
    by: state.coders.get(said.authorId)?.name ?? said.authorId,
    at: said.at,
    characteristics: content ? codedCharacteristics(content.characteristics, protocol) : {},
    interventions: armsAs('intervention'),
    comparators: armsAs('comparator'),
    outcomes:
      content?.results.map(({ outcome, instrument, timepoint }) =>
        [outcome, instrument, timepoint.label].filter(Boolean).join(', '),
      ) ?? [],
  };
}
