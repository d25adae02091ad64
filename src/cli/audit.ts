import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { csvText } from '@shared/export';
import { textsIn, type Catalogue } from '@shared/i18n';
import type { AuthorId, EventId } from '@shared/kernel';
import { byEventId, type LedgerEvent } from '@shared/ledger';
import {
  eventInWords,
  isClosedTo,
  Projection,
  type Coder,
  type EventKind,
  type KnownEvent,
  type ReviewState,
} from '@shared/review';
import { changedAfterReveal } from '@shared/team';
import { parseArguments, tell, WrongUsage } from './io';
import { readReviewFolder } from './review-folder';
import { lookAs } from './who-looks';

type Words = Catalogue['history'];

/** `audit REVIEW_FOLDER [--csv] [--as NAME] [--language en|nl] [--out FILE]`: everything that was ever done, oldest first. */
export async function audit(args: readonly string[]): Promise<number> {
  const { rest, options } = parseArguments(args, ['out', 'language', 'as'], ['csv']);
  const [folder, ...more] = rest;
  if (folder === undefined || more.length > 0) throw new WrongUsage('give one review folder');
  const read = await readReviewFolder(folder);
  for (const problem of read.problems) tell(`${problem.where}: ${problem.code} (${problem.detail})`);
  const words = textsIn(options.get('language') === 'nl' ? 'nl' : 'en').history;
  const projection = new Projection();
  projection.add(read.events);
  const look = lookAs(projection.state, options.get('as'));
  if (!look) return 1;
  const history = historyOf(projection, words, look.viewer);
  const text = options.has('csv')
    ? csvText([columns, ...history.map(rowOf)])
    : history.map((entry) => lineOf(entry, words)).join('');
  const out = options.get('out');
  if (out === undefined) process.stdout.write(text);
  else {
    await writeFile(out, text);
    tell(`Written: ${path.resolve(out)}`);
  }
  return 0;
}

type Entry = {
  readonly event: LedgerEvent;
  readonly who: string;
  readonly words: string;
  /** How the event stands now. */
  readonly standing: keyof Words['standing'];
  readonly afterReveal: boolean;
};

function historyOf(projection: Projection, texts: Words, viewer: Coder | undefined): Entry[] {
  const { state, events } = projection;
  const closed = (event: KnownEvent): boolean => viewer !== undefined && isClosedTo(state, event, viewer);
  const nameOf = (authorId: AuthorId): string => state.coders.get(authorId)?.name ?? authorId;
  /** That somebody settled, asked or upheld would tell by itself that votes differed. */
  const untold = (event: LedgerEvent): boolean => {
    const reading = known.get(event.eventId);
    if (reading?.body.kind === 'judgementWithdrawn') {
      const target = known.get(reading.body.target);
      return target !== undefined && tellsByItself.has(target.body.kind) && closed(target);
    }
    return reading !== undefined && tellsByItself.has(reading.body.kind) && closed(reading);
  };
  const after = new Set(changedAfterReveal(state).map(({ eventId }) => eventId));
  const uncounted = new Map(state.uncounted.map(({ eventId, why }) => [eventId, why]));
  const known = projection.readable();
  const withdrawn = withdrawnBy(known.values(), state);
  const told = events.filter((event) => !untold(event));
  return told.sort(byEventId).map((event): Entry => {
    const reading = known.get(event.eventId);
    const why = uncounted.get(event.eventId);
    return {
      event,
      who: nameOf(event.authorId),
      words: !reading
        ? texts.unknown(event.body.kind)
        : closed(reading)
          ? texts.closed
          : eventInWords(reading.body, texts, nameOf),
      standing: !reading
        ? 'not understood'
        : why === 'no-right'
          ? 'no right'
          : why === 'seal-broken'
            ? 'broken seal'
            : withdrawn.has(event.eventId)
              ? 'taken back'
              : reading.body.kind === 'judgementSealed'
                ? 'sealed'
                : 'counts',
      afterReveal: after.has(event.eventId) && !(reading && closed(reading)),
    };
  });
}

const tellsByItself: ReadonlySet<EventKind> = new Set([
  'conflictResolved',
  'votesRevealed',
  'commentWritten',
  'exclusionUpheld',
  'poolabilityNoted',
]);

function withdrawnBy(known: Iterable<KnownEvent>, state: ReviewState): ReadonlySet<EventId> {
  const uncounted = new Set(state.uncounted.map(({ eventId }) => eventId));
  const withdrawn = new Set<EventId>();
  for (const { eventId, body } of known)
    if (body.kind === 'judgementWithdrawn' && !uncounted.has(eventId)) withdrawn.add(body.target);
  return withdrawn;
}

const columns = [
  'event',
  'time',
  'coder',
  'author',
  'device',
  'sequence',
  'kind',
  'what',
  'standing',
  'after_reveal',
];

const rowOf = ({ event, who, words, standing, afterReveal }: Entry): (string | number)[] => [
  event.eventId,
  event.at,
  who,
  event.authorId,
  event.deviceId,
  event.sequence,
  event.body.kind,
  words,
  standing,
  afterReveal ? 'yes' : 'no',
];

function lineOf({ event, who, words, standing, afterReveal }: Entry, texts: Words): string {
  const notes = [texts.standing[standing], afterReveal ? texts.afterReveal : ''].filter(
    (note) => note !== '',
  );
  return `${event.at}  ${who} ${words}${notes.length === 0 ? '' : `  [${notes.join('; ')}]`}\n`;
}
