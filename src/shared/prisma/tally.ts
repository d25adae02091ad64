import type { FlowCounts, FlowLedger } from './flow';

const listed = [
  'database_specific_results',
  'register_specific_results',
  'dbr_excluded',
  'other_excluded',
] as const;
const plain = [
  'database_results',
  'register_results',
  'duplicates',
  'excluded_automatic',
  'excluded_other',
  'records_screened',
  'records_excluded',
  'dbr_sought_reports',
  'dbr_notretrieved_reports',
  'dbr_assessed',
  'other_sought_reports',
  'other_notretrieved_reports',
  'other_assessed',
  'website_results',
  'organisation_results',
  'citations_results',
  'new_studies',
  'new_reports',
] as const;
const footnotes = [
  'records_excluded_human',
  'records_excluded_automation',
  'dbr_included',
  'other_included',
  'other_kind_results',
  'other_duplicates',
  'other_removed',
  'other_screened_out',
  'new_reports_of_previous_studies',
] as const;
const unfinished = [
  'records_unscreened',
  'records_conflict',
  'dbr_to_retrieve',
  'dbr_to_assess',
  'dbr_conflict',
  'other_to_retrieve',
  'other_to_assess',
  'other_conflict',
  'other_unscreened',
] as const;

/** Counts by box, with the ids behind every number. */
export class Tally {
  readonly #counts = new Map<string, number>();
  readonly #lists = new Map<string, Map<string, number>>();
  readonly #ids = new Map<string, string[]>();

  add(box: string, n: number, id: string): void {
    this.#counts.set(box, (this.#counts.get(box) ?? 0) + n);
    this.#note(box, id);
  }

  addTo(box: string, label: string, n: number, id: string): void {
    const list = this.#lists.get(box) ?? new Map<string, number>();
    this.#lists.set(box, list.set(label, (list.get(label) ?? 0) + n));
    this.#note(`${box}: ${label}`, id);
  }

  boxes({ options = {}, previous }: FlowLedger): FlowCounts {
    const boxes: { [box: string]: FlowCounts[string] } = this.#pick(plain);
    for (const box of listed) boxes[box] = Object.fromEntries(this.#lists.get(box) ?? []);
    const count = (box: string): number => this.#counts.get(box) ?? 0;
    if (options.updated) {
      boxes['previous_studies'] = previous?.studies ?? 0;
      boxes['previous_reports'] = previous?.reports ?? 0;
      boxes['total_studies'] = (previous?.studies ?? 0) + count('new_studies');
      boxes['total_reports'] =
        (previous?.reports ?? 0) + count('new_reports') + count('new_reports_of_previous_studies');
    }
    if (options.metaAnalysis) {
      boxes['total_studies_ma'] = count('studies_in_meta_analysis') + (previous?.studiesInMetaAnalysis ?? 0);
      boxes['total_reports_ma'] = count('reports_in_meta_analysis') + (previous?.reportsInMetaAnalysis ?? 0);
    }
    return boxes;
  }

  extra = (): FlowCounts => this.#pick(footnotes);
  pending = (): FlowCounts => this.#pick(unfinished);
  behind = (): { readonly [box: string]: readonly string[] } => Object.fromEntries(this.#ids);

  #pick(names: readonly string[]): { [box: string]: FlowCounts[string] } {
    return Object.fromEntries(names.map((name) => [name, this.#counts.get(name) ?? 0]));
  }

  #note(box: string, id: string): void {
    const ids = this.#ids.get(box);
    if (ids) ids.push(id);
    else this.#ids.set(box, [id]);
  }
}
