import { describe, expect, it } from 'vitest';
import golden from '../../golden/events/bodies-v1.json';
import { languages, textsIn } from '@shared/i18n';
import { EventBody, eventInWords, eventKinds } from '@shared/review';

const bodies = Object.values(golden).map((body) => EventBody.parse(body));

describe('the history in words', () => {
  it.each(languages)('has a sentence of its own for every kind of event (%s)', (language) => {
    const words = textsIn(language).history;
    const sentences = new Map(
      bodies.map((body) => [body.kind, eventInWords(body, words, (author) => `<${author}>`)]),
    );
    expect([...sentences.keys()].sort()).toEqual([...eventKinds].sort());
    for (const [kind, sentence] of sentences) {
      expect(sentence.length, kind).toBeGreaterThan(8);
      expect(sentence, kind).not.toContain(kind);
      expect(sentence, kind).not.toMatch(/undefined|\[object|NaN/u);
    }
    // No two kinds read the same.
    expect(new Set(sentences.values()).size).toBe(sentences.size);
  });

  it('is another sentence in each language', () => {
    for (const body of bodies) {
      const [first, second] = languages.map((language) =>
        eventInWords(body, textsIn(language).history, (author) => author),
      );
      expect(first, body.kind).not.toBe(second);
    }
  });
});
