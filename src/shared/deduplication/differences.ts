import { fold } from './normal/text';

/** A stretch of a text; `differs` where the other text has something else. Capitals and accents alone are no difference. */
export type Stretch = { readonly text: string; readonly differs: boolean };

/** Longer texts are compared by their beginnings only; what follows is not marked. */
const mostTokens = 600;

/**
 * Two texts side by side, with what differs between them marked: the words only one of them has, and where a word stands
 * in the place of another, the letters between their common beginning and end.
 */
export function markDifferences(a: string, b: string): readonly [readonly Stretch[], readonly Stretch[]] {
  if (fold(a) === fold(b)) return [asOne(a), asOne(b)];
  const [tokensA, restA] = tokensOf(a);
  const [tokensB, restB] = tokensOf(b);
  const left: Stretch[] = [];
  const right: Stretch[] = [];
  let onlyA: string[] = [];
  let onlyB: string[] = [];
  const close = (): void => {
    const [markedA, markedB] = markReplaced(onlyA.join(''), onlyB.join(''));
    left.push(...markedA);
    right.push(...markedB);
    onlyA = [];
    onlyB = [];
  };
  for (const [tokenA, tokenB] of aligned(tokensA, tokensB)) {
    if (tokenA !== null && tokenB !== null) {
      close();
      left.push({ text: tokenA, differs: false });
      right.push({ text: tokenB, differs: false });
    } else if (tokenA !== null) onlyA.push(tokenA);
    else if (tokenB !== null) onlyB.push(tokenB);
  }
  close();
  left.push({ text: restA, differs: false });
  right.push({ text: restB, differs: false });
  return [merged(left), merged(right)];
}

const asOne = (text: string): Stretch[] => (text === '' ? [] : [{ text, differs: false }]);

/** Words, and what stands between them. */
function tokensOf(text: string): [tokens: string[], rest: string] {
  const tokens = text.match(/[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+/gu) ?? [];
  const kept = tokens.slice(0, mostTokens);
  return [kept, tokens.slice(mostTokens).join('')];
}

/** The longest common subsequence of tokens, as an alignment in order. */
function aligned(a: readonly string[], b: readonly string[]): [string | null, string | null][] {
  const foldedA = a.map(fold);
  const foldedB = b.map(fold);
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = a.length - 1; row >= 0; row -= 1) {
    for (let column = b.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        foldedA[row] === foldedB[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: [string | null, string | null][] = [];
  let row = 0;
  let column = 0;
  while (row < a.length || column < b.length) {
    if (row < a.length && column < b.length && foldedA[row] === foldedB[column]) {
      pairs.push([a[row] ?? '', b[column] ?? '']);
      row += 1;
      column += 1;
    } else if (column >= b.length || (row < a.length && at(row + 1, column) >= at(row, column + 1))) {
      pairs.push([a[row] ?? '', null]);
      row += 1;
    } else {
      pairs.push([null, b[column] ?? '']);
      column += 1;
    }
  }
  return pairs;
}

/** One stretch in the place of another: what both begin and end with is the same. */
function markReplaced(a: string, b: string): [Stretch[], Stretch[]] {
  if (a === '' || b === '') return [marked(a), marked(b)];
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end += 1;
  const parts = (text: string): Stretch[] => [
    ...asOne(text.slice(0, start)),
    ...marked(text.slice(start, text.length - end)),
    ...asOne(text.slice(text.length - end)),
  ];
  return [parts(a), parts(b)];
}

const marked = (text: string): Stretch[] => (text === '' ? [] : [{ text, differs: true }]);

function merged(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const stretch of stretches) {
    const last = result.at(-1);
    if (stretch.text === '') continue;
    if (last?.differs === stretch.differs)
      result[result.length - 1] = { text: last.text + stretch.text, differs: last.differs };
    else result.push(stretch);
  }
  return result;
}
