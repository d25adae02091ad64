import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import * as statistics from '../../../src/shared/statistics';

/** [function, arguments, value], computed with R 4.2.2 (pnorm, qnorm, pt, qt, pchisq, qchisq, pf, qf, pbeta, pgamma, phyper). */
const references = z
  .array(z.tuple([z.string(), z.array(z.number()), z.number()]))
  .parse(JSON.parse(readFileSync(new URL('../../golden/distributions.json', import.meta.url), 'utf8')));

const functions: { readonly [name: string]: (...args: number[]) => number } = {
  lnGamma: (x = Number.NaN) => statistics.lnGamma(x),
  normalCdf: (x = Number.NaN) => statistics.normalCdf(x),
  normalQuantile: (p = Number.NaN) => statistics.normalQuantile(p),
  tCdf: (t = Number.NaN, df = Number.NaN) => statistics.tCdf(t, df),
  tUpperTail: (t = Number.NaN, df = Number.NaN) => statistics.tUpperTail(t, df),
  tQuantile: (p = Number.NaN, df = Number.NaN) => statistics.tQuantile(p, df),
  chiSquareCdf: (x = Number.NaN, df = Number.NaN) => statistics.chiSquareCdf(x, df),
  chiSquareUpperTail: (x = Number.NaN, df = Number.NaN) => statistics.chiSquareUpperTail(x, df),
  chiSquareQuantile: (p = Number.NaN, df = Number.NaN) => statistics.chiSquareQuantile(p, df),
  fCdf: (f = Number.NaN, df1 = Number.NaN, df2 = Number.NaN) => statistics.fCdf(f, df1, df2),
  fUpperTail: (f = Number.NaN, df1 = Number.NaN, df2 = Number.NaN) => statistics.fUpperTail(f, df1, df2),
  fQuantile: (p = Number.NaN, df1 = Number.NaN, df2 = Number.NaN) => statistics.fQuantile(p, df1, df2),
  regularizedBeta: (x = Number.NaN, a = Number.NaN, b = Number.NaN) => statistics.regularizedBeta(x, a, b),
  regularizedGammaP: (a = Number.NaN, x = Number.NaN) => statistics.regularizedGammaP(a, x),
  hypergeometricCdf: (k = Number.NaN, population = Number.NaN, successes = Number.NaN, draws = Number.NaN) =>
    statistics.hypergeometricCdf(k, population, successes, draws),
};

/** Where a value passes through zero the digits that count are absolute. */
const absolute: { readonly [name: string]: number } = {
  lnGamma: 1e-14,
  tQuantile: 1e-15,
  normalQuantile: 1e-15,
};

describe('distributions against R', () => {
  for (const name of Object.keys(functions)) {
    it(`${name} agrees to eleven digits, tails included`, () => {
      const own = functions[name];
      const cases = references.filter(([fn]) => fn === name);
      expect(cases.length).toBeGreaterThan(9);
      for (const [, args, value] of cases) {
        const got = own?.(...args) ?? Number.NaN;
        const close = Math.abs(got - value) <= 1e-11 * Math.abs(value) + (absolute[name] ?? 1e-300);
        expect(close, `${name}(${args.join(', ')}) gave ${got}, R gives ${value}`).toBe(true);
      }
    });
  }

  it('has every reference covered', () => {
    expect(references.every(([fn]) => fn in functions)).toBe(true);
  });
});

describe('distributions at the edges', () => {
  it('answers 0, 1 and infinity where they belong', () => {
    expect(statistics.normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(statistics.normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
    expect(statistics.normalQuantile(0.5)).toBe(0);
    expect(statistics.chiSquareUpperTail(0, 3)).toBe(1);
    expect(statistics.chiSquareQuantile(0, 3)).toBe(0);
    expect(statistics.tUpperTail(1e200, 3)).toBe(0);
    expect(statistics.tQuantile(0.5, 4)).toBe(0);
  });

  it('refuses arguments outside the domain with NaN', () => {
    for (const got of [
      statistics.lnGamma(0),
      statistics.lnGamma(-1),
      statistics.normalQuantile(1.1),
      statistics.tQuantile(0.2, 0),
      statistics.chiSquareQuantile(-0.1, 2),
      statistics.hypergeometricCdf(1, 5, 9, 20),
    ]) {
      expect(got).toBeNaN();
    }
  });

  it('takes infinite degrees of freedom as the normal and chi-square limits', () => {
    expect(statistics.tQuantile(0.975, Number.POSITIVE_INFINITY)).toBe(statistics.normalQuantile(0.975));
    expect(statistics.fUpperTail(2, 3, Number.POSITIVE_INFINITY)).toBe(statistics.chiSquareUpperTail(6, 3));
  });
});
