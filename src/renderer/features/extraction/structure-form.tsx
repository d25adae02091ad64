import { useState } from 'react';
import type { StudyId } from '@shared/kernel';
import {
  emptyStructure,
  readField,
  resultsOfStructure,
  type StudyDesign,
  type StudyStructure,
} from '@shared/extraction';
import { currentProtocol } from '@shared/review';
import { Button, controls, Finish, SelectField, TextField } from '../../ui-kit';
import { useApp, useReview, useTexts } from '../../app/app-context';
import { ArmsEditor } from './arms-editor';
import { freshLocalId } from './fresh-local-id';
import { InstrumentsEditor } from './instruments-editor';
import { TimepointsEditor } from './timepoints-editor';
import styles from './extraction.module.css';

/** One coder's own description of what a study is made of. Saved as fields are left. */
export function StructureForm({ studyId }: { readonly studyId: StudyId }) {
  const { extraction } = useTexts();
  const words = extraction.structure;
  const { state, viewer, session, dispatch } = useReview();
  const { say } = useApp();
  const saved = state.structures.get(studyId)?.get(viewer.authorId)?.body;
  const protocol = currentProtocol(state)?.protocol;
  const [structure, setStructure] = useState<StudyStructure>(() => saved?.structure ?? emptyStructure);
  if (!protocol) return null;
  const complete = saved?.complete ?? false;
  const locked = complete || session.readOnly || viewer.role === 'observer';
  const cells = resultsOfStructure(structure).length;

  const save = (next: StudyStructure): void => {
    void dispatch({ do: 'saveStructure', studyId, structure: next, complete: false });
  };
  const change = (edit: Partial<StudyStructure>, now = false): void => {
    const next = { ...structure, ...edit };
    setStructure(next);
    if (now) save(next);
  };
  const commit = (): void => {
    if (JSON.stringify(saved?.structure) !== JSON.stringify(structure)) save(structure);
  };
  const finish = async (done: boolean): Promise<void> => {
    const ids = await dispatch({ do: 'saveStructure', studyId, structure, complete: done });
    if (ids && done) say({ text: words.finished });
  };
  const { arms, instruments, timepoints, measured, comparisons } = structure;
  const addInstrument = (): void => {
    const domain = protocol.outcomeDomains[0];
    const known = domain?.instruments[0];
    const id = freshLocalId('i', instruments);
    change(
      {
        instruments: [
          ...instruments,
          {
            id,
            name: known?.name ?? '',
            instrumentId: known?.id ?? null,
            domainId: domain?.id ?? null,
            outcome: '',
            higherIsBetter: known?.higherIsBetter ?? true,
            min: known?.min ?? null,
            max: known?.max ?? null,
          },
        ],
        measured: [...measured, ...timepoints.map((time) => ({ instrument: id, timepoint: time.id }))],
      },
      true,
    );
  };
  const addTimepoint = (): void => {
    const window = protocol.windows.find(({ id }) => !timepoints.some(({ windowId }) => windowId === id));
    const id = freshLocalId('t', timepoints);
    change(
      {
        timepoints: [
          ...timepoints,
          { id, label: window?.label ?? '', weeks: null, windowId: window?.id ?? null },
        ],
        measured: [...measured, ...instruments.map((one) => ({ instrument: one.id, timepoint: id }))],
      },
      true,
    );
  };

  return (
    <div className={styles['form']}>
      <p className={styles['hint']}>{words.hint}</p>
      <fieldset disabled={locked} className={styles['parts']}>
        <section className={styles['part']}>
          <h3>{extraction.arms}</h3>
          <ArmsEditor
            arms={arms}
            protocol={protocol}
            onChange={(next, now) =>
              change(
                {
                  arms: next,
                  comparisons: comparisons.filter(({ armT, armC }) =>
                    [armT, armC].every((arm) => next.some(({ id }) => id === arm)),
                  ),
                },
                now,
              )
            }
            onCommit={commit}
          />
          <DesignFields
            design={structure.design}
            onChange={(design, now) => change({ design }, now)}
            onCommit={commit}
          />
        </section>
        <Comparisons structure={structure} onChange={(next) => change({ comparisons: next }, true)} />
        <section className={styles['part']}>
          <h3>{words.instruments}</h3>
          <InstrumentsEditor
            instruments={instruments}
            protocol={protocol}
            onChange={(next, now) => change({ instruments: next }, now)}
            onCommit={commit}
            onAdd={addInstrument}
          />
        </section>
        <section className={styles['part']}>
          <h3>{words.timepoints}</h3>
          <TimepointsEditor
            timepoints={timepoints}
            protocol={protocol}
            onChange={(next, now) => change({ timepoints: next }, now)}
            onCommit={commit}
            onAdd={addTimepoint}
          />
        </section>
        <Measured structure={structure} onChange={(next) => change({ measured: next }, true)} />
      </fieldset>
      <footer className={styles['finish']}>
        {complete ? (
          <Button onPress={() => void finish(false)}>{words.reopen}</Button>
        ) : (
          <>
            <span className={styles['hint']}>{cells === 0 ? words.needCells : words.cells(cells)}</span>
            <Finish
              disabled={cells === 0 || session.readOnly || viewer.role === 'observer'}
              onPress={() => void finish(true)}
            >
              {words.finish}
            </Finish>
          </>
        )}
      </footer>
    </div>
  );
}

