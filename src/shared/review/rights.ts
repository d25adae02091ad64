import type { AuthorId, DeviceId } from '../kernel';
import type { EventBody, KnownEvent } from './body';
import type { Role } from './member-events';
import type { Coder } from './review-state';

/** What only the lead may do. */
const forLeads: ReadonlySet<EventBody['kind']> = new Set([
  'roleGiven',
  'workAllocated',
  'pilotDrawn',
  'pilotClosed',
  'stageUnblinded',
  'escrowKeyGiven',
  'escrowUsed',
]);

/** What somebody says who must not know how others judged. An adjudicator knows, so it would not count. */
const forCoders: ReadonlySet<EventBody['kind']> = new Set(['voteCast']);

/**
 * Who may do what, as the events tell it in order of event id. The founder of a review is its lead. Everybody else says
 * what they are when they join, and the lead may say otherwise; to be a lead too it takes the lead's word, or to have
 * joined on the founder's own machine.
 */
export class Rights {
  readonly coders = new Map<AuthorId, Coder>();
  readonly #given = new Map<AuthorId, Role>();
  /** Whether the protocol lets the lead hold an escrow. */
  #hasEscrow = false;
  #founder: { readonly authorId: AuthorId; readonly deviceId: DeviceId } | undefined;

  /** Names the founder before anything is counted, so that a slow clock takes nobody's rights away. */
  foundedBy({ authorId, deviceId }: Pick<KnownEvent, 'authorId' | 'deviceId'>): void {
    this.#founder ??= { authorId, deviceId };
  }

  get hasFounder(): boolean {
    return this.#founder !== undefined;
  }

  /** Whether its author may make this event, as things stood when it was made. */
  allow({ authorId, body }: Pick<KnownEvent, 'authorId' | 'body'>): boolean {
    if (body.kind === 'reviewCreated' && this.#founder === undefined) return true;
    // What the protocol does not have, not even the founder may use.
    if (body.kind === 'escrowUsed' && !this.#hasEscrow) return false;
    if (body.kind === 'coderJoined' || authorId === this.#founder?.authorId) return true;
    const role = this.coders.get(authorId)?.role;
    if (role === undefined || role === 'observer') return false;
    if (forLeads.has(body.kind)) return role === 'lead';
    if (forCoders.has(body.kind)) return role !== 'adjudicator';
    return true;
  }

  /** Takes in an event that was allowed. */
  fold({ authorId, deviceId, body }: Pick<KnownEvent, 'authorId' | 'deviceId' | 'body'>): void {
    if (body.kind === 'reviewCreated') this.foundedBy({ authorId, deviceId });
    if (body.kind === 'protocolSaved') this.#hasEscrow = body.protocol.keyEscrow === true;
    if (body.kind === 'coderJoined') {
      const role = this.#given.get(authorId) ?? this.#declared(body.role, authorId, deviceId);
      this.coders.set(authorId, { authorId, name: body.name, role });
    }
    if (body.kind === 'roleGiven') {
      this.#given.set(body.coder, body.role);
      const coder = this.coders.get(body.coder);
      if (coder) this.coders.set(body.coder, { ...coder, role: body.role });
    }
  }

  #declared(role: Role, authorId: AuthorId, deviceId: DeviceId): Role {
    if (role !== 'lead') return role;
    const trusted =
      this.#founder === undefined ||
      this.#founder.authorId === authorId ||
      this.#founder.deviceId === deviceId;
    return trusted ? 'lead' : 'coder';
  }
}
