import { useState } from 'react';
import type { StudyId } from '@shared/kernel';
import {
  alignedKinds,
  compareStructures,
  mergeStructures,
  proposeAlignment,
  repair,
  settledAlone,
  type AlignedKind,
  type AlignedPair,
  type StructureChoices,
  type StructureDifference,
  type StructureSaved,
  type StudyStructure,
} from '@shared/extraction';
import type { CoderWork } from '@shared/reconciliation';
import { currentProtocol } from '@shared/review';
import { Button, Segments, SelectField, controls } from '../../ui-kit';
import { useApp, useReview, useTexts } from '../../app/app-context';
import styles from './extraction.module.css';

/** Two finished structures side by side: what is the same thing, then what differs; the outcome holds the cells to fill. */
export function AlignStructure({
  studyId,
  works,
}: {
  readonly studyId: StudyId;
  readonly works: readonly CoderWork<StructureSaved>[];
}) {
  const { extraction } = useTexts();
  const words = extraction.structure;
  const { state, viewer, dispatch } = useReview();
  const { say } = useApp();
  const [one, two] = works;
  const [alignment, setAlignment] = useState<readonly AlignedPair[]>(() =>
    one && two ? proposeAlignment(one.body.structure, two.body.structure) : [],
  );
  const [choices, setChoices] = useState<StructureChoices>({});
  const wordOf = useFieldWords();
  if (!one) return null;
  const first = one.body.structure;
  const second = two?.body.structure ?? first;
  const differences = two ? compareStructures(first, second, alignment) : [];
  const open = differences.filter(({ line }) => choices[line] === undefined);
  const nameOf = (work: CoderWork<StructureSaved>): string =>
    state.coders.get(work.authorId)?.name ?? work.authorId;

  const settle = async (): Promise<void> => {
    const own = works.some((work) => work.authorId === viewer.authorId);
    const ids = await dispatch({
      do: 'settleStructure',
      studyId,
      structure: two ? mergeStructures(first, second, alignment, choices) : settledAlone(first),
      settles: works.map((work) => work.eventId),
      method: two ? (own ? 'consensus' : 'adjudication') : 'single-coder',
      note: '',
    });
    if (ids) say({ text: words.settled });
  };

  return (
    <section className={styles['part']}>
      <h3>{words.align}</h3>
      <p className={styles['hint']}>{differences.length === 0 ? words.allAlike : words.alignHint}</p>
      {two ? (
        <>
          <table className={controls['table']} aria-label={words.sideBySide}>
            <thead>
              <tr>
                <th>{extraction.subject}</th>
                <th>{nameOf(one)}</th>
                <th>{nameOf(two)}</th>
              </tr>
            </thead>
            <tbody>
              {alignedKinds.flatMap((kind) =>
                alignment
                  .filter((pair) => pair.kind === kind)
                  .map((pair) => (
                    <PairRow
                      key={`${kind} ${pair.first} ${pair.second}`}
                      pair={pair}
                      first={first}
                      second={second}
                      onPair={(id) => {
                        if (pair.first !== null) setAlignment(repair(alignment, kind, pair.first, id));
                      }}
                    />
                  )),
              )}
            </tbody>
          </table>
          {differences.length > 0 ? (
            <table className={controls['table']}>
              <thead>
                <tr>
                  <th>{extraction.subject}</th>
                  <th>{extraction.field}</th>
                  <th>
                    {nameOf(one)} · {nameOf(two)}
                  </th>
                </tr>
              </thead>
              <tbody>
                {differences.map((difference) => (
                  <tr key={difference.line}>
                    <td>
                      {words.kinds[difference.kind]}
                      {difference.subject === '' ? '' : `: ${difference.subject}`}
                    </td>
                    <td>{wordOf.field(difference)}</td>
                    <td>
                      <Segments
                        label={`${words.kinds[difference.kind]} ${difference.subject} ${wordOf.field(difference)}`}
                        value={choices[difference.line] ?? null}
                        choices={[
                          { value: 'first', label: wordOf.value(difference, difference.first) },
                          { value: 'second', label: wordOf.value(difference, difference.second) },
                        ]}
                        onChange={(side) => setChoices({ ...choices, [difference.line]: side })}
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          ) : null}
        </>
      ) : null}
      <div className={controls['actions']}>
        <Button kind="primary" disabled={open.length > 0} onPress={() => void settle()}>
          {words.settle}
        </Button>
      </div>
    </section>
  );
}

/** One thing of the first coder with what the second calls it; another can be chosen. */
function PairRow({
  pair,
  first,
  second,
  onPair,
}: {
  readonly pair: AlignedPair;
  readonly first: StudyStructure;
  readonly second: StudyStructure;
  readonly onPair: (second: string | null) => void;
}) {
  const { extraction } = useTexts();
  const words = extraction.structure;
  const own = namesIn(first, pair.kind).find(({ id }) => id === pair.first)?.name;
  const others = namesIn(second, pair.kind);
  return (
    <tr>
      <td>{words.kinds[pair.kind]}</td>
      <td>{own === undefined ? <span className={styles['hint']}>{words.missing}</span> : own || '–'}</td>
      <td>
        {own === undefined ? (
          others.find(({ id }) => id === pair.second)?.name || '–'
        ) : (
          <SelectField
            hideLabel
            label={words.pairWith(own)}
            value={pair.second ?? ''}
            choices={[
              { value: '', label: words.nothingElse },
              ...others.map(({ id, name }) => ({ value: id, label: name || '–' })),
            ]}
            onChange={(id) => onPair(id === '' ? null : id)}
          />
        )}
      </td>
    </tr>
  );
}

function namesIn(structure: StudyStructure, kind: AlignedKind): { id: string; name: string }[] {
  switch (kind) {
    case 'arm':
      return structure.arms.map(({ id, label }) => ({ id, name: label }));
    case 'instrument':
      return structure.instruments.map(({ id, name, outcome }) => ({
        id,
        name: [name, outcome].filter(Boolean).join(', '),
      }));
    case 'timepoint':
      return structure.timepoints.map(({ id, label, weeks }) => ({
        id,
        name: [label, weeks === null ? '' : String(weeks)].filter(Boolean).join(' · '),
      }));
  }
}

/** Fields and values of differences in the reader's words: ids of the protocol become labels. */
function useFieldWords() {
  const { extraction } = useTexts();
  const words = extraction.structure;
  const { state } = useReview();
  const protocol = currentProtocol(state)?.protocol;
  const fields: { readonly [field: string]: string | undefined } = words.fields;
  const designs: { readonly [kind: string]: string | undefined } = words.designs;
  const labelIn = (
    list: readonly { readonly id: string; readonly label: string }[] | undefined,
    id: string,
  ): string => list?.find((one) => one.id === id)?.label ?? id;
  return {
    field: ({ field }: StructureDifference): string => fields[field] ?? field,
    value: ({ field }: StructureDifference, value: string | null): string => {
      if (field === 'present') return value === null ? words.no : words.yes;
      if (value === null) return extraction.nothing;
      switch (field) {
        case 'role':
          return value === 'intervention' ? extraction.intervention : extraction.comparator;
        case 'comparatorId':
          return labelIn(protocol?.comparators, value);
        case 'domainId':
          return labelIn(protocol?.outcomeDomains, value);
        case 'windowId':
          return labelIn(protocol?.windows, value);
        case 'higherIsBetter':
          return value === 'true' ? words.yes : words.no;
        case 'kind':
          return designs[value] ?? value;
        default:
          return value;
      }
    },
  };
}
