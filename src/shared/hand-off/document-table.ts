/** A table for a paper, before it is Word, HTML or CSV. */
export type DocumentTable = {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What signs and abbreviations mean; one line each. */
  readonly notes: readonly string[];
};

/** Text as the content of an XML or HTML element or attribute; characters XML cannot hold are left out. */
export const escapeXml = (text: string): string =>
  text
    // eslint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
