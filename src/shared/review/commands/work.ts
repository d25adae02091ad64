import { assertNever, err, ok, type AuthorId, type Result } from '../../kernel';
import { drawSample, isBlind, type WorkAllocated } from '../../screening';
import type { EventBody } from '../body';
import { screeningContext } from '../contexts';
import { pilotReport } from '../pilot-report';
import type { Refusal } from '../refusal';
import { currentProtocol, type Coder, type ReviewState } from '../review-state';

/** What the lead asks for about who screens what, and in which round. */
export type WorkCommand =
  | {
      readonly do: 'allocateWork';
      readonly seed: number;
      readonly people: WorkAllocated['people'];
      readonly oneSenior: boolean;
    }
  | {
      readonly do: 'drawPilot';
      readonly size: number;
      readonly seed: number;
      readonly coders: readonly AuthorId[];
    }
  | { readonly do: 'closePilot'; readonly reason: string };

export function decideWork(
  state: ReviewState,
  command: WorkCommand,
  member: Coder,
): Result<EventBody[], Refusal> {
  if (member.role !== 'lead') return err({ code: 'only-lead' });
  switch (command.do) {
    case 'allocateWork': {
      const { seed, people, oneSenior } = command;
      if (people.some(({ coder }) => !state.coders.has(coder))) return err({ code: 'unknown-coder' });
      return ok([{ kind: 'workAllocated', version: 1, seed, people: [...people], oneSenior }]);
    }
    case 'drawPilot': {
      const { size, seed } = command;
      const coders = [...new Set(command.coders)];
      if (coders.length < 2 || coders.some((coder) => !state.coders.has(coder)))
        return err({ code: 'pilot-needs-two' });
      if (state.screening.pilot && !state.screening.pilot.closed) return err({ code: 'pilot-open' });
      const recordIds = [...drawSample(screeningContext(state).reports, Math.min(size, 2_000), seed)];
      if (recordIds.length === 0) return err({ code: 'too-few-records' });
      return ok([{ kind: 'pilotDrawn', version: 1, seed, recordIds, coders }]);
    }
    case 'closePilot':
      return closePilot(state, command.reason.trim(), member);
    default:
      return assertNever(command, 'command');
  }
}

/** Without a reason only where the gate is met; whoever is blind gives one in any case, so that nothing is told. */
function closePilot(state: ReviewState, reason: string, member: Coder): Result<EventBody[], Refusal> {
  const { pilot } = state.screening;
  const protocol = currentProtocol(state);
  if (!protocol) return err({ code: 'no-protocol' });
  if (!pilot || pilot.closed) return err({ code: 'no-open-pilot' });
  const context = screeningContext(state);
  const blind = isBlind(context, 'title-abstract', member);
  const gateMet = blind ? null : (pilotReport(context, protocol.protocol.pilot)?.gateMet ?? null);
  if (gateMet !== true && reason === '') return err({ code: 'pilot-reason-required' });
  return ok([
    {
      kind: 'pilotClosed',
      version: 1,
      pilot: pilot.drawn.eventId,
      protocolVersion: protocol.number,
      gateMet,
      reason,
    },
  ]);
}
