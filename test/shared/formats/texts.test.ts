import {
  offeredEncodings,
  type FormatName,
  type OfferedEncoding,
  type ParseProblemCode,
} from '@shared/formats';
import { formats as english } from '@shared/i18n/en/formats';
import { formats as dutch } from '@shared/i18n/nl/formats';
import { describe, expect, it } from 'vitest';

/** Fails to compile if a code, format or encoding has no words. */
const words: {
  readonly problems: Readonly<Record<ParseProblemCode, string>>;
  readonly names: Readonly<Record<FormatName, string>>;
  readonly encodings: Readonly<Record<OfferedEncoding, string>>;
} = english;

describe('words for formats, encodings and remarks', () => {
  it.each(Object.keys(words.problems))('%s is a sentence in both languages', (code) => {
    for (const catalogue of [english, dutch]) {
      const sentence = Object.entries(catalogue.problems).find(([key]) => key === code)?.[1];
      expect(sentence).toMatch(/^[A-Z].{20,}\.$/s);
    }
  });
  it('every offered encoding has a name', () => {
    for (const encoding of offeredEncodings) expect(words.encodings[encoding].length).toBeGreaterThan(3);
  });
});
