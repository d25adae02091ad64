import { z } from '../kernel/schema';
import { LocalId } from '../kernel';

/** A list of words that are marked in titles and abstracts, for or against keeping a record. */
export const HighlightList = z.object({
  id: LocalId,
  label: z.string().min(1).max(500),
  kind: z.enum(['include', 'exclude']),
  /** The criterion the words speak for or against; absent where they are about the question as a whole. */
  criterionId: LocalId.optional(),
  /** Words and phrases; `*` stands for any letters. */
  words: z.array(z.string().max(200)).max(1_000),
  /** True: also inside longer words. Absent: whole words. */
  insideWords: z.boolean().optional(),
});
export type HighlightList = z.infer<typeof HighlightList>;

/** Words as a person lists them, one on each line; repeated and empty lines are left out. */
export const wordsOfLines = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim().slice(0, 200))
      .filter((line) => line !== ''),
  ),
];
