import type { Shape } from './scene';

/** A judgement as a figure shows it: a colour-blind safe colour and a sign. `some` is also moderate and unclear. */
export type RiskOfBiasSign = 'low' | 'some' | 'high' | 'critical' | 'no-information' | 'not-applicable';

export const riskOfBiasSigns: readonly RiskOfBiasSign[] = [
  'low',
  'some',
  'high',
  'critical',
  'no-information',
  'not-applicable',
];

/** A dot with its sign, drawn in strokes so that it is the same in every font; ? and ! are text. */
export function riskOfBiasDot(
  sign: RiskOfBiasSign,
  x: number,
  y: number,
  radius: number,
  about: { readonly mark?: string | undefined; readonly hint?: string | undefined } = {},
): readonly Shape[] {
  const dot: Shape = { kind: 'circle', role: sign, centre: { x, y }, radius, outline: 0.8, ...about };
  return [dot, ...signOf(sign, x, y, radius)];
}

function signOf(sign: RiskOfBiasSign, x: number, y: number, radius: number): readonly Shape[] {
  const reach = radius * 0.5;
  const stroke = (dx1: number, dy1: number, dx2: number, dy2: number): Shape => ({
    kind: 'line',
    role: 'sign',
    from: { x: x + dx1 * reach, y: y + dy1 * reach },
    to: { x: x + dx2 * reach, y: y + dy2 * reach },
    width: radius / 4.5,
  });
  const glyph = (text: string, role: 'sign' | 'sign-inverse'): Shape => ({
    kind: 'text',
    role,
    at: { x, y: y + radius * 0.5 },
    text,
    anchor: 'middle',
    size: radius * 1.45,
    weight: 'bold',
  });
  switch (sign) {
    case 'low':
      return [stroke(-1, 0, 1, 0), stroke(0, -1, 0, 1)];
    case 'some':
      return [stroke(-1, 0, 1, 0)];
    case 'high':
      return [stroke(-0.8, -0.8, 0.8, 0.8), stroke(-0.8, 0.8, 0.8, -0.8)];
    case 'critical':
      return [glyph('!', 'sign-inverse')];
    case 'no-information':
      return [glyph('?', 'sign')];
    case 'not-applicable':
      return [];
  }
}
