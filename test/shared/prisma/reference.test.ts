import { describe, expect, it } from 'vitest';
import reference from '../../golden/prisma2020.json';
import { answerPrismaCases } from '@shared/prisma';

const answered = answerPrismaCases(reference);
const answers = new Map((answered.ok ? answered.value.cases : []).map((answer) => [answer.id, answer]));

describe('PRISMA 2020 reference examples', () => {
  for (const { id, kind, note, expect: wanted } of reference.examples) {
    it(`${id} ${kind}: ${note}`, () => {
      const answer = answers.get(id);
      const got: unknown = answer && 'got' in answer ? answer.got : answer;
      const { issues, ...rest } = { issues: [], ...wanted };
      expect(got).toMatchObject(rest);
      if (kind === 'ledger') {
        const found = got && typeof got === 'object' && 'issues' in got ? got.issues : [];
        expect(new Set((Array.isArray(found) ? found : []).map(sorted))).toEqual(new Set(issues.map(sorted)));
      }
    });
  }
});

const sorted = (issue: object): string => JSON.stringify(Object.entries(issue).sort());
