/** A short document of headings, paragraphs and tables, before any decision about Word, HTML or LaTeX. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly table: DocumentTable };

export type DocumentTable = {
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** Lines under the table. */
  readonly notes: readonly string[];
};

/** Numbers stand to the right, texts to the left. */
export type TableColumn = { readonly heading: string; readonly numeric?: boolean };

/** `under` rows belong to the row before them and stand in a little. */
export type TableRow = { readonly cells: readonly string[]; readonly under?: boolean };

export type DocumentMeta = { readonly title: string; readonly language: string };
