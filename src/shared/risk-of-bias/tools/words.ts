import type { JudgementSign, RatingTool, ToolJudgement } from '../../protocol';

export type ToolLanguage = 'en' | 'nl';
/** A text in every language of the tools. */
export type Both = { readonly [L in ToolLanguage]: string };

const answerWords: { readonly [code: string]: Both } = {
  Y: { en: 'Yes', nl: 'Ja' },
  PY: { en: 'Probably yes', nl: 'Waarschijnlijk ja' },
  PN: { en: 'Probably no', nl: 'Waarschijnlijk nee' },
  N: { en: 'No', nl: 'Nee' },
  NI: { en: 'No information', nl: 'Geen informatie' },
  U: { en: 'Unclear', nl: 'Onduidelijk' },
  NAP: { en: 'Does not apply', nl: 'Niet van toepassing' },
};

const judgementWords: { readonly [id: string]: Both & { readonly sign: JudgementSign } } = {
  Low: { en: 'Low', nl: 'Laag', sign: 'low' },
  'Some concerns': { en: 'Some concerns', nl: 'Enige zorgen', sign: 'some' },
  Unclear: { en: 'Unclear', nl: 'Onduidelijk', sign: 'some' },
  Moderate: { en: 'Moderate', nl: 'Matig', sign: 'some' },
  High: { en: 'High', nl: 'Hoog', sign: 'high' },
  Serious: { en: 'Serious', nl: 'Ernstig', sign: 'high' },
  Critical: { en: 'Critical', nl: 'Kritiek', sign: 'critical' },
  'No information': { en: 'No information', nl: 'Geen informatie', sign: 'no-information' },
  'Not applicable': { en: 'Not applicable', nl: 'Niet van toepassing', sign: 'not-applicable' },
};

/** A choice of the known judgements, in words. Throws on one nobody has worded: a bug of a tool. */
export const ratingWords = (language: ToolLanguage, ids: readonly string[]): ToolJudgement[] =>
  ids.map((id) => {
    const words = judgementWords[id];
    if (!words) throw new Error(`No words for the judgement ${id}`);
    return { id, label: words[language], sign: words.sign };
  });

export const answersIn = (language: ToolLanguage, codes: readonly string[]): RatingTool['answers'] =>
  codes.map((code) => ({ code, label: answerWords[code]?.[language] ?? code }));

/** Yes to no in four steps, and no information: the answers of RoB 2 and ROBINS-I. */
export const answersYesNo = (language: ToolLanguage): RatingTool['answers'] =>
  answersIn(language, ['Y', 'PY', 'PN', 'N', 'NI']);

/** The sign of a judgement of the published tools; undefined for a word of a team's own. */
export const signOfJudgement = (id: string): JudgementSign | undefined => judgementWords[id]?.sign;
