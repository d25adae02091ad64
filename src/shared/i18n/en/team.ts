import { plural } from '../text';

/** Sharing a review, joining one, who is in step, keys and recovery sheets. */
export const team = {
  mark: {
    share: 'Share…',
    alone: 'Only on this computer',
    starting: 'Meeting the team…',
    inStep: (time: string) => `In step ${time}`,
    away: 'Team out of reach',
    attention: 'Team: look here',
  },

  share: {
    title: 'Share this review with your team',
    about:
      'Choose a folder that a service already brings to everybody: Nextcloud, OneDrive, Dropbox, Syncthing, or a network drive. Concord puts the review in a folder of its own there. Everybody goes on working offline; what arrives is merged by itself.',
    choose: 'Choose a folder…',
  },

  server: {
    where: 'Where is it kept?',
    folder: 'In a shared folder',
    server: 'On a CouchDB server',
    about:
      'For teams that outgrow a folder. The server needs a database for each person; the README of Concord says how to set it up. Colleagues join with the address that stands under Team afterwards.',
    url: 'Address of the server',
    address: 'Address your lead has sent',
    addressHint: 'It stands under Team on the lead’s computer and ends in # and letters.',
    user: 'User name on the server',
    password: 'Password',
    connect: 'Connect',
    noTls:
      'This address begins with http: everybody on the way can read the password. Ask for an address that begins with https.',
  },

  join: {
    folderHint:
      'Choose the folder that ends in “.review”, or the one it is in, where your sync service put it on this computer.',
    action: 'Join a review',
    title: (review: string) => `Join “${review}”`,
    who: 'Who are you in this review?',
    asNew: 'I am new here',
    asKnown: 'I have a recovery sheet',
    blindHint:
      'Your votes, assessments and extractions leave this computer sealed. Colleagues see that you worked and how much, and nothing of what you chose until all coders of an item have finished it.',
    leadHint: 'You join as a coder; the lead of the review can then make you lead.',
    code: 'Code on your recovery sheet',
    codeHint: 'Begins with “concord:”. Spaces and line breaks do not matter.',
    confirm: 'Join',
    busy: 'Bringing in the review…',
    hereAlready: 'You work on this review on this computer already. It is open now.',
  },

  dialog: {
    title: 'Team',
    place: 'Shared in',
    copy: 'Copy',
    copied: 'Copied. Colleagues join with it, or with the folder as their own sync service shows it.',
    exchanged: (time: string) => `Everything was exchanged at ${time}.`,
    never: 'Nothing has been exchanged yet.',
    awayText: (reason: string) =>
      `Out of reach: ${reason} Your work is safe here and is exchanged when the team can be reached again.`,
    findFolder: 'Choose the folder again…',
    members: 'Who works on this review',
    name: 'Name',
    role: 'Role',
    until: 'Work here until',
    nothingYet: 'nothing yet',
    here: 'on this computer',
    sealed: 'Sealed judgements',
    sealedNone: 'Nothing is sealed at the moment.',
    sealedCount: (stage: string, count: string) => `${stage}: ${count} that you cannot read yet`,
    unblind: 'Unblind…',
    unblinded: (stage: string, who: string, when: string) => `${stage}: unblinded by ${who}, ${when}`,
    visible: 'What colleagues can see',
    visibleText:
      'Names and roles, imports, duplicates, documents, settled conflicts, studies said not to be poolable, and for each sealed judgement: who made it, when, on which record or study (so also how much each has done), and how long it is in rough steps. Not: votes, reasons, criterion answers, private notes, assessments, extracted numbers. Keys are given out by themselves when all coders of an item have finished it; a judgement changed after that is marked as such for good.',
    recordsMissing: (count: number) =>
      `${count} ${plural(count, 'block of records', 'blocks of records')} named by a colleague ${plural(count, 'has', 'have')} not arrived yet. The sync service may still be busy.`,
    uncounted: (count: number) =>
      `${count} ${plural(count, 'event is', 'events are')} kept and ${plural(count, 'does', 'do')} not count: made without the right to, or under a seal that does not open to what it says.`,
    changedAfter: (count: number) =>
      `${count} ${plural(count, 'vote was', 'votes were')} cast or changed after the other votes on the record could be read.`,
    sheet: 'Recovery sheet',
    leave: 'Stop exchanging on this computer',
    leaveDone: 'This computer no longer exchanges this review. What was shared stays where it is.',
  },

  unblind: {
    title: (stage: string) => `Unblind ${stage}`,
    about:
      'Every coder’s machine gives out its key of this stage. From then on everybody can read all judgements of it, the later ones too. This cannot be taken back, and everybody sees who did it and why.',
    reason: 'Reason',
    confirm: 'Unblind this stage',
  },

  escrow: {
    title: 'Keys held by the lead',
    about:
      'The protocol lets the lead hold the keys of all coders, so that the sealed work of somebody who has left is not lost. Each computer entrusts them by itself. Concord opens them only with a reason, which everybody sees here for good; until then they open nothing.',
    none: 'No keys have been entrusted yet.',
    entrusted: (names: string) => `Entrusted so far by ${names}.`,
    open: 'Open somebody’s answers…',
    used: (who: string, coder: string, stage: string, when: string, reason: string) =>
      `${who} opened the answers of ${coder} (${stage}), ${when}: ${reason}`,
    dialogTitle: 'Open somebody’s answers',
    dialogAbout:
      'The key of this coder for this stage is given to everybody: what they have judged there can be read from then on. This cannot be taken back, and everybody sees who did it and why. Votes you cast afterwards on records this coder had judged are marked for good, because they are not independent any more.',
    coder: 'Whose answers',
    stage: 'Stage',
    confirm: 'Open the answers',
    notHere:
      'No key of this coder is in your hands on this computer. They entrust it when their Concord next meets the team.',
  },

  sheet: {
    title: 'Keep your recovery sheet',
    about: (name: string) =>
      `Only this code opens what ${name} has sealed. If this computer is lost, it brings back every decision that had been shared. Save it away from this computer: print it, or put it in a password manager. Whoever has it can read the sealed work.`,
    noKeychain:
      'This system has no keychain that Concord can use. The key stands readable in a file of your account on this computer; whoever can read your files can read it.',
    save: 'Save the sheet',
    kept: 'I have put it in a safe place',
    fileName: (name: string) => `Concord recovery sheet ${name}.txt`,
    file: (review: string, name: string, code: string) =>
      `Concord recovery sheet\n\nReview: ${review}\nCoder:  ${name}\n\n${code}\n\nKeep this away from the computer the review is on. Whoever has it can read what this coder has sealed.\nTo use it: open Concord, choose “Join a review”, then “I have a recovery sheet”.\n`,
  },

  stages: {
    'title-abstract': 'Titles and abstracts',
    'full-text': 'Full texts',
    'risk-of-bias': 'Risk of bias',
    extraction: 'Extraction',
  },

  problem: {
    'log-broken': (name: string) =>
      `What arrived from ${name} is damaged. What stands before the damage counts. Ask ${name} to open the review: their computer sends it again.`,
    'log-rewritten': (name: string) =>
      `What ${name} had shared before is not what stands in the shared folder now. Nothing was changed here. Ask ${name} whether two computers use the same copy of Concord’s data.`,
    'seal-broken': (name: string) =>
      `Work of ${name} that came back does not open with the key on this computer.`,
    'not-understood': () =>
      'Some work was made with a newer Concord and waits here until this one is updated.',
    'key-missing': (name: string) =>
      `The key of ${name} is not on this computer. Nothing of ${name} is sent until you join again with the recovery sheet.`,
    other: (name: string, reason: string) => `The work of ${name} does not travel: ${reason}`,
  },

  errors: {
    'no-desktop': 'A review can be shared from the desktop program only.',
    'no-review-here': 'There is no shared review in this folder. Choose the folder that ends in “.review”.',
    'several-reviews-here':
      'There is more than one review in this folder. Choose the one that ends in “.review” itself.',
    'review-exists': 'This folder already holds another review. Choose another folder.',
    'newer-format': 'This review was shared with a newer Concord. Update to join it.',
    'not-arrived':
      'The beginning of this review has not arrived yet. Wait until the folder is in sync and try again.',
    'folder-missing':
      'The team’s folder is not where it was. Was it moved, renamed or emptied, or is a drive not connected?',
    'permission-denied':
      'Concord may not write to the team’s folder. Ask whoever shares it for write access.',
    'read-only': 'The team’s folder is read-only on this computer. Ask whoever shares it for write access.',
    'not-shared': 'This review is not shared any more.',
    'not-written': 'Joining could not be saved on this computer.',
    'no-address': 'This is no address of a shared review. It looks like https://server/#letters.',
    unreachable:
      'The server does not answer. Check the address and the network; work goes on here meanwhile.',
    'not-allowed':
      'The server does not let this user do that. Check user name and password, or ask whoever runs it.',
    'not-a-server': 'What answers at this address is no CouchDB server.',
    'no-code': 'This is not the code of a recovery sheet.',
    mistyped: 'The code has a typing error: its last four digits do not fit.',
    'other-review': 'This recovery sheet belongs to another review.',
    'unknown-coder':
      'The coder on this sheet has not arrived yet. Wait until the folder is in sync and try again.',
  },
};
