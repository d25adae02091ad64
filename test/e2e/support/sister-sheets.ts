/**
 * Small invented extraction sheets for the three sister reviews, as somebody who already has a sheet brings them in:
 * the columns a spreadsheet has, with the characteristics each protocol divides its results by.
 */
type Row = readonly (string | number)[];
const csv = (header: readonly string[], rows: readonly Row[]): string =>
  [header, ...rows].map((cells) => cells.join(',')).join('\n');

const numbers = ['mean_arm1', 'sd_arm1', 'n_arm1', 'mean_arm2', 'sd_arm2', 'n_arm2'];
const common = ['study', 'outcome_category', 'instrument', 'time', 'condition_arm1', 'condition_arm2'];

/** Eight randomised trials of groups: symptoms on one scale in seven, hope in two, loneliness in one. */
export const groupSheet = csv(
  [...common, ...numbers, 'design', 'typology', 'overall_RoB'],
  Array.from({ length: 8 }, (_, i): Row[] => {
    const study = `Grove ${2008 + i}`;
    const told: Row = ['randomised', i < 3 ? 'mutual support' : 'self-management', i % 3 ? 'Low' : 'High'];
    const arms: Row = ['Peer group', i % 2 ? 'Waiting list' : 'Care as usual'];
    return [
      ...(i < 7
        ? [
            [
              study,
              'Symptoms',
              'Brief Symptom Inventory (BSI)',
              'post',
              ...arms,
              1.1 + i / 50,
              0.6,
              40 + 5 * i,
              1.35,
              0.7,
              42,
              ...told,
            ],
          ]
        : []),
      ...(i < 2 ? [[study, 'Hope', 'State Hope Scale', 'post', ...arms, 31, 7, 40, 29, 7, 42, ...told]] : []),
      ...(i === 7
        ? [
            [
              study,
              'Social outcomes',
              'UCLA Loneliness Scale',
              'post',
              ...arms,
              41,
              9,
              50,
              45,
              9,
              48,
              ...told,
            ],
          ]
        : []),
    ];
  }).flat(),
);

/** Eight studies, four of them not randomised, with ten interventions for social support. */
export const supportSheet = csv(
  [...common, ...numbers, 'design', 'personalised', 'duration', 'overall_RoB'],
  Array.from({ length: 8 }, (_, i): Row[] => {
    const randomised = i % 2 === 0;
    const told: Row = [
      randomised ? 'randomised' : 'not randomised',
      i % 3 ? 'yes' : 'no',
      8 + 6 * i,
      randomised ? 'Some concerns' : 'Serious',
    ];
    const arm = (intervention: string, mean: number): Row => [
      `Harbour ${2001 + 2 * i}`,
      'Social support',
      'Multidimensional Scale of Perceived Social Support (MSPSS)',
      'post',
      intervention,
      'Care as usual',
      mean,
      11,
      38 + 3 * i,
      52,
      11,
      40,
      ...told,
    ];
    const kind = ['Befriending', 'Peer group', 'Supported socialisation'][i % 3] ?? '';
    return [arm(kind, 54 + (i % 4)), ...(i === 2 || i === 5 ? [arm('Social skills', 53 + i / 2)] : [])];
  }).flat(),
);

/** Seven trials of training: staff and clients, nothing to be pooled. */
export const trainingSheet = csv(
  [...common, ...numbers, 'design', 'country', 'overall_RoB'],
  Array.from({ length: 7 }, (_, i): Row[] => {
    const told: Row = [
      i % 2 ? 'cluster RCT' : 'randomised',
      ['England', 'Italy', 'Canada'][i % 3] ?? '',
      'Some concerns',
    ];
    const row = (domain: string, instrument: string, meanT: number, meanC: number): Row => [
      `Lantern ${2010 + i}`,
      domain,
      instrument,
      'post',
      'Recovery training',
      'No training',
      meanT,
      6,
      60 + i,
      meanC,
      6,
      58,
      ...told,
    ];
    return [
      row('Staff: knowledge and attitudes', 'Recovery Knowledge Inventory (RKI)', 63 + (i % 3), 61),
      ...(i < 4
        ? [row('Clients: recovery', 'Questionnaire about the Process of Recovery (QPR)', 37 - i, 36)]
        : []),
    ];
  }).flat(),
);
