import type { Protocol } from '../protocol';
import { designInDutch } from './designs';

type Labels = { readonly [id: string]: string };
type Guidance = Protocol['criteria'][number]['guidance'];

/** The words of a protocol in another language, by the ids of the one it translates. */
export type ProtocolWords = {
  readonly title: string;
  readonly question: string;
  readonly background: string;
  readonly criteria: {
    readonly [id: string]: { readonly label: string; readonly question: string; readonly guidance: Guidance };
  };
  readonly exclusionReasons: Labels;
  readonly outcomeDomains: { readonly [id: string]: { readonly label: string; readonly definition: string } };
  readonly windows: Labels;
  readonly comparators: Labels;
  /** Labels of planned outcomes that are not their domain's, of subgroups and moderators. */
  readonly analysis: Labels;
  /** Labels of subgroup levels, by their label in the original. */
  readonly levels: Labels;
  readonly codes: { readonly [id: string]: { readonly label: string; readonly definition: string } };
  readonly codeGroups: Labels;
};

/**
 * The same protocol in other words: ids, instruments, rules and plan stay. A missing word is a bug of the template, and
 * the tests of the templates call every one of them.
 */
export function translated(original: Protocol, words: ProtocolWords): Protocol {
  return {
    ...original,
    title: words.title,
    question: words.question,
    background: words.background,
    criteria: original.criteria.map((criterion) => ({
      ...criterion,
      ...named(words.criteria, criterion.id),
    })),
    exclusionReasons: relabelled(original.exclusionReasons, words.exclusionReasons),
    outcomeDomains: original.outcomeDomains.map((domain) => ({
      ...domain,
      ...named(words.outcomeDomains, domain.id),
    })),
    windows: relabelled(original.windows, words.windows),
    comparators: relabelled(original.comparators, words.comparators),
    riskOfBias: {
      ...original.riskOfBias,
      ...(original.riskOfBias.designs ? { designs: original.riskOfBias.designs.map(designInDutch) } : {}),
    },
    ...(original.codebook
      ? {
          codebook: original.codebook.map((group) => ({
            ...group,
            label: named(words.codeGroups, group.id),
            codes: group.codes.map((code) => ({ ...code, ...named(words.codes, code.id) })),
          })),
        }
      : {}),
    ...(original.analysis
      ? {
          analysis: {
            ...original.analysis,
            outcomes: original.analysis.outcomes.map((outcome) => ({
              ...outcome,
              label: words.analysis[outcome.id] ?? named(words.outcomeDomains, outcome.id).label,
            })),
            subgroups: relabelled(original.analysis.subgroups, words.analysis).map((subgroup) => ({
              ...subgroup,
              levels: subgroup.levels.map((level) => {
                const label = named(words.levels, level.label);
                // Sheets are filled in the language of the team: the level's own name always counts.
                return level.values.length === 0
                  ? { ...level, label }
                  : { label, values: [...level.values, label] };
              }),
            })),
            moderators: relabelled(original.analysis.moderators, words.analysis),
          },
        }
      : {}),
  };
}

function named<T>(words: { readonly [id: string]: T }, id: string): T {
  const word = words[id];
  if (word === undefined) throw new Error(`The translation has no words for ${id}`);
  return word;
}

const relabelled = <T extends { readonly id: string; readonly label: string }>(
  list: readonly T[],
  words: Labels,
): T[] => list.map((entry) => ({ ...entry, label: named(words, entry.id) }));
