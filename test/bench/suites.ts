import { benchDedupe } from './dedupe';
import { benchExtract } from './extract';
import { benchImportWindow } from './import-window';
import { benchOpen } from './open';
import { benchParse } from './parse';
import { benchPool } from './pool';
import { benchRank } from './rank';
import { benchScreen } from './screen';
import { benchStorage } from './storage';
import { benchTeam } from './team';
import { benchVote } from './vote';
import type { BenchReport, FactReport } from './measure';

/** Every bench by the name it is asked for, in the order of docs/benchmarks.md. */
export const suites: {
  readonly [name: string]: () => BenchReport[] | Promise<BenchReport[] | FactReport[]>;
} = {
  storage: benchStorage,
  parse: benchParse,
  'import-window': benchImportWindow,
  dedupe: benchDedupe,
  open: benchOpen,
  vote: benchVote,
  screen: benchScreen,
  extract: benchExtract,
  pool: benchPool,
  rank: benchRank,
  team: benchTeam,
};
