/**
 * An invented Metapsy sheet of twelve trials with everything the results page shows: moderators, subgroups, risk of
 * bias, one trial with two instruments, and one whose "SDs" are standard errors.
 */
const names = 'Alder Birch Cedar Dogwood Elm Fir Ginkgo Hazel Ilex Juniper Kauri Larch'.split(' ');

const header = [
  'study',
  'outcome_category',
  'condition_arm1',
  'condition_arm2',
  'outcome_type',
  'instrument',
  'time',
  'time_weeks',
  '.g',
  '.g_se',
  'mean_arm1',
  'sd_arm1',
  'n_arm1',
  'mean_arm2',
  'sd_arm2',
  'n_arm2',
  'country',
  'year',
  'smi',
  'format',
  'overall_RoB',
];

function row(index: number, shift: number, instrument: string, sd: number, domain: string): string {
  const n = 30 + 9 * ((index * 5) % 7);
  const difference = 0.25 + 0.2 * Math.sin((index + shift) * 2.1);
  const [meanT, meanC] = [90 + 10 * difference, 90];
  const d = (meanT - meanC) / sd;
  const g = d * (1 - 3 / (4 * (2 * n - 2) - 1));
  const se = Math.sqrt(2 / n + (g * g) / (4 * n));
  return [
    `${names[index]}, ${2006 + index}`,
    domain,
    'Peer support',
    index % 2 === 0 ? 'CAU' : 'WL',
    'msd',
    instrument,
    'post',
    12,
    g.toFixed(4),
    se.toFixed(4),
    meanT.toFixed(2),
    sd,
    n,
    meanC,
    sd,
    n,
    'NL',
    2006 + index,
    index % 3 === 0 ? 'other' : 'SMI',
    index % 2 === 0 ? 'group' : 'individual',
    ['Low risk', 'Some concerns', 'High risk'][index % 3],
  ].join(';');
}

export const twelveTrials = [
  header.join(';'),
  ...names.flatMap((_, index) => [
    row(index, 0, 'Recovery Assessment Scale', index === 7 ? 1.4 : 10, 'Personal recovery'),
    row(index, 3, 'Brief Symptom Inventory', 12, 'Clinical recovery'),
    ...(index === 2 ? [row(index, 1, 'Hope Scale', 9, 'Personal recovery')] : []),
  ]),
].join('\n');
