import { en, type MainTexts } from './en';
import { nl } from './nl';

export type { MainTexts } from './en';

/** The texts for a language of the system such as `nl-BE`; English where there is no other. */
export const textsFor = (locale: string): MainTexts => (/^nl\b/iu.test(locale) ? nl : en);