function DesignFields({
  design,
  onChange,
  onCommit,
}: {
  readonly design: StudyDesign;
  readonly onChange: (design: StudyDesign, now?: boolean) => void;
  readonly onCommit: () => void;
}) {
  const { extraction } = useTexts();
  const words = extraction.structure;
  const cellOf = (text: string): StudyDesign['icc'] =>
    text.trim() === ''
      ? null
      : {
          text,
          value: readField({ key: '', name: '', kind: 'number', optional: true, choices: [] }, text).value,
        };
  return (
    <div className={styles['what']}>
      <SelectField
        label={words.design}
        value={design.kind}
        choices={(['individual', 'cluster', 'cross-over'] as const).map((kind) => ({
          value: kind,
          label: words.designs[kind],
        }))}
        onChange={(kind) => onChange({ ...design, kind }, true)}
      />
      {design.kind === 'cluster' ? (
        <>
          <TextField
            label={words.clusterSize}
            inputMode="decimal"
            value={design.clusterSize?.text ?? ''}
            onChange={(text) => onChange({ ...design, clusterSize: cellOf(text) })}
            onCommit={onCommit}
          />
          <TextField
            label={words.icc}
            inputMode="decimal"
            value={design.icc?.text ?? ''}
            onChange={(text) => onChange({ ...design, icc: cellOf(text) })}
            onCommit={onCommit}
          />
        </>
      ) : null}
    </div>
  );
}

function Comparisons({
  structure: { arms, comparisons },
  onChange,
}: {
  readonly structure: StudyStructure;
  readonly onChange: (comparisons: StudyStructure['comparisons']) => void;
}) {
  const { extraction, app } = useTexts();
  const words = extraction.structure;
  const choices = arms.map((arm, index) => ({
    value: arm.id,
    label: arm.label || `${extraction.armName} ${index + 1}`,
  }));
  const edit = (index: number, change: Partial<StudyStructure['comparisons'][number]>): void =>
    onChange(comparisons.map((one, at) => (at === index ? { ...one, ...change } : one)));
  const add = (): void => {
    const free = arms
      .filter(({ role }) => role === 'intervention')
      .flatMap((t) => arms.filter(({ role }) => role === 'comparator').map((c) => [t.id, c.id] as const))
      .find(([t, c]) => !comparisons.some(({ armT, armC }) => armT === t && armC === c));
    const [armT, armC] = free ?? [arms[0]?.id ?? '', arms[1]?.id ?? ''];
    onChange([...comparisons, { id: freshLocalId('c', comparisons), armT, armC }]);
  };
  return (
    <section className={styles['part']}>
      <h3>{words.comparisons}</h3>
      {comparisons.map((one, index) => (
        <div
          key={one.id}
          className={styles['comparison']}
          role="group"
          aria-label={`${extraction.comparison} ${index + 1}`}
        >
          <SelectField
            label={extraction.intervention}
            value={one.armT}
            choices={choices}
            onChange={(armT) => edit(index, { armT })}
          />
          <span className={styles['against']}>{words.against}</span>
          <SelectField
            label={extraction.comparator}
            value={one.armC}
            choices={choices}
            onChange={(armC) => edit(index, { armC })}
          />
          <Button
            small
            kind="quiet"
            label={`${app.remove} ${extraction.comparison} ${index + 1}`}
            onPress={() => onChange(comparisons.filter((_, at) => at !== index))}
          >
            ×
          </Button>
        </div>
      ))}
      <div>
        <Button small onPress={add}>
          {words.addComparison}
        </Button>
      </div>
    </section>
  );
}

/** Instruments by timepoints: what was measured when. */
function Measured({
  structure: { instruments, timepoints, measured },
  onChange,
}: {
  readonly structure: StudyStructure;
  readonly onChange: (measured: StudyStructure['measured']) => void;
}) {
  const { extraction } = useTexts();
  const words = extraction.structure;
  const has = (instrument: string, timepoint: string): boolean =>
    measured.some((one) => one.instrument === instrument && one.timepoint === timepoint);
  return (
    <section className={styles['part']}>
      <h3>{words.measured}</h3>
      {instruments.length === 0 || timepoints.length === 0 ? (
        <p className={styles['hint']}>{words.nothingToMeasure}</p>
      ) : (
        <>
          <p className={styles['hint']}>{words.measuredHint}</p>
          <table className={controls['table']}>
            <thead>
              <tr>
                <th>{extraction.instrument}</th>
                {timepoints.map((time) => (
                  <th key={time.id}>{time.label}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {instruments.map((one) => (
                <tr key={one.id}>
                  <td>{[one.name, one.outcome].filter(Boolean).join(', ')}</td>
                  {timepoints.map((time) => (
                    <td key={time.id}>
                      <input
                        type="checkbox"
                        aria-label={`${one.name}, ${time.label}`}
                        checked={has(one.id, time.id)}
                        onChange={(event) =>
                          onChange(
                            event.target.checked
                              ? [...measured, { instrument: one.id, timepoint: time.id }]
                              : measured.filter(
                                  (each) => each.instrument !== one.id || each.timepoint !== time.id,
                                ),
                          )
                        }
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
