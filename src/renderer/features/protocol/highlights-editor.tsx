import { useCallback } from 'react';
import { wordsOfLines, type HighlightList } from '@shared/protocol';
import { rankedText } from '@shared/ranking';
import { screeningContext } from '@shared/review';
import { highlighterOf, readingOf, suggestWords, type WordSuggestion } from '@shared/screening';
import type { RecordId } from '@shared/kernel';
import { Button, Checkbox, SelectField, TextField } from '../../ui-kit';
import { useFormats, useReview, useTexts } from '../../app/app-context';
import { useWork } from '../../long-work/use-work';
import { PartList, type EditorProps } from './part-list';
import styles from './protocol.module.css';

/** Lists of words to mark, with suggestions from what this person kept. */
export function HighlightsEditor({ protocol, onEdit }: EditorProps) {
  const { protocol: words } = useTexts();
  const lists = protocol.highlights ?? noLists;
  const suggestions = useSuggestions(lists);
  return (
    <PartList<HighlightList>
      title={words.parts.highlights}
      hint={words.highlightsHint}
      entries={lists}
      addLabel={words.addHighlight}
      onChange={(highlights) => onEdit({ highlights })}
      make={(id) => ({ id, label: words.newHighlight, kind: 'include', words: [] })}
    >
      {(list, change) => (
        <>
          <div className={styles['three']}>
            <TextField
              label={words.highlightName}
              value={list.label}
              onChange={(label) => change({ label })}
            />
            <SelectField
              label={words.highlightKind}
              value={list.kind}
              choices={[
                { value: 'include', label: words.highlightKinds.include },
                { value: 'exclude', label: words.highlightKinds.exclude },
              ]}
              onChange={(kind) => change({ kind })}
            />
            <SelectField
              label={words.highlightCriterion}
              value={list.criterionId ?? ''}
              choices={[
                { value: '', label: words.noCriterion },
                ...protocol.criteria.map((criterion) => ({ value: criterion.id, label: criterion.label })),
              ]}
              onChange={(id) => change({ criterionId: id === '' ? undefined : id })}
            />
          </div>
          <WordLines words={list.words} onChange={(changed) => change({ words: changed })} />
          <Checkbox
            label={words.highlightInside}
            checked={list.insideWords ?? false}
            onChange={(inside) => change({ insideWords: inside ? true : undefined })}
          />
          {list.kind === 'include' ? (
            <Suggestions
              suggestions={suggestions}
              onAdd={(word) => change({ words: [...list.words, word] })}
            />
          ) : null}
        </>
      )}
    </PartList>
  );
}

function WordLines({
  words: list,
  onChange,
}: {
  readonly words: readonly string[];
  readonly onChange: (words: string[]) => void;
}) {
  const { protocol: words } = useTexts();
  const text = list.join('\n');
  return (
    <TextField
      label={words.highlightWords}
      rows={Math.min(8, Math.max(3, list.length))}
      value={text}
      onChange={(typed) => onChange(typed.split('\n'))}
      onCommit={() => onChange(wordsOfLines(text))}
    />
  );
}

function Suggestions({
  suggestions,
  onAdd,
}: {
  readonly suggestions: readonly WordSuggestion[];
  readonly onAdd: (word: string) => void;
}) {
  const { protocol: words } = useTexts();
  const formats = useFormats();
  if (suggestions.length === 0) return <p className={styles['hint']}>{words.suggestionsNone}</p>;
  return (
    <div className={styles['suggestions']}>
      <span className={styles['hint']}>{words.suggestions}</span>
      {suggestions.map(({ words: word, kept, dropped }) => (
        <span key={word} title={words.suggestionShares(formats.percent(kept), formats.percent(dropped))}>
          <Button small label={words.addWord(word)} onPress={() => onAdd(word)}>
            + {word}
          </Button>
        </span>
      ))}
    </div>
  );
}

/** Enough texts of a kind to compare words, few enough to be read at once. */
const most = 2_000;

function useSuggestions(lists: readonly HighlightList[]): readonly WordSuggestion[] {
  const { session, state, version, viewer } = useReview();
  const suggest = useCallback(
    () => {
      const read = readingOf(screeningContext(state), 'title-abstract', viewer);
      const textOf = (id: RecordId): string => {
        const record = session.records.get(id);
        return rankedText(record?.title ?? '', record?.abstract ?? '', '');
      };
      const texts = (relevant: boolean): string[] =>
        read
          .filter((one) => one.relevant === relevant)
          .slice(-most)
          .map((one) => textOf(one.recordId));
      const highlighter = highlighterOf(lists);
      return suggestWords(
        texts(true),
        texts(false),
        (word) => highlighter?.(word).some((piece) => piece.list !== undefined) ?? false,
        12,
      );
    },
    // The state is one object updated in place; `version` tells when it changed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [lists, session, state, version, viewer],
  );
  // While words are put into a list, what was suggested before stays.
  return useWork(suggest).value ?? none;
}

const none: readonly WordSuggestion[] = [];
/** The same list at every drawing: what is suggested is worked out anew for another. */
const noLists: HighlightList[] = [];
