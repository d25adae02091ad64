export { at, dot, mean, sum, sumOver, sumsOfOthers, type Vector } from './vector';
export {
  betaTails,
  lnBeta,
  lnChoose,
  lnGamma,
  regularizedBeta,
  regularizedGammaP,
  regularizedGammaQ,
} from './gamma';
export { normalCdf, normalDensity, normalQuantile, normalUpperTail } from './normal';
export {
  chiSquareCdf,
  chiSquareQuantile,
  chiSquareUpperTail,
  fCdf,
  fQuantile,
  fUpperTail,
  normalTwoSidedP,
  tCdf,
  tQuantile,
  tTwoSidedP,
  tUpperTail,
} from './distributions';
export { hypergeometricCdf } from './hypergeometric';
export { kendall, kendallExactP, type KendallResult } from './kendall';
export {
  addScaled,
  apply,
  cholesky,
  choleskySolve,
  diagonal,
  entry,
  identity,
  inverseSymmetric,
  lnDeterminant,
  matrix,
  matrixOfRows,
  multiply,
  quadraticForm,
  scale,
  solve,
  trace,
  traceOfProduct,
  transpose,
  type Matrix,
} from './matrix';
export { symmetricEigen, symmetricPower, type SymmetricEigen } from './symmetric-eigen';
export { exactInterval, type ProportionInterval } from './proportion';
export { findRoot } from './root';
export { minimise, type Minimum } from './minimum';
