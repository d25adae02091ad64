import type { SingleField } from './named-fields';

/** ";63(2):103640." with volume, issue and pages; every part but the volume may be missing. Quantifiers are bounded. */
const numbers =
  /[;\s](\d{1,6}[A-Za-z]{0,2})?(?:\(([^()]{1,40})\))?:\s?([A-Za-z]{0,6}\d[\w.-]{0,30}?)\.(?:\s|$)/;

/**
 * Volume, issue and pages of a source line of PubMed: "Eur J Med Genet. 2020 Feb;63(2):103640. doi: …". What the line does
 * not give is absent.
 */
export function readCitation(citation: string): { readonly [field in SingleField]?: string } {
  const found = numbers.exec(citation.slice(0, 500));
  if (found === null) return {};
  const [, volume, issue, pages] = found;
  return {
    ...(volume === undefined ? {} : { volume }),
    ...(issue === undefined ? {} : { issue }),
    ...(pages === undefined ? {} : { pages }),
  };
}
