import { demoCoders, planDemonstration, type DemoAuthor } from '@shared/demonstration';
import type { Language } from '@shared/i18n';
import { ok, type AuthorId, type EventId, type Result } from '@shared/kernel';
import type { Installation } from '../../app/installation';
import type { ReviewSession, WriteError } from '../../ledger/review-session';

/** Plays the invented review into a new one, through the same write path as everybody's work. */
export async function createDemonstration(
  installation: Installation,
  language: Language,
): Promise<Result<{ session: ReviewSession; authorId: AuthorId }, WriteError>> {
  const plan = planDemonstration(language);
  const made = await installation.createReview(
    {
      do: 'createReview',
      title: plan.title,
      templateId: 'peer-support',
      fictitious: true,
      protocol: plan.protocol,
    },
    demoCoders.lead,
  );
  if (!made.ok) return made;
  const { session, authorId } = made.value;
  const authors: { readonly [A in DemoAuthor]: AuthorId } = {
    lead: authorId,
    first: installation.newAuthorId(),
    second: installation.newAuthorId(),
  };
  for (const step of plan.steps) {
    if ('block' in step || 'file' in step) {
      const kept =
        'block' in step
          ? await session.keepRecordBlock(step.block)
          : await session.files.keep(new TextEncoder().encode(step.file));
      if (!kept.ok) return { ok: false, error: { kind: 'storage', error: kept.error } };
      continue;
    }
    const command =
      'command' in step
        ? step.command
        : plan.contentOf(step.settle, step.key, settledIds(session, step.settle, plan.studyOf(step.key)));
    const done = await session.dispatch(authors[step.by], command);
    if (!done.ok) return done;
  }
  return ok({ session, authorId });
}

function settledIds(
  session: ReviewSession,
  what: 'extraction' | 'assessment',
  studyId: ReturnType<ReturnType<typeof planDemonstration>['studyOf']>,
): EventId[] {
  const works =
    what === 'extraction' ? session.state.extractions.get(studyId) : session.state.assessments.get(studyId);
  return [...(works?.values() ?? [])].map((work) => work.eventId);
}
