import * as english from './en';
import * as dutch from './nl';
import type { Language, Translated } from './text';

type Namespaces = typeof english;

/** All texts a person reads, by namespace. English is the type; Dutch must have every key. */
export type Catalogue = {
  readonly [N in keyof Namespaces]: N extends 'help' | 'findings' ? Namespaces[N] : Translated<Namespaces[N]>;
};

const catalogues: { readonly [L in Language]: Catalogue } = { en: english, nl: dutch };

/** The catalogue of a language. */
export const textsIn = (language: Language): Catalogue => catalogues[language];

export { languages, plural, type Language, type Translated } from './text';
