import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answerPoolingCases } from '../../../src/shared/pooling';

const pair = z.object({ abs: z.number(), rel: z.number() });
const reference = z.object({
  cases: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      expect: z.record(z.string(), z.unknown()),
      tolerance: pair.extend({ fields: z.record(z.string(), pair).default({}) }),
      source: z.string(),
    }),
  ),
});

type Tolerance = z.infer<typeof reference>['cases'][number]['tolerance'];

const goldenFile = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../golden/${name}`, import.meta.url), 'utf8'));

/** Every place where `got` is not `wanted`, numbers within tolerance, as sentences. */
function differences(
  got: unknown,
  wanted: unknown,
  path: readonly string[],
  tolerance: Tolerance,
): readonly string[] {
  const where = path.join('.');
  if (typeof wanted === 'number') {
    const field = path.findLast((part) => !/^\d+$/.test(part)) ?? '';
    const { abs, rel } = tolerance.fields[field] ?? tolerance;
    const close = typeof got === 'number' && Math.abs(got - wanted) <= abs + rel * Math.abs(wanted);
    return close ? [] : [`${where}: got ${String(got)}, expected ${wanted}`];
  }
  if (Array.isArray(wanted)) {
    if (!Array.isArray(got) || got.length !== wanted.length)
      return [`${where}: not a list of ${wanted.length}`];
    return wanted.flatMap((item, i) => differences(got[i], item, [...path, String(i)], tolerance));
  }
  if (typeof wanted === 'object' && wanted !== null) {
    if (typeof got !== 'object' || got === null)
      return [`${where}: got ${JSON.stringify(got)}, expected an object`];
    const members = new Map<string, unknown>(Object.entries(got));
    return Object.entries(wanted).flatMap(([name, value]) =>
      differences(members.get(name), value, [...path, name], tolerance),
    );
  }
  return got === wanted ? [] : [`${where}: got ${JSON.stringify(got)}, expected ${JSON.stringify(wanted)}`];
}

describe.each([
  { name: 'pooling.json', least: 166 },
  { name: 'pooling-unequal-weights.json', least: 5 },
  { name: 'pooling-invented-sets-metafor-3.8.json', least: 100 },
])('the reference cases of meta-analysis in $name', ({ name, least }) => {
  const file = goldenFile(name);
  const { cases } = reference.parse(file);
  const answered = answerPoolingCases(file);
  const answers = new Map(answered.ok ? answered.value.cases.map((answer) => [answer.id, answer]) : []);

  it('are all there and all answered', () => {
    expect(cases.length).toBeGreaterThanOrEqual(least);
    expect(answers.size).toBe(cases.length);
  });

  for (const one of cases) {
    it(`${one.id} (${one.kind}): ${one.source}`, () => {
      const answer = answers.get(one.id);
      if (typeof one.expect['error'] === 'string') {
        expect(answer).toEqual({ id: one.id, error: one.expect['error'] });
        return;
      }
      const got = answer && 'got' in answer ? answer.got : answer;
      expect(differences(got, one.expect, [], one.tolerance)).toEqual([]);
    });
  }
});
