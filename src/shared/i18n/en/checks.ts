import { plural } from '../text';

/** Alarms about extracted numbers and what the team answers. */
export const checks = {
  title: 'Checks',
  none: 'No check has anything to say about these numbers.',
  ownHint: 'About your own entries only. Look at the source again before you finish.',
  finalHint:
    'What looks wrong in the final numbers. Correct the extraction, say why it stands, or read the result differently beside what was extracted.',
  outstanding: (count: number) =>
    count === 0
      ? 'Every alarm is answered.'
      : `${count} ${plural(count, 'alarm is', 'alarms are')} not answered yet. The sheet says so.`,
  answered: (count: number) => `${count} answered`,
  show: 'Show',
  filters: { open: 'Not answered', all: 'All' },
  list: 'Alarms',
  row: 'Row',
  study: 'Study',
  finding: 'What looks wrong',
  answer: 'Answer',
  wholeSheet: 'Whole sheet',
  stands: 'Checked, stands',
  readDifferently: 'Read differently…',
  reason: 'Why',
  reasonPlaceholder: 'What the source says, with the page',
  change: 'Read it as',
  changes: {
    'sd-is-se': 'The SDs are standard errors',
    sign: 'The sign is the other way round',
    'leave-out': 'Leave this result out',
  },
  save: 'Save',
  cancel: 'Cancel',
  saved: 'The answer is saved',
  reopen: 'Reopen',
  reopened: 'The alarm is open again',
  standsBy: (name: string, reason: string) => `Stands (${name}): ${reason}`,
  correctedBy: (name: string, change: string, reason: string) => `${change} (${name}): ${reason}`,
  source: (source: string) => `Method: ${source}`,
};
