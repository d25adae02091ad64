import { z } from '../kernel/schema';
import { DocumentPlace } from '../documents';
import { EventId, LocalId } from '../kernel';

const Place = {
  /** The coder's reasoning. */
  support: z.string().max(5_000).optional(),
  /** The words of the report it rests on, and where they stand. */
  quote: z.string().max(5_000).optional(),
  page: z.string().max(40).optional(),
  /** Where the quote was taken in the file. */
  place: DocumentPlace.optional(),
};

/** What one coder says about the risk of bias of one result or study: answers and judgements, stored apart. */
export const AssessmentContent = z.object({
  tool: z.string().max(80),
  variant: z.string().max(80).optional(),
  effect: z.enum(['assignment', 'adhering']).optional(),
  /** The study's design, by the protocol: it decided which tool. */
  design: LocalId.optional(),
  /** The protocol version it was begun under: a team's own tool is read as it was then. */
  protocol: EventId.optional(),
  /** A result is after all as its study: this assessment is set aside. */
  asStudy: z.boolean().optional(),
  /** RoB 2, adhering to intervention: the deviations the review looks at. */
  deviations: z.array(z.string().max(80)).optional(),
  answers: z.record(z.string().max(40), z.object({ answer: z.string().max(20), ...Place })),
  /** By domain id, and `overall`. */
  judgements: z.record(
    z.string().max(40),
    z.object({
      /** Empty while only its support or direction is there. */
      judgement: z.string().max(200),
      /** Why the judgement differs from what the tool proposes; where the tool has no rule, what it rests on. */
      reason: z.string().max(5_000).optional(),
      direction: z.string().max(40).optional(),
      quote: Place.quote,
      page: Place.page,
      place: Place.place,
    }),
  ),
});
export type AssessmentContent = z.infer<typeof AssessmentContent>;

/** Where bias, if any, points to; said by the coder, never computed. */
export const biasDirections = [
  'NA',
  'Favours experimental',
  'Favours comparator',
  'Towards null',
  'Away from null',
  'Unpredictable',
] as const;
export type BiasDirection = (typeof biasDirections)[number];
