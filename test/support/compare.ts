/** How the reference values are compared: |got - expected| <= abs + rel * |expected|; strings, booleans, null equal. */
export type Tolerance = {
  readonly abs: number;
  readonly rel: number;
  readonly fields?: { readonly [name: string]: { readonly abs: number; readonly rel: number } };
};

/** The paths at which `got` is not what is expected; empty when it is. Extra output is ignored. */
export function differences(
  expected: unknown,
  got: unknown,
  tolerance: Tolerance,
  path = '',
  name = '',
): string[] {
  if (typeof expected === 'number') {
    const { abs, rel } = tolerance.fields?.[name] ?? tolerance;
    const close = typeof got === 'number' && Math.abs(got - expected) <= abs + rel * Math.abs(expected);
    return close ? [] : [`${path}: expected ${expected}, got ${String(got)}`];
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(got) || got.length !== expected.length)
      return [`${path}: expected a list of ${expected.length}`];
    return expected.flatMap((entry, index) =>
      differences(entry, got[index], tolerance, `${path}[${index}]`, name),
    );
  }
  if (typeof expected === 'object' && expected !== null) {
    const inside: { readonly [key: string]: unknown } =
      typeof got === 'object' && got !== null ? Object.fromEntries(Object.entries(got)) : {};
    return Object.entries(expected).flatMap(([key, value]) =>
      differences(value, inside[key], tolerance, path === '' ? key : `${path}.${key}`, key),
    );
  }
  return Object.is(expected, got) ? [] : [`${path}: expected ${String(expected)}, got ${String(got)}`];
}
