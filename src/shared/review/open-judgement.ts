import { itemKeyOf, open, seal, type SealKey } from '../sealing';
import type { EventId, Json } from '../kernel';
import { EventBody, type KnownEvent } from './body';
import { sealedItemOf } from './sealed-item';
import type { JudgementSealed } from './sealing-events';
import type { KeyRing } from './key-ring';

/** What stands readable beside a seal and is bound to it. */
const labelOf = ({ stage, item, of, complete }: Omit<JudgementSealed, 'cipher' | 'commitment'>): Json => ({
  stage,
  item,
  of,
  complete,
});

/** The sealed form of an event body; null for what is not sealed. The same body and key always give the same seal. */
export function sealJudgement(
  body: EventBody,
  eventId: EventId,
  keyOf: (stage: JudgementSealed['stage']) => SealKey,
): JudgementSealed | null {
  const about = sealedItemOf(body);
  if (!about) return null;
  const label = { kind: 'judgementSealed', version: 1, ...about, of: body.kind } as const;
  const itemKey = itemKeyOf(keyOf(about.stage), about.item);
  return { ...label, ...seal(body as Json, itemKey, eventId, labelOf(label)) };
}

export type Opening =
  | { readonly state: 'open'; readonly body: EventBody }
  /** Nobody has given out the key yet. */
  | { readonly state: 'sealed' }
  /** There is a key, and it opens nothing, or not what the seal says of itself. */
  | { readonly state: 'broken' };

/** Opens a sealed event with whatever key there is for it. */
export function openJudgement(event: KnownEvent & { body: JudgementSealed }, keys: KeyRing): Opening {
  const { body, authorId, eventId } = event;
  const given = keys.item(authorId, body.stage, body.item);
  const stageKey = keys.stage(authorId, body.stage);
  const own = [...(given ? [given] : []), ...(stageKey ? [itemKeyOf(stageKey, body.item)] : [])];
  const entrusted = keys.entrusted(authorId, body.stage).map((key) => itemKeyOf(key, body.item));
  const candidates = [...own, ...entrusted];
  if (candidates.length === 0) return { state: 'sealed' };
  for (const key of candidates) {
    const opened = open(body, key, eventId, labelOf(body));
    if (!opened.ok) continue;
    const inside = EventBody.safeParse(opened.value);
    if (!inside.success) return { state: 'broken' };
    const about = sealedItemOf(inside.data);
    const asSaid =
      about !== null &&
      inside.data.kind === body.of &&
      about.stage === body.stage &&
      about.item === body.item &&
      about.complete === body.complete;
    return asSaid ? { state: 'open', body: inside.data } : { state: 'broken' };
  }
  // A wrong key from somebody else's hand is nothing against the judgement.
  return { state: own.length > 0 ? 'broken' : 'sealed' };
}
