import { z } from '../kernel/schema';
import { correlation, firstOf, sizes, spreads } from './checks';
import { effectOf, type Effect, type EffectErrorCode } from './effect';
import { twoArmEffect } from './means';
import { varianceFormula } from './options';
import { count, number, shape, type Shape } from './shape';
import { approximateJ, exactJ } from './small-sample';
import { pooledSd } from './smd';

/** Scores before and after, of one arm or of two. */

type Course = {
  readonly meanPre: number;
  readonly sdPre: number;
  readonly meanPost: number;
  readonly sdPost: number;
  readonly n: number;
  /** Correlation of the scores before and after. */
  readonly r: number;
};

const courseFields = {
  meanPre: number,
  sdPre: number,
  meanPost: number,
  sdPost: number,
  n: count,
  r: number,
};

/** Cochrane Handbook 6.5.2.8. Rounding may leave a hair below zero. */
export const changeSd = (sdPre: number, sdPost: number, r: number): number =>
  Math.sqrt(Math.max(0, sdPre * sdPre + sdPost * sdPost - 2 * r * sdPre * sdPost));

const courseProblem = ({ sdPre, sdPost, n, r }: Course): EffectErrorCode | null =>
  firstOf(sizes(n), spreads(sdPre, sdPost), correlation(r));

const withinMeasures = ['SMCC', 'SMCR', 'SMCRH', 'MC'] as const;
type WithinMeasure = (typeof withinMeasures)[number];

/** One arm's change (Becker 1988; Morris 2000; Bonett 2008; as metafor escalc names them). */
function changeWithin(course: Course, measure: WithinMeasure): Effect | EffectErrorCode {
  const refused = courseProblem(course);
  if (refused) return refused;
  const { meanPre, sdPre, meanPost, sdPost, n, r } = course;
  const change = meanPost - meanPre;
  const sdChange = changeSd(sdPre, sdPost, r);
  if (measure === 'MC') return effectOf(change, (sdChange * sdChange) / n);
  const standardiser = measure === 'SMCC' ? sdChange : sdPre;
  if (standardiser === 0) return 'pooled-sd-zero';
  if (n - 1 < 2) return 'df-too-small';
  const J = exactJ(n - 1);
  const g = (J * change) / standardiser;
  switch (measure) {
    case 'SMCC':
      return effectOf(g, 1 / n + (g * g) / (2 * n));
    case 'SMCR':
      return effectOf(g, (2 * (1 - r)) / n + (g * g) / (2 * n));
    case 'SMCRH':
      return effectOf(
        g,
        J * J * ((sdChange * sdChange) / (sdPre * sdPre * (n - 1)) + (g * g) / (2 * (n - 1))),
      );
  }
}

const methods = [
  'dppc2-morris',
  'dppc2-metafor',
  'smcr-difference',
  'smcc-difference',
  'smcrh-difference',
  'change-md',
  'post-only',
] as const;

