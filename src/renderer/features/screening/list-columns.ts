import { z } from '@shared/kernel/schema';
import type { ListColumn } from '@shared/screening';
import { useChoice } from '../../app/use-choice';

/** The columns of the list, as they stand from left to right. */
export const listColumns = [
  'vote',
  'title',
  'authors',
  'year',
  'journal',
  'source',
  'labels',
  'note',
  'others',
] as const satisfies readonly ListColumn[];

const Shown = z.array(z.enum(listColumns));
const usual: readonly ListColumn[] = ['vote', 'title', 'authors', 'year', 'source'];

export type ShownColumns = {
  readonly shown: readonly ListColumn[];
  readonly show: (column: ListColumn, shown: boolean) => void;
};

/** Which columns this installation shows; the title always. */
export function useShownColumns(): ShownColumns {
  const [chosen, choose] = useChoice<readonly ListColumn[]>('screening columns', Shown, usual);
  const shown = listColumns.filter((column) => column === 'title' || chosen.includes(column));
  return {
    shown,
    show: (column, on) => choose(on ? [...shown, column] : shown.filter((other) => other !== column)),
  };
}

const widths: { readonly [C in ListColumn]: string } = {
  vote: '104px',
  title: 'minmax(200px, 4fr)',
  authors: 'minmax(90px, 1fr)',
  year: '44px',
  journal: 'minmax(90px, 1fr)',
  source: 'minmax(86px, 0.8fr)',
  labels: 'minmax(90px, 1fr)',
  note: 'minmax(90px, 1fr)',
  others: '80px',
};

export const gridOf = (shown: readonly ListColumn[]): string =>
  shown.map((column) => widths[column]).join(' ');
