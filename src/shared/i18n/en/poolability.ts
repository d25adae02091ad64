/** Whether an eligible study can be pooled. */
export const poolability = {
  label: 'In the meta-analysis',
  poolable: 'Can be pooled',
  notPoolable: {
    'no-usable-data': 'Not poolable: no usable data',
    'not-as-needed': 'Not poolable: data not reported as needed',
    'no-answer': 'Not poolable: authors did not answer',
    'no-comparison': 'Not poolable: no comparison the plan pools',
    other: 'Not poolable: another reason',
  },
  hint: 'An eligible study that cannot be pooled stays in the review: PRISMA counts it as included, and it goes to the narrative synthesis.',
  note: 'Note',
  badge: 'not pooled',
  said: (who: string, when: string) => `Said by ${who}, ${when}`,
  noted: 'Noted',
  filter: 'Not pooled',
  all: 'All studies',
  filterLabel: 'Show studies',
  closed: 'Coders are extracting this study apart; whether it can be pooled is said when all have finished.',
};