export const prePostShapes: readonly Shape[] = [
  shape({
    id: 'pre-post-control',
    family: 'pre-post',
    fields: {
      meanPreT: number,
      sdPreT: number,
      meanPostT: number,
      sdPostT: number,
      nT: count,
      meanPreC: number,
      sdPreC: number,
      meanPostC: number,
      sdPostC: number,
      nC: count,
      r: number.optional(),
      rT: number.optional(),
      rC: number.optional(),
    },
    options: { method: z.enum(methods).default('dppc2-morris'), varianceFormula },
    formula: 'g = c · ((postT − preT) − (postC − preC)) / sdPrePooled',
    source: 'Morris 2008, eq. 8 and 25; Becker 1988; Cochrane Handbook 6.5.2.8',
    compute(input, { method, varianceFormula: formula }) {
      const { meanPreT, sdPreT, meanPostT, sdPostT, nT, meanPreC, sdPreC, meanPostC, sdPostC, nC } = input;
      if (method === 'post-only') {
        return twoArmEffect(
          { meanT: meanPostT, sdT: sdPostT, nT, meanC: meanPostC, sdC: sdPostC, nC },
          { measure: 'SMD', varianceFormula: formula },
        );
      }
      const rT = input.rT ?? input.r;
      const rC = input.rC ?? input.r;
      if (rT === undefined || rC === undefined) return 'bad-input';
      const armT = { meanPre: meanPreT, sdPre: sdPreT, meanPost: meanPostT, sdPost: sdPostT, n: nT, r: rT };
      const armC = { meanPre: meanPreC, sdPre: sdPreC, meanPost: meanPostC, sdPost: sdPostC, n: nC, r: rC };
      const refused = firstOf(sizes(nT, nC), spreads(sdPreT, sdPostT, sdPreC, sdPostC), correlation(rT, rC));
      if (refused) return refused;
      switch (method) {
        case 'smcr-difference':
          return differenceOfChanges(armT, armC, 'SMCR');
        case 'smcc-difference':
          return differenceOfChanges(armT, armC, 'SMCC');
        case 'smcrh-difference':
          return differenceOfChanges(armT, armC, 'SMCRH');
        case 'change-md':
          return differenceOfChanges(armT, armC, 'MC');
        case 'dppc2-morris':
        case 'dppc2-metafor':
          // One correlation for both arms; with two, their mean weighted by n.
          return prePostControl(armT, armC, (rT * nT + rC * nC) / (nT + nC), method);
      }
    },
  }),
  shape({
    id: 'pre-post-single',
    family: 'pre-post',
    fields: courseFields,
    options: { measure: z.enum(withinMeasures).default('SMCC') },
    formula: 'g = J(n − 1) · (post − pre) / sdChange; SMCR and SMCRH divide by sdPre',
    source: 'Becker 1988; Morris 2000; metafor escalc(measure = "SMCC", "SMCR", "SMCRH", "MC")',
    compute: (course, { measure }) => changeWithin(course, measure),
  }),
  shape({
    id: 'pre-post-arm',
    family: 'tool',
    fields: courseFields,
    options: {},
    formula: 'sdChange = √(sdPre² + sdPost² − 2 r sdPre sdPost)',
    source: 'Cochrane Handbook 6.5.2.8',
    compute(course) {
      const refused = courseProblem(course);
      if (refused) return refused;
      const sdChange = changeSd(course.sdPre, course.sdPost, course.r);
      return {
        change: course.meanPost - course.meanPre,
        sdChange,
        seChange: sdChange / Math.sqrt(course.n),
      };
    },
  }),
  shape({
    id: 'correlation-from-sds',
    family: 'tool',
    fields: { sdPre: number, sdPost: number, sdChange: number },
    options: {},
    formula: 'r = (sdPre² + sdPost² − sdChange²) / (2 sdPre sdPost)',
    source: 'Cochrane Handbook 6.5.2.8',
    compute({ sdPre, sdPost, sdChange }) {
      const refused = spreads(sdPre, sdPost, sdChange);
      if (refused) return refused;
      if (sdPre === 0 || sdPost === 0) return 'pooled-sd-zero';
      const r = (sdPre * sdPre + sdPost * sdPost - sdChange * sdChange) / (2 * sdPre * sdPost);
      return correlation(r) ?? { r };
    },
  }),
];

function differenceOfChanges(armT: Course, armC: Course, measure: WithinMeasure) {
  const [effectT, effectC] = [changeWithin(armT, measure), changeWithin(armC, measure)];
  if (typeof effectT === 'string') return effectT;
  if (typeof effectC === 'string') return effectC;
  const { yi: yiT, vi: viT } = effectT;
  const { yi: yiC, vi: viC } = effectC;
  return { yiT, viT, yiC, viC, ...effectOf(yiT - yiC, viT + viC) };
}

function prePostControl(armT: Course, armC: Course, r: number, method: 'dppc2-morris' | 'dppc2-metafor') {
  const n = armT.n + armC.n;
  const m = n - 2;
  if (m < 2) return 'df-too-small';
  const sdPrePooled = pooledSd(armT.sdPre, armT.n, armC.sdPre, armC.n);
  if (sdPrePooled === 0) return 'pooled-sd-zero';
  const morris = method === 'dppc2-morris';
  // The variance of Morris divides by N - 4.
  if (morris && m < 3) return 'df-too-small';
  const J = morris ? approximateJ(m) : exactJ(m);
  const difference = armT.meanPost - armT.meanPre - (armC.meanPost - armC.meanPre);
  const g = (J * difference) / sdPrePooled;
  const base = 1 / armT.n + 1 / armC.n;
  // 2c²(1-r)A·(m/(m-2))·(1 + g²/(2(1-r)A)) - g², multiplied out so that r = 1 divides nothing by zero.
  const v = morris
    ? ((2 * J * J * (1 - r) * base + J * J * g * g) * m) / (m - 2) - g * g
    : 2 * (1 - r) * base + (g * g) / (2 * n);
  return { sdPrePooled, J, ...effectOf(g, v) };
}
