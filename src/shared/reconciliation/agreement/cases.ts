import { z } from '../../kernel/schema';
import { err, ok, type Result } from '../../kernel/result';
import { tableOfRatings, twoRaterAgreement } from './two-raters';

const Case = z.looseObject({ id: z.string(), kind: z.string() });
const Rating = z.union([z.string(), z.number()]).nullable();
const TwoRaters = z.looseObject({
  categories: z.array(z.union([z.string(), z.number()])),
  ordered: z.boolean().optional(),
  table: z.array(z.array(z.number())).optional(),
  ratings: z.array(z.array(Rating)).optional(),
});
const CasesFile = z.union([
  z.looseObject({ vectors: z.array(Case) }),
  z.looseObject({ cases: z.array(Case) }),
]);

export type AgreementAnswer =
  { readonly id: string; readonly got: unknown } | { readonly id: string; readonly error: string };

/** Answers a file of agreement cases in the layout of the reference vectors (`vectors` or `cases`). */
export function answerAgreementCases(
  file: unknown,
): Result<
  { readonly cases: readonly AgreementAnswer[] },
  { readonly code: 'not-a-cases-file'; readonly detail: string }
> {
  const parsed = CasesFile.safeParse(file);
  if (!parsed.success) return err({ code: 'not-a-cases-file', detail: z.prettifyError(parsed.error) });
  const { data } = parsed;
  const cases = z.array(Case).parse('vectors' in data ? data.vectors : data['cases']);
  return ok({ cases: cases.map(answerCase) });
}

function answerCase(one: z.infer<typeof Case>): AgreementAnswer {
  const { id, kind } = one;
  if (kind !== 'two-rater') return { id, error: 'not-supported' };
  const parsed = TwoRaters.safeParse(one);
  if (!parsed.success) return { id, error: 'bad-input' };
  const { ordered = false, table, ratings = [] } = parsed.data;
  if (table) return { id, got: twoRaterAgreement(table, ordered) };
  const categories = parsed.data.categories.map(String);
  const [first, second] = ratings.map((list) =>
    list.map((rating) => (rating === null ? null : String(rating))),
  );
  if (!first || !second) return { id, error: 'bad-input' };
  const counted = tableOfRatings(categories, first, second);
  return { id, got: { ...twoRaterAgreement(counted.table, ordered), ...counted } };
}
