import type { Assessed } from './assessment';
import type { AssessmentContent } from './assessment-content';

/** Where two coders' assessments of one target differ: questions by their counting answers, domains and overall. */
export type AssessmentDifference = {
  readonly about: 'question' | 'domain';
  /** Question or domain id, or `overall`. */
  readonly id: string;
  readonly first: string | null;
  readonly second: string | null;
};

/** Both read with the same tool; what only one tool has cannot be compared and is left out. */
export function compareAssessments(first: Assessed, second: Assessed): AssessmentDifference[] {
  const differences: AssessmentDifference[] = [];
  const differ = (
    about: AssessmentDifference['about'],
    id: string,
    a: string | null,
    b: string | null,
  ): void => {
    if (a !== b) differences.push({ about, id, first: a, second: b });
  };
  for (const left of first.domains) {
    const right = second.domains.find(({ domain }) => domain.id === left.domain.id);
    if (!right) continue;
    for (const { id } of left.domain.questions)
      differ('question', id, left.evaluation.normalised[id] ?? null, right.evaluation.normalised[id] ?? null);
    if (!first.tool.byAnswer) differ('domain', left.domain.id, left.standing, right.standing);
  }
  differ('domain', 'overall', first.overall.standing, second.overall.standing);
  return differences;
}

/** Whose entry is taken, or the answer or judgement both agree on instead. */
export type Settled = 'first' | 'second' | { readonly other: string };

/** The line of a difference, for maps. */
export const lineOf = ({ about, id }: Pick<AssessmentDifference, 'about' | 'id'>): string => `${about} ${id}`;

type Work = { readonly content: AssessmentContent; readonly assessed: Assessed };

/**
 * The first coder's assessment with the second's entries where those were chosen. Every judgement both hold, or that was
 * chosen, is written down: it stands even where the answers that were settled would now propose another.
 * @param reason what is noted where a judgement was settled and neither coder gave a reason
 */
export function mergedAssessment(
  first: Work,
  second: Work,
  choices: { readonly [line: string]: Settled | undefined },
  reason: string,
): AssessmentContent {
  const answers = { ...first.content.answers };
  const judgements: AssessmentContent['judgements'] = { ...settledContent(first, reason).judgements };
  const ofSecond = settledContent(second, reason).judgements;
  for (const { about, id } of compareAssessments(first.assessed, second.assessed)) {
    const choice = choices[lineOf({ about, id })];
    if (typeof choice === 'object') {
      if (about === 'question') answers[id] = { ...answers[id], answer: choice.other };
      else judgements[id] = { ...judgements[id], reason, judgement: choice.other };
    }
    if (choice !== 'second') continue;
    const answer = second.content.answers[id];
    const judgement = ofSecond[id];
    if (about === 'question' && answer) answers[id] = answer;
    else if (about === 'question') delete answers[id];
    else if (judgement) judgements[id] = judgement;
    else delete judgements[id];
  }
  return { ...first.content, answers, judgements };
}

/** One coder's assessment as it becomes final: every judgement that counts written down, with the coder's reason if any. */
export function settledContent({ content, assessed }: Work, reason: string): AssessmentContent {
  const judgements = { ...content.judgements };
  const keep = (id: string, standing: string | null): void => {
    const given = judgements[id];
    if (standing !== null) judgements[id] = { reason, ...given, judgement: standing };
  };
  for (const { domain, standing } of assessed.domains) keep(domain.id, standing);
  keep('overall', assessed.overall.standing);
  return { ...content, judgements };
}
