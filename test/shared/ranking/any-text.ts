import fc from 'fast-check';

const vocabulary = [
  'peer',
  'support',
  'trial',
  'adults',
  'recovery',
  'nurse',
  'drug',
  'dose',
  'sleep',
  'a',
  'I',
];

/** Short texts that share words, as records of one search do. */
export const text = fc
  .array(fc.constantFrom(...vocabulary, 'Peer', 'trial.', '(drug)', 'x1'), { maxLength: 14 })
  .map((words) => words.join(' '));

export const wordsByHand = (value: string): string[] =>
  value
    .toLowerCase()
    .split(/[^a-z0-9_]+/u)
    .filter((word) => word.length >= 2);
