import { z } from '../kernel/schema';

/** Where a report may be looked for in the person's browser, and what names it there. */
export const PlaceToLook = z.discriminatedUnion('at', [
  z.object({ at: z.literal('pubmed'), pmid: z.string().regex(/^\d{1,8}$/u) }),
  z.object({ at: z.literal('pmc'), pmcid: z.string().regex(/^PMC\d{1,9}$/u) }),
  z.object({
    at: z.literal('unpaywall'),
    doi: z
      .string()
      .max(1_000)
      .regex(/^10\.\d{4,9}\/\S+$/u),
  }),
  z.object({ at: z.literal('europe-pmc'), words: z.string().min(1).max(400) }),
  z.object({ at: z.literal('scholar'), words: z.string().min(1).max(400) }),
]);
export type PlaceToLook = z.infer<typeof PlaceToLook>;

/** The address of a place. The hosts are written here and nowhere else; what the window says only fills the blanks. */
export function addressOf(place: PlaceToLook): string {
  switch (place.at) {
    case 'pubmed':
      return `https://pubmed.ncbi.nlm.nih.gov/${place.pmid}/`;
    case 'pmc':
      return `https://www.ncbi.nlm.nih.gov/pmc/articles/${place.pmcid}/`;
    case 'unpaywall':
      return `https://unpaywall.org/${place.doi.split('/').map(encodeURIComponent).join('/')}`;
    case 'europe-pmc':
      return `https://europepmc.org/search?query=${encodeURIComponent(place.words)}`;
    case 'scholar':
      return `https://scholar.google.com/scholar?q=${encodeURIComponent(place.words)}`;
  }
}
