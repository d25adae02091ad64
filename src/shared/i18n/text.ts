/** The shape of a catalogue in another language: the same keys, the same arguments, other words. */
export type Translated<Catalogue> = {
  readonly [Key in keyof Catalogue]: Catalogue[Key] extends string
    ? string
    : Catalogue[Key] extends (...args: infer Args) => string
      ? (...args: Args) => string
      : Translated<Catalogue[Key]>;
};

export const languages = ['en', 'nl'] as const;
export type Language = (typeof languages)[number];

/**
 * The word form for a count: English and Dutch both have one and other (also for none). The count is a number, or a
 * number as it was written for people already.
 */
export const plural = (count: number | string, one: string, other: string): string =>
  String(count) === '1' ? one : other;

/** A count with the word form that belongs to it. */
export const counted = (count: number | string, one: string, other: string): string =>
  `${count} ${plural(count, one, other)}`;
