import { minimise } from '../statistics';
import {
  curvature,
  restrictedLikelihood,
  type Block,
  type Components,
  type Likelihood,
} from './multilevel-likelihood';

/** Where the restricted likelihood is highest. */
export type HighestLikelihood = { readonly components: Components; readonly likelihood: Likelihood };

/**
 * The highest restricted likelihood over both variances >= 0. Starts at the best of a grid, climbs by average
 * information steps that are halved until they gain, and then tries each variance alone over its whole range; while
 * that finds something higher, it climbs again. Each round gains, so it ends, and it cannot end on a slope.
 * `scale` is a variance no component can exceed by much (that of the effects); undefined when the covariance is not
 * positive definite even with components added.
 */
export function highestLikelihood(blocks: readonly Block[], scale: number): HighestLikelihood | undefined {
  const single = blocks.every((block) => block.y.length === 1);
  let best = bestOf(blocks, grid(scale));
  for (let round = 0; best !== undefined && round < 30; round++) {
    const climbed = climb(blocks, best, single);
    const tried = alongAxes(blocks, climbed, scale);
    const gained = tried.likelihood.logLik - climbed.likelihood.logLik;
    best = tried.likelihood.logLik > climbed.likelihood.logLik ? tried : climbed;
    if (!(gained > 1e-9)) return climbed;
  }
  return best;
}

/** Variances from nothing to four times the spread of the effects. */
function grid(scale: number): readonly Components[] {
  const values = [0, ...[0.001, 0.01, 0.05, 0.2, 0.6, 1.5, 4].map((share) => share * scale)];
  return values.flatMap((cluster) => values.map((effect) => ({ cluster, effect })));
}

function bestOf(blocks: readonly Block[], points: readonly Components[]): HighestLikelihood | undefined {
  let best: HighestLikelihood | undefined;
  for (const components of points) {
    const likelihood = restrictedLikelihood(blocks, components);
    if (
      likelihood &&
      Number.isFinite(likelihood.logLik) &&
      !(best && likelihood.logLik <= best.likelihood.logLik)
    ) {
      best = { components, likelihood };
    }
  }
  return best;
}

function climb(blocks: readonly Block[], start: HighestLikelihood, single: boolean): HighestLikelihood {
  let here = start;
  for (let round = 0; round < 200; round++) {
    const slope = curvature(blocks, here.components, here.likelihood.mean);
    if (slope === undefined) return here;
    const [dc, de] = stepOf(slope, here.components, single);
    const next = gain(blocks, here, dc, de);
    if (next === undefined) return here;
    const moved =
      Math.abs(next.components.cluster - here.components.cluster) +
      Math.abs(next.components.effect - here.components.effect);
    const size = next.components.cluster + next.components.effect;
    here = next;
    if (moved <= 1e-13 * size) return here;
  }
  return here;
}

/** The Newton step with the average information; a variance at 0 that wants to fall stays there. */
function stepOf(
  slope: NonNullable<ReturnType<typeof curvature>>,
  at: Components,
  single: boolean,
): readonly [number, number] {
  const [sc, se] = slope.score;
  const [cc, ce, ee] = slope.information;
  const fixedCluster = at.cluster === 0 && sc <= 0;
  // With one effect per cluster the two variances cannot be told apart: the cluster's stays as it is.
  const fixedEffect = (at.effect === 0 && se <= 0) || single;
  if (fixedCluster && fixedEffect) return [0, 0];
  if (fixedCluster) return [0, ee > 0 ? se / ee : 0];
  if (fixedEffect) return [cc > 0 ? sc / cc : 0, 0];
  const determinant = cc * ee - ce * ce;
  if (!(determinant > 1e-12 * cc * ee)) return [cc > 0 ? sc / cc : 0, ee > 0 ? se / ee : 0];
  return [(ee * sc - ce * se) / determinant, (cc * se - ce * sc) / determinant];
}

/** The first halving of a step that raises the likelihood, kept within variances >= 0. */
function gain(
  blocks: readonly Block[],
  from: HighestLikelihood,
  dc: number,
  de: number,
): HighestLikelihood | undefined {
  for (let share = 1; share > 1e-10; share /= 2) {
    const components = {
      cluster: Math.max(0, from.components.cluster + share * dc),
      effect: Math.max(0, from.components.effect + share * de),
    };
    const likelihood = restrictedLikelihood(blocks, components);
    if (likelihood && likelihood.logLik > from.likelihood.logLik) return { components, likelihood };
  }
  return undefined;
}

function alongAxes(blocks: readonly Block[], from: HighestLikelihood, scale: number): HighestLikelihood {
  const height = (components: Components): number =>
    -(restrictedLikelihood(blocks, components)?.logLik ?? Number.NEGATIVE_INFINITY);
  const high = 10 * scale + from.components.cluster + from.components.effect;
  const { cluster, effect } = from.components;
  const alongCluster = minimise((x) => height({ cluster: x, effect }), 0, high).x;
  const alongEffect = minimise((x) => height({ cluster, effect: x }), 0, high).x;
  return (
    bestOf(blocks, [
      { cluster: alongCluster, effect },
      { cluster, effect: alongEffect },
      { cluster: alongCluster, effect: alongEffect },
    ]) ?? from
  );
}
