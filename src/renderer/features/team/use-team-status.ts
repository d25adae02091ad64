import { useSyncExternalStore } from 'react';
import type { TeamLink, TeamStatus } from '../../ledger/team-link';

/** How far a team is in step, as it changes. */
export const useTeamStatus = (team: TeamLink): TeamStatus =>
  useSyncExternalStore(team.subscribe, () => team.status);
