/** Adds values to a list one by one: `push(...values)` fails where there are more of them than a call takes arguments. */
export function appendAll<T>(list: T[], values: Iterable<T>): void {
  for (const value of values) list.push(value);
}
