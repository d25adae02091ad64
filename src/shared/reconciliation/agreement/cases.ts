import { z } from '../../kernel/schema';
import { err, ok, type Result } from '../../kernel/result';
import { intraclassCorrelation } from './intraclass';
import { pairedValues } from './paired-values';
import { severalRaterAgreement } from './several-raters';
import { countsOfRatings, tableOfRatings } from './table-of-ratings';
import { twoRaterAgreement } from './two-raters';

const Case = z.looseObject({ id: z.string(), kind: z.string() });
const Category = z.union([z.string(), z.number()]);
const Ratings = z.array(z.array(Category.nullable()));
const TwoRaters = z.looseObject({
  categories: z.array(Category),
  ordered: z.boolean().default(false),
  table: z.array(z.array(z.number().int().min(0))).optional(),
  ratings: Ratings.optional(),
});
const SeveralRaters = z.looseObject({
  categories: z.array(Category),
  ordered: z.boolean().default(false),
  counts: z.array(z.array(z.number().int().min(0))).optional(),
  ratings: Ratings.optional(),
});
const Continuous = z.looseObject({
  ratings: z.array(z.array(z.number().nullable())).min(2),
  absTolerance: z.number().min(0).default(0),
  relTolerance: z.number().min(0).default(0),
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
  const { id } = one;
  const answerer = answerers.get(one.kind);
  if (answerer === undefined) return { id, error: 'not-supported' };
  const got = answerer(one);
  return got === null ? { id, error: 'bad-input' } : { id, got };
}

/** null: the case does not have the form of its kind. */
const answerers: ReadonlyMap<string, (one: unknown) => unknown> = new Map([
  ['two-rater', twoRaters],
  ['multi-rater', severalRaters],
  ['continuous', continuous],
]);

function twoRaters(one: unknown): unknown {
  const parsed = TwoRaters.safeParse(one);
  if (!parsed.success) return null;
  const { categories, ordered, table, ratings = [] } = parsed.data;
  if (table) return twoRaterAgreement(table, ordered);
  const [first, second] = texts(ratings);
  if (!first || !second) return null;
  const counted = tableOfRatings(categories.map(String), first, second);
  return { ...twoRaterAgreement(counted.table, ordered), ...counted };
}

function severalRaters(one: unknown): unknown {
  const parsed = SeveralRaters.safeParse(one);
  if (!parsed.success) return null;
  const { categories, ordered, counts, ratings = [] } = parsed.data;
  const values = categories.filter((category) => typeof category === 'number');
  return severalRaterAgreement(counts ?? countsOfRatings(categories.map(String), texts(ratings)), {
    ordered,
    ...(values.length === categories.length ? { values } : {}),
  });
}

function continuous(one: unknown): unknown {
  const parsed = Continuous.safeParse(one);
  if (!parsed.success) return null;
  const { ratings, absTolerance, relTolerance } = parsed.data;
  const rows = (ratings[0] ?? [])
    .map((_, item) => ratings.map((list) => list[item] ?? null))
    .filter((row): row is number[] => row.every((value) => value !== null));
  const pairs = rows.map(([a = 0, b = 0]) => [a, b] as const);
  return {
    icc: intraclassCorrelation(rows),
    ...(ratings.length === 2
      ? { pair: pairedValues(pairs, { absolute: absTolerance, relative: relTolerance }) }
      : {}),
  };
}

const texts = (ratings: z.infer<typeof Ratings>): (string | null)[][] =>
  ratings.map((list) => list.map((rating) => (rating === null ? null : String(rating))));
