/** Closes a switch over a union: a new member that nobody handles fails to compile, and at run time says so. */
export function assertNever(value: never, what = 'value'): never {
  throw new Error(`Unhandled ${what}: ${JSON.stringify(value)}`);
}
