import { useMemo, useSyncExternalStore } from 'react';
import { duplicateMethod, onlyNew, type RunFindings } from '@shared/deduplication';
import type { AuthorId, Sha256 } from '@shared/kernel';
import { pairVerdicts } from '@shared/records';
import { mustLookFirst, type Command } from '@shared/review';
import type { ReviewSession } from '../ledger/review-session';
import { findDuplicatesApart, type DuplicatesRun } from '../workers/find-duplicates-apart';
import { useApp, useFormats, useReview, useTexts } from './app-context';

/** What was found and waits for a person to look before it counts. */
export type Proposal = { readonly findings: RunFindings; readonly files: readonly Sha256[] };

export type SearchStatus =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly share: number }
  | { readonly state: 'proposed'; readonly proposal: Proposal };

export type SearchOutcome =
  | { readonly kind: 'joined'; readonly copies: number; readonly questions: number }
  | { readonly kind: 'proposed'; readonly copies: number }
  | { readonly kind: 'cancelled' | 'failed' };

/** The search for duplicates in one review; it goes on while screens come and go. */
class DuplicateSearch {
  #status: SearchStatus = { state: 'idle' };
  #run: DuplicatesRun | null = null;
  readonly #listeners = new Set<() => void>();

  constructor(private readonly session: ReviewSession) {}

  get status(): SearchStatus {
    return this.#status;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Compares all records anew; a search under way starts over. */
  async start(author: AuthorId): Promise<SearchOutcome> {
    this.#run?.cancel();
    const { state, records } = this.session;
    const files = [...new Set(state.records.batches.map(({ imported }) => imported.file.sha256))];
    this.#become({ state: 'running', share: 0 });
    const run = findDuplicatesApart(
      [...state.origins.keys()],
      (id) => records.get(id),
      {
        apart: pairVerdicts(state.records.decisions).different,
        together: [...state.duplicates.groups.values()],
      },
      (share) => this.#become({ state: 'running', share }),
    );
    this.#run = run;
    const result = await run.result;
    if (this.#run !== run) return { kind: 'cancelled' };
    this.#run = null;
    if (!result.ok) {
      this.#become({ state: 'idle' });
      return { kind: result.error.code };
    }
    const findings = onlyNew(result.value, this.session.state.records.rules);
    const proposal = { findings, files };
    if (findings.groups.length > 0 && mustLookFirst(this.session.state)) {
      this.#become({ state: 'proposed', proposal });
      return { kind: 'proposed', copies: findings.groups.length };
    }
    return this.#keep(author, proposal, false);
  }

  cancel(): void {
    this.#run?.cancel();
  }

  /** Joins what was proposed, after a person looked. */
  async accept(author: AuthorId): Promise<SearchOutcome> {
    if (this.#status.state !== 'proposed') return { kind: 'cancelled' };
    return this.#keep(author, this.#status.proposal, true);
  }

  discard(): void {
    if (this.#status.state === 'proposed') this.#become({ state: 'idle' });
  }

  async #keep(author: AuthorId, { findings, files }: Proposal, afterLook: boolean): Promise<SearchOutcome> {
    const command: Command = {
      do: 'joinDuplicates',
      method: duplicateMethod,
      run: crypto.randomUUID(),
      files: [...files],
      ...findings,
      ...(afterLook ? { afterLook } : {}),
    };
    const before = this.session.state.duplicates.leadOf.size - this.session.state.duplicates.groups.size;
    const written = await this.session.dispatch(author, command);
    this.#become({ state: 'idle' });
    if (!written.ok) return { kind: 'failed' };
    const { leadOf, groups } = this.session.state.duplicates;
    return {
      kind: 'joined',
      copies: leadOf.size - groups.size - before,
      questions: findings.questions.length,
    };
  }

  #become(status: SearchStatus): void {
    this.#status = status;
    for (const listener of this.#listeners) listener();
  }
}

const searches = new WeakMap<ReviewSession, DuplicateSearch>();

function searchOf(session: ReviewSession): DuplicateSearch {
  const known = searches.get(session);
  if (known) return known;
  const search = new DuplicateSearch(session);
  searches.set(session, search);
  return search;
}

/** Stops the search of a review that is being left. */
export const endSearch = (session: ReviewSession): void => searches.get(session)?.cancel();

/** The search of the open review, and the ways to begin, end and accept it; its outcome is told to the person. */
export function useDuplicateSearch() {
  const { session, viewer } = useReview();
  const { say } = useApp();
  const { duplicates: words } = useTexts();
  const formats = useFormats();
  const search = searchOf(session);
  const status = useSyncExternalStore(search.subscribe, () => search.status);
  return useMemo(() => {
    const tell = (outcome: SearchOutcome): void => {
      switch (outcome.kind) {
        case 'joined':
          say({
            about: 'duplicates',
            text:
              outcome.copies + outcome.questions === 0
                ? words.searchFoundNone
                : words.searchDone(formats.count(outcome.copies), formats.count(outcome.questions)),
          });
          return;
        case 'proposed':
          say({ text: words.searchProposed(formats.count(outcome.copies)) });
          return;
        case 'failed':
          say({ text: words.searchFailed, tone: 'error' });
          return;
        case 'cancelled':
      }
    };
    return {
      status,
      start: () => void search.start(viewer.authorId).then(tell),
      accept: () => void search.accept(viewer.authorId).then(tell),
      cancel: () => search.cancel(),
      discard: () => search.discard(),
    };
  }, [search, status, viewer, say, words, formats]);
}
