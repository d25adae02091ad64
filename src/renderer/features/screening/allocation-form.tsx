import { useState } from 'react';
import type { Coder } from '@shared/review';
import { Button, Checkbox, TextField, controls } from '../../ui-kit';
import { useApp, useReview, useTexts } from '../../app/app-context';
import styles from './work.module.css';

type Person = {
  readonly takesPart: boolean;
  readonly share: string;
  readonly most: string;
  readonly senior: boolean;
};

/** Who is to screen what: by share, with limits, with a senior for every record. For the lead. */
export function AllocationForm({ coders }: { readonly coders: readonly Coder[] }) {
  const { work: words } = useTexts();
  const { state, dispatch } = useReview();
  const { say } = useApp();
  const standing = state.screening.allocation?.body;
  const [people, setPeople] = useState<{ readonly [coder: string]: Person }>(() =>
    Object.fromEntries(
      coders.map(({ authorId }) => {
        const known = standing?.people.find((person) => person.coder === authorId);
        const none = standing === undefined || standing.people.length === 0;
        return [
          authorId,
          {
            takesPart: none || (known !== undefined && known.share > 0),
            share: String(known?.share ?? 1),
            most: known?.most === undefined || known.most === null ? '' : String(known.most),
            senior: known?.senior ?? false,
          },
        ];
      }),
    ),
  );
  const [oneSenior, setOneSenior] = useState(standing?.oneSenior ?? false);
  const change = (coder: string, changed: Partial<Person>): void => {
    const person = people[coder];
    if (person) setPeople({ ...people, [coder]: { ...person, ...changed } });
  };
  const save = async (all: boolean): Promise<void> => {
    const ids = await dispatch({
      do: 'allocateWork',
      seed: standing?.seed ?? 1,
      oneSenior: !all && oneSenior,
      people: all
        ? []
        : coders.flatMap(({ authorId }) => {
            const person = people[authorId];
            if (!person?.takesPart) return [];
            return [
              {
                coder: authorId,
                share: Math.min(1_000, numberOf(person.share) ?? 1),
                most: wholeOf(person.most),
                senior: person.senior,
              },
            ];
          }),
    });
    if (ids) say({ text: all ? words.openedToAll : words.allocated });
  };
  return (
    <section className={styles['section']}>
      <h3>{words.allocation}</h3>
      <p className={styles['hint']}>{words.allocationHint}</p>
      <table className={controls['table']}>
        <thead>
          <tr>
            <th>{words.takesPart}</th>
            <th>{words.share}</th>
            <th>{words.most}</th>
            <th>{words.senior}</th>
          </tr>
        </thead>
        <tbody>
          {coders.map(({ authorId, name }) => {
            const person = people[authorId];
            if (!person) return null;
            return (
              <tr key={authorId}>
                <td>
                  <Checkbox
                    label={name}
                    checked={person.takesPart}
                    onChange={(takesPart) => change(authorId, { takesPart })}
                  />
                </td>
                <td className={styles['number']}>
                  <TextField
                    label={`${words.share}: ${name}`}
                    hideLabel
                    inputMode="decimal"
                    disabled={!person.takesPart}
                    value={person.share}
                    onChange={(share) => change(authorId, { share })}
                  />
                </td>
                <td className={styles['number']}>
                  <TextField
                    label={`${words.most}: ${name}`}
                    hideLabel
                    inputMode="numeric"
                    placeholder={words.noLimit}
                    disabled={!person.takesPart}
                    value={person.most}
                    onChange={(most) => change(authorId, { most })}
                  />
                </td>
                <td>
                  <Checkbox
                    label={words.isSenior}
                    checked={person.senior}
                    disabled={!person.takesPart}
                    onChange={(senior) => change(authorId, { senior })}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <Checkbox label={words.oneSenior} checked={oneSenior} onChange={setOneSenior} />
      <div className={styles['actions']}>
        <Button onPress={() => void save(false)}>{words.allocate}</Button>
        {standing && standing.people.length > 0 ? (
          <Button kind="quiet" onPress={() => void save(true)}>
            {words.openToAll}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

/** A count or weight as typed; null where it is none. */
function numberOf(text: string): number | null {
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(value) || value < 0 ? null : value;
}

function wholeOf(text: string): number | null {
  const value = numberOf(text);
  return value === null ? null : Math.floor(value);
}
