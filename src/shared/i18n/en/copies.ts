/** Backups, restoring, deleting, and looking at a review as it was. */
export const copies = {
  more: 'More…',
  moreTitle: (review: string) => `“${review}”: history and backups`,

  asOf: 'As it was at a moment',
  asOfHint: 'Opens the review for reading only, with everything that had been done until then.',
  day: 'Day',
  time: 'Time',
  open: 'Open for reading',
  shownAsOf: (moment: string) =>
    `This is the review as it was on ${moment}, for reading only. Nothing you see here has changed since then.`,

  backups: 'Backups',
  backupsTitle: 'Backups of reviews',
  backupsHint:
    'Concord copies each review once a day when it is opened, and keeps seven days and four weeks; before an updated Concord first opens it, and keeps the last three of those; and when it is deleted. Restoring first makes a copy of what stands there now. Decisions that were shared with a team come back from the team’s folder.',
  none: 'There are no backups yet.',
  why: {
    daily: 'daily copy',
    'before-update': 'before an update of Concord',
    'before-migration': 'before its data was brought to a new version',
    deleted: 'deleted',
    'before-restore': 'before a restore',
  },
  program: (version: string) => `worked on with Concord ${version}`,
  restore: 'Restore',
  restored: (review: string) => `“${review}” is as it was in the backup.`,

  remove: 'Delete…',
  removeTitle: (review: string) => `Delete “${review}”?`,
  removeText:
    'The review leaves this list. A copy stays among the backups, from which it can be restored. What was shared with a team stays in the team’s folder.',
  removeConfirm: 'Delete this review',
  removed: (review: string) => `“${review}” is deleted; a copy is among the backups.`,
};
