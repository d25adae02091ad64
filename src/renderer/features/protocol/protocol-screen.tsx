import { useState } from 'react';
import { changedParts, reviewProtocol, type Protocol, type ProtocolVersion } from '@shared/protocol';
import { currentProtocol } from '@shared/review';
import { Badge, Button, NextStep, Notice, TextField } from '../../ui-kit';
import { useApp, useFormats, useReview, useTexts } from '../../app/app-context';
import { ChangeEffects } from './change-effects';
import { CriteriaEditor, ReasonsEditor } from './criteria-editor';
import { ComparatorsEditor, DomainsEditor, WindowsEditor } from './outcomes-editor';
import { HighlightsEditor } from './highlights-editor';
import { CharacteristicsEditor } from './characteristics-editor';
import { ExtractionEditor } from './extraction-editor';
import { PreviousReviewEditor } from './previous-review-editor';
import { PlanEditor } from './plan-editor';
import { ReadingEditor } from './reading-editor';
import { RulesEditor } from './rules-editor';
import styles from './protocol.module.css';

/** The protocol: read it, change it, save it as a new version; older versions stay readable. */
export function ProtocolScreen() {
  const texts = useTexts();
  const { protocol: words } = texts;
  const { state, session, viewer, dispatch } = useReview();
  const { navigate, say } = useApp();
  const [draft, setDraft] = useState<Protocol | null>(null);
  const [reading, setReading] = useState<number | null>(null);
  const [note, setNote] = useState('');
  const current = currentProtocol(state);
  if (!current) return null;
  const shown = state.protocolVersions.find((version) => version.number === reading) ?? current;
  const old = shown.number !== current.number;
  const protocol = old ? shown.protocol : (draft ?? current.protocol);
  const changed = draft === null ? [] : changedParts(current.protocol, draft);
  const problems = reviewProtocol(protocol);
  const readOnly = old || session.readOnly || viewer.role === 'observer';
  const edit = (change: Partial<Protocol>): void => setDraft({ ...(draft ?? current.protocol), ...change });

  const save = async (): Promise<void> => {
    if (draft === null) return;
    const ids = await dispatch({ do: 'saveProtocol', protocol: draft, note });
    if (!ids) return;
    setDraft(null);
    setNote('');
    say({ text: words.savedMessage(current.number + 1) });
  };

  return (
    <div className={styles['protocol']}>
      <div className={styles['body']}>
        <header className={styles['head']}>
          <h1>{words.title}</h1>
          <Badge tone={old ? 'neutral' : 'accent'}>
            {words.version(shown.number)}
            {old ? '' : ` · ${words.current}`}
          </Badge>
        </header>
        {old ? (
          <Notice
            tone="warn"
            action={
              <Button small onPress={() => setReading(null)}>
                {words.backToCurrent}
              </Button>
            }
          >
            {words.readingOld(shown.number)}
          </Notice>
        ) : null}
        <fieldset className={styles['parts']} disabled={readOnly}>
          <section className={styles['part']}>
            <TextField
              label={words.parts.title}
              value={protocol.title}
              onChange={(title) => edit({ title })}
            />
            <TextField
              label={words.parts.question}
              hint={words.questionHint}
              rows={3}
              value={protocol.question}
              onChange={(question) => edit({ question })}
            />
            <TextField
              label={words.parts.background}
              rows={2}
              value={protocol.background}
              onChange={(background) => edit({ background })}
            />
          </section>
          <CriteriaEditor protocol={protocol} onEdit={edit} />
          <ReasonsEditor protocol={protocol} onEdit={edit} />
          <HighlightsEditor protocol={protocol} onEdit={edit} />
          <DomainsEditor protocol={protocol} onEdit={edit} />
          <WindowsEditor protocol={protocol} onEdit={edit} />
          <ComparatorsEditor protocol={protocol} onEdit={edit} />
          <ReadingEditor protocol={protocol} onEdit={edit} />
          <RulesEditor protocol={protocol} onEdit={edit} />
          <PreviousReviewEditor protocol={protocol} onEdit={edit} />
          <PlanEditor protocol={protocol} onEdit={edit} />
          <ExtractionEditor protocol={protocol} onEdit={edit} />
          <CharacteristicsEditor protocol={protocol} onEdit={edit} />
        </fieldset>
      </div>
      <aside className={styles['beside']}>
        <Frozen />
        {changed.length > 0 ? (
          <section className={styles['draft']}>
            <h2>{words.editing}</h2>
            <p>{words.changed(changed.map((part) => words.parts[part].toLowerCase()).join(', '))}</p>
            <ChangeEffects before={current.protocol} draft={draft ?? current.protocol} />
            <TextField label={words.noteLabel} rows={2} value={note} onChange={setNote} />
            <Button kind="primary" onPress={() => void save()}>
              {words.saveVersion}
            </Button>
            <Button kind="quiet" onPress={() => setDraft(null)}>
              {words.discard}
            </Button>
          </section>
        ) : null}
        {problems.length > 0 ? (
          <section>
            <h2>{words.look}</h2>
            <ul className={styles['problems']}>
              {problems.map((problem, index) => (
                <li key={index}>{words.problems[problem.code](problem.subject)}</li>
              ))}
            </ul>
          </section>
        ) : null}
        {state.origins.size === 0 && changed.length === 0 && !readOnly ? (
          <section className={styles['draft']}>
            <p>{words.thenImport}</p>
            <NextStep onPress={() => navigate({ at: 'review', screen: 'import' })}>
              {texts.screening.emptyNoRecords.action}
            </NextStep>
          </section>
        ) : null}
        <section>
          <h2>{words.versions}</h2>
          <ol className={styles['versions']}>
            {[...state.protocolVersions].reverse().map((version, index, list) => (
              <VersionEntry
                key={version.eventId}
                version={version}
                before={list[index + 1]}
                current={version.number === shown.number}
                onRead={() => setReading(version.number === current.number ? null : version.number)}
              />
            ))}
          </ol>
        </section>
      </aside>
    </div>
  );
}

/** Since the pilot round the criteria are frozen; they can be changed, and the votes that touches are listed. */
function Frozen() {
  const { work: words } = useTexts();
  const { state } = useReview();
  const closed = state.screening.pilot?.closed;
  return closed ? <Notice>{words.frozen(String(closed.body.protocolVersion))}</Notice> : null;
}

function VersionEntry({
  version,
  before,
  current,
  onRead,
}: {
  readonly version: ProtocolVersion;
  readonly before: ProtocolVersion | undefined;
  readonly current: boolean;
  readonly onRead: () => void;
}) {
  const { protocol: words } = useTexts();
  const { state } = useReview();
  const formats = useFormats();
  const parts = before ? changedParts(before.protocol, version.protocol) : [];
  return (
    <li>
      <button type="button" className={styles['version']} aria-current={current} onClick={onRead}>
        <strong>{words.version(version.number)}</strong>
        <span>
          {words.savedBy(
            state.coders.get(version.authorId)?.name ?? version.authorId,
            formats.moment(version.at),
          )}
        </span>
        <span>
          {version.note ||
            (before
              ? words.changed(parts.map((part) => words.parts[part].toLowerCase()).join(', '))
              : words.first)}
        </span>
      </button>
    </li>
  );
}
