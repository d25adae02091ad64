import { readFileSync } from 'node:fs';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** Export files of real programs with verified facts. They are other people's data and stay outside the repository. */
export const importFixtures = fileURLToPath(new URL('../../../../shared/fixtures/import/', import.meta.url));

/** Strict: a field that the list gains must be compared, not passed over. */
const gold = z.strictObject({
  index: z.number(),
  type: z.string().optional(),
  title: z.string().optional(),
  title_plain: z.string().optional(),
  authors: z.array(z.string()).optional(),
  authors_full: z.array(z.string()).optional(),
  /** Why authors are not compared. */
  authors_note: z.string().optional(),
  year: z.number().optional(),
  journal: z.string().optional(),
  journal_any: z.array(z.string()).optional(),
  doi: z.string().optional(),
  pmid: z.string().optional(),
  abstract: z.string().optional(),
  volume: z.string().optional(),
  issue: z.string().optional(),
  start_page: z.string().optional(),
  pages: z.string().optional(),
  accession: z.string().optional(),
});
export type Gold = z.infer<typeof gold>;

const fixture = z.object({
  file: z.string(),
  format: z.string(),
  encoding: z.string(),
  expect: z.strictObject({
    note: z.string().optional(),
    records: z.number(),
    min: z.number().optional(),
    max: z.number().optional(),
    warning: z.boolean().optional(),
    refuse: z.boolean().optional(),
    with_title: z.number().optional(),
    with_abstract: z.number().optional(),
    with_year: z.number().optional(),
    with_doi: z.number().optional(),
    with_authors: z.number().optional(),
  }),
  gold: z.array(gold).optional(),
});
export type Fixture = z.infer<typeof fixture>;

/** The listed files; none where the folder is absent, which the caller says. */
export function importFixtureIndex(): readonly Fixture[] {
  if (!existsSync(`${importFixtures}index.json`)) return [];
  const index: unknown = JSON.parse(readFileSync(`${importFixtures}index.json`, 'utf8'));
  return z.object({ files: z.array(fixture) }).parse(index).files;
}
