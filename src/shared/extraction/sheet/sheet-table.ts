/** A table before anything is known of it: of a text file, or a sheet of a workbook. */
export type SheetTable = {
  /** Empty for a workbook. */
  readonly delimiter: string;
  readonly rows: readonly (readonly string[])[];
};
