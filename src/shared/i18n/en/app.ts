import { plural } from '../text';

/** The frame around every screen: start, rail, top line, settings, help. */
export const app = {
  name: 'Concord',
  tagline: 'A workbench for systematic reviews',
  trialRuntime:
    'This window runs on an old test runtime because the current one could not be downloaded. Use it for trials only, not for a real review.',
  noJournal: 'Browser preview: this review is kept in this browser only, without a copy on disk.',
  fictitious: 'Demonstration: every study, number and person in this review is invented.',
  loading: 'Opening…',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  add: 'Add',
  remove: 'Remove',
  undo: 'Undo',
  back: 'Back',
  edit: 'Edit',
  yes: 'Yes',
  no: 'No',
  none: 'None',
  of: (done: string, total: string) => `${done} of ${total}`,
  failedTitle: 'Something went wrong on this screen',
  failedText:
    'Nothing you saved is lost. Go back to the start and open the review again; if it happens again, export the review and report it.',

  home: {
    title: 'Reviews',
    create: 'New review',
    demo: 'Open the demonstration',
    demoBadge: 'Demonstration',
    demoHint: 'A small invented review with something in every stage, to look around and try things out.',
    emptyTitle: 'Start your first review',
    createHint:
      'It begins with a protocol: the question, the criteria, the outcomes. Take a template and change what is different.',
    joinHint: 'A colleague has shared a review: choose its folder or server, and say who you are.',
    promise:
      'Everything works offline and stays in files on this computer. Nothing is sent anywhere unless you share a review.',
    open: 'Open',
    opened: (date: string) => `Opened ${date}`,
    onDisk: 'On disk',
    unreadable: 'This review folder could not be read',
    template: 'Protocol template',
    reviewTitle: 'Title of the review',
    yourName: 'Your name',
    yourNameHint: 'Colleagues see it beside your work. Each coder has a profile of their own.',
    createAction: 'Create review',
    location: (folder: string) => `Reviews are kept in ${folder}`,
  },

  rail: {
    label: 'Stages of the review',
    protocol: 'Protocol',
    import: 'Import',
    duplicates: 'Duplicates',
    titleAbstract: 'Titles and abstracts',
    reading: 'Progress and stopping',
    fullText: 'Full texts',
    conflicts: 'Conflicts',
    agreement: 'Agreement',
    riskOfBias: 'Risk of bias',
    extraction: 'Extraction',
    pooling: 'Pooling',
    prisma: 'PRISMA flow',
    handOver: 'Hand over',
    reviews: 'All reviews',
    waiting: (count: string) => `${count} waiting`,
  },

  coder: {
    label: 'Working as',
    switch: 'Switch coder',
    add: 'Add a coder',
    addTitle: 'Add a coder to this review',
    addHint:
      'Each coder has a queue of their own and never sees how the other one voted while a stage is blind.',
    name: 'Name',
    role: 'Role',
    roles: { lead: 'Lead', coder: 'Coder', adjudicator: 'Adjudicator', observer: 'Observer' },
    roleHints: {
      lead: 'Leads the review, codes, and settles conflicts.',
      coder: 'Screens, rates and extracts, blind to the others.',
      adjudicator: 'Settles what two coders see differently.',
      observer: 'Reads along and changes nothing.',
    },
  },

  saved: {
    saved: 'Saved',
    saving: 'Saving…',
    failed: 'Not saved',
    readOnly: 'Read only',
    readsAlong: 'Reading along',
  },

  settings: {
    title: 'Settings',
    language: 'Language',
    languages: { en: 'English', nl: 'Nederlands' },
    theme: 'Appearance',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
    density: 'Density',
    densities: { comfortable: 'Comfortable', compact: 'Compact' },
  },

  help: {
    title: 'Keys and help',
    anywhere: 'Anywhere',
    openHelp: 'Keys and help',
    goTo: 'Go to the stage with this number',
    beside: 'Go to the stage before, after',
    team: 'Team: share, who is in step, keys',
    close: 'Close a dialog',
  },

  problems: {
    healedDatabase: (count: number) =>
      `${count} ${plural(count, 'event was', 'events were')} missing in the window’s database and came back from the copy on disk.`,
    healedJournal: (count: number) =>
      `${count} ${plural(count, 'event was', 'events were')} missing in the copy on disk and came back from the window’s database.`,
    logsDiffer: (author: string, position: number) =>
      `The two copies of the work of ${author} differ from entry ${position} on. The review is open for reading only, so that neither copy is changed. Make a copy of the review folder, then restore a backup or ask for help with both copies.`,
    chainBroken: (author: string, position: number) =>
      `The log of ${author} is damaged at entry ${position}. What stands before it is shown; the review is open for reading only. Restore the folder from a backup or from a colleague’s copy.`,
    recordsMissing: (count: number) =>
      `${count} ${plural(count, 'block', 'blocks')} of imported records could not be found. Import the same files again: the records get the same identities, and every decision finds them.`,
    journalUnreadable: (reason: string) =>
      `The review folder on disk cannot be read or written: ${reason} The review is open for reading only. Open it again when that is solved.`,
    mendedDatabase: (author: string, position: number) =>
      `The window’s database had the work of ${author} damaged at entry ${position}; it was made anew from the copy on disk. Nothing is lost.`,
    mendedJournal: (author: string, position: number) =>
      `The copy on disk had the work of ${author} damaged at entry ${position}; it was written anew from the window’s database. The damaged file is kept beside it; nothing is lost.`,
    filesMended: (author: string, files: string) =>
      `In the work of ${author} on disk, ${files} was not as it was written. Nothing was missing; it was written anew, and what stood there is kept beside it.`,
    conflictedCopies: (author: string, files: string) =>
      `Beside the work of ${author} on disk lies a second version: ${files}. A sync service makes such files. What only it had was taken over; it can be removed.`,
    tornLine: (author: string) =>
      `An unfinished last entry of ${author} on disk was cut off. It had never been shown as saved.`,
    reviewFileMended:
      'review.json in the review folder was missing or not as it was written, and was written anew.',
    reviewFileUnreadable: (reason: string) => `review.json in the review folder: ${reason}`,
    blocksMended: (count: number) =>
      `${count} ${plural(count, 'block', 'blocks')} of imported records ${plural(count, 'was', 'were')} damaged in the window’s database and came back from the copy on disk.`,
    blobsRestored: (files: string) => `Missing or damaged on disk, and put back from another copy: ${files}.`,
    blobsLost: (files: string) =>
      `Missing or damaged on disk, and no other copy was found: ${files}. Every decision is kept. Add the file again, or restore a backup that has it.`,
    copyFailed: (reason: string) =>
      `Concord was updated, and a copy of this review could not be made before opening it: ${reason} It is open for reading only. Open it again when that is solved.`,
    newerEvents: (count: number) =>
      `${count} ${plural(count, 'entry comes', 'entries come')} from a newer version of Concord. They are kept and passed on, but do not count here. Update to see them.`,
    dismiss: 'Understood',
  },

  refusals: {
    'not-a-member': 'You are not a coder of this review yet. Choose or add a profile at the top.',
    'observers-only-read':
      'Observers read along; they do not change anything. Switch to a coder profile to work.',
    'only-lead': 'Only the lead may do this.',
    'adjudicators-do-not-vote': 'An adjudicator sees how others voted and therefore does not vote.',
    'unknown-record': 'This record is no longer part of the review.',
    'unknown-batch': 'This import is no longer part of the review.',
    'source-without-name': 'A source needs the name of its database or register.',
    'record-invalid': 'A field holds more than it may, or a year that is none. Nothing was changed.',
    'unknown-reason': 'This exclusion reason is no longer in the protocol. Choose another one.',
    'reason-required': 'Choose a reason: at full text every exclusion needs exactly one.',
    'reason-without-exclusion': 'A reason goes with an exclusion only.',
    'maybe-not-allowed': 'The protocol has no “maybe” at this stage.',
    'nothing-to-settle': 'There is no conflict here any more.',
    'protocol-invalid':
      'The protocol has a field that cannot be saved: a name is empty or a text is too long.',
    'too-few-records': 'Choose at least two records.',
    'unknown-coder': 'One of these people is not in the review.',
    'pilot-needs-two': 'A pilot needs at least two coders of this review.',
    'pilot-open': 'A pilot is under way. Close it before drawing another.',
    'no-open-pilot': 'No pilot is open.',
    'pilot-reason-required': 'The gate is not met, or not known: say why the pilot ends all the same.',
    'label-invalid': 'A label has between 1 and 80 letters.',
    'nothing-to-take-back': 'There is nothing left to take back.',
    'empty-note': 'The note is empty.',
    'no-protocol': 'This review has no protocol yet.',
    'not-final': 'This study has no final extraction any more. Settle it first.',
    'answer-without-reason': 'Say why: the reason is kept and handed over.',
    'stop-without-reason': 'Say why reading may stop: the reason is kept and reported.',
    'nothing-unread': 'Every record has been read by somebody: there is nothing to set aside.',
    'still-blind':
      'This opens when your queue at this stage is empty: until then it would show how you voted.',
    'not-excluded': 'This record is not excluded any more.',
    'report-not-retrieved':
      'This report is noted as not retrieved. Say first that it was retrieved, or add its PDF.',
    'nothing-to-discuss': 'The votes on this record do not differ; there is no conflict to talk about.',
    'unknown-study': 'This study is not in the review.',
    'extracted-apart': 'Coders are extracting this study apart. Say it when all of them have finished.',
    'use-reason-required': 'Say why this result is used, or not.',
    'retrieval-reason-required': 'Say why the report could not be had.',
    'no-escrow': 'The protocol has no escrow of keys.',
    'escrow-without-reason': 'Say why: everybody sees the reason.',
    'document-unknown': 'That file no longer belongs to this report.',
    'read-only': 'This review is open for reading only.',
  },

  storage: {
    'disk-nearly-full':
      'There is so little room on this disk that nothing is written any more, before anything breaks. Make room; what was saved is safe.',
    'backup-missing': 'This backup is not there any more.',
    'disk-full':
      'The disk is full. Nothing is lost, but nothing new can be saved: free some space, then do it again.',
    'permission-denied':
      'Concord may not write to the review folder. Ask for write access or move the folder.',
    'read-only': 'The review folder is read-only.',
    'folder-missing':
      'The review folder is not there any more. Was it moved or renamed, or is a drive not connected?',
    'newer-format': 'It was written by a newer Concord. Update to open it.',
    'disk-error': 'The disk could not be read there.',
    'file-busy': 'Another program holds the file. Close it, or wait a moment.',
    'database-failed': 'The window’s database refused to save. Restart Concord; what is on disk is safe.',
    other: (code: string) => `Saving failed (${code}). What was shown as saved before is safe.`,
  },
};
