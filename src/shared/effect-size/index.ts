export { answerEffectCases, type EffectAnswer } from './cases';
export { oriented } from './direction';
export type { Effect, EffectError, EffectErrorCode, EffectValues } from './effect';
export { nntFromG, type NntMethod } from './nnt';
export type { Field, FieldKind, Shape } from './shape';
export { computeEffect, effectShapes, shapeById } from './shapes';
export { approximateJ, exactJ } from './small-sample';
