import { z } from '../kernel/schema';

/** Where two votes on a record take it: on to the next stage, out of the review, or to a conversation. */
export const VoteRoute = z.enum(['forward', 'out', 'conflict']);
export type VoteRoute = z.infer<typeof VoteRoute>;

/** Pairs of votes, the name of each in this order: include, maybe, exclude. */
export const votePairNames = [
  'include+include',
  'include+maybe',
  'maybe+maybe',
  'include+exclude',
  'maybe+exclude',
  'exclude+exclude',
] as const;
export type VotePair = (typeof votePairNames)[number];

/** How votes become a decision, as data: a table for pairs, and votes that need no second one. */
export const VoteRouting = z.object({
  pairs: z.object({
    'include+include': VoteRoute,
    'include+maybe': VoteRoute,
    'maybe+maybe': VoteRoute,
    'include+exclude': VoteRoute,
    'maybe+exclude': VoteRoute,
    'exclude+exclude': VoteRoute,
  }),
  /** One such vote decides by itself, by the route of the pair it makes with its like. */
  enough: z.array(z.enum(['include', 'maybe', 'exclude'])).max(3),
  /**
   * What one vote has decided is no longer offered to the others. This saves the work, and it tells the next coder that
   * what still waits was not decided so: with "one include is enough", that the first coder excluded it.
   */
  settledLeavesQueue: z.boolean(),
});
export type VoteRouting = z.infer<typeof VoteRouting>;

/** Include and maybe go forward, two excludes are out, mixed votes are a conflict. */
export const usualRouting: VoteRouting = {
  pairs: {
    'include+include': 'forward',
    'include+maybe': 'forward',
    'maybe+maybe': 'forward',
    'include+exclude': 'conflict',
    'maybe+exclude': 'conflict',
    'exclude+exclude': 'out',
  },
  enough: [],
  settledLeavesQueue: false,
};

/**
 * Liberal accelerated screening (Khangura et al. 2012, Systematic Reviews 1:10): one include is enough, two people must
 * exclude. Everybody still screens everything unless the protocol says that settled records leave the queue.
 */
export const liberalAccelerated: VoteRouting = {
  pairs: {
    'include+include': 'forward',
    'include+maybe': 'forward',
    'maybe+maybe': 'forward',
    'include+exclude': 'forward',
    'maybe+exclude': 'forward',
    'exclude+exclude': 'out',
  },
  enough: ['include', 'maybe'],
  settledLeavesQueue: false,
};

export const routingPresets = { usual: usualRouting, 'liberal-accelerated': liberalAccelerated } as const;
export type RoutingPreset = keyof typeof routingPresets;

/** The preset a routing is in its decisions, whether or not settled records leave the queue; null if the team's own. */
export function presetOf(routing: VoteRouting): RoutingPreset | null {
  const same = (preset: VoteRouting): boolean =>
    votePairNames.every((pair) => preset.pairs[pair] === routing.pairs[pair]) &&
    [...preset.enough].sort().join() === [...routing.enough].sort().join();
  if (same(usualRouting)) return 'usual';
  return same(liberalAccelerated) ? 'liberal-accelerated' : null;
}
