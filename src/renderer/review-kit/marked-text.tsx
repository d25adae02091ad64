import { useMemo } from 'react';
import { z } from '@shared/kernel/schema';
import { currentProtocol } from '@shared/review';
import { highlighterOf, type Highlighter } from '@shared/screening';
import { useReview } from '../app/app-context';
import { useChoice } from '../app/use-choice';
import styles from './record-page.module.css';

const Shown = z.boolean();

/** Whether words are marked on this installation. */
export const useMarksShown = (): readonly [boolean, (shown: boolean) => void] =>
  useChoice('marks', Shown, true);

/** The highlighter of the protocol in force; undefined where it has no lists or the marks are off. */
export function useHighlighter(): Highlighter | undefined {
  const { state } = useReview();
  const [shown] = useMarksShown();
  const lists = currentProtocol(state)?.protocol.highlights;
  const highlighter = useMemo(() => (lists === undefined ? undefined : highlighterOf(lists)), [lists]);
  return shown ? highlighter : undefined;
}

/** A text with its words marked: for inclusion a solid line below, for exclusion a wavy one, each with its colour. */
export function MarkedText({
  text,
  highlighter,
}: {
  readonly text: string;
  readonly highlighter: Highlighter | undefined;
}) {
  if (highlighter === undefined) return text;
  return highlighter(text).map(({ text: piece, list }, index) =>
    list === undefined ? (
      piece
    ) : (
      <mark key={index} className={styles[list.kind]} title={list.label}>
        {piece}
      </mark>
    ),
  );
}
