export type HelpTopic =
  | 'protocol'
  | 'import'
  | 'duplicates'
  | 'title-abstract'
  | 'reading'
  | 'full-text'
  | 'conflicts'
  | 'agreement'
  | 'risk-of-bias'
  | 'extraction'
  | 'pooling'
  | 'prisma'
  | 'hand-over';

export type Sheet = {
  readonly title: string;
  readonly about: string;
  readonly keys: readonly (readonly [key: string, does: string])[];
};

const screeningKeys: Sheet['keys'] = [
  ['1 – 9', 'Go to that criterion, or give that reason'],
  ['Ctrl E', 'Correct the record'],
  ['→ ←', 'Next or previous record'],
  ['↓ ↑', 'Next or previous line of the list'],
  ['Esc', 'Leave a field, or stop being asked'],
];

/** What the help sheet says about each screen. */
export const help: { readonly [S in HelpTopic]: Sheet } = {
  protocol: {
    title: 'Protocol',
    about:
      'Everything the review does follows from the protocol. Change what you like: nothing counts until you save it as a new version, and every older version can be read again.',
    keys: [],
  },
  import: {
    title: 'Import',
    about:
      'Drop the files as the databases gave them. Nothing is rejected: what can be saved is saved, what was repaired is listed with its line. Look at the first records: if letters are garbled choose another encoding, if fields are mixed up say what the columns hold. Say which database each file comes from, when it was searched and how: PRISMA counts by source. An import can be undone as a whole, a record corrected or added by hand, and empty fields filled from a second export.',
    keys: [
      ['O', 'Choose files'],
      ['Enter', 'Import what was read'],
      ['A', 'Add a record by hand'],
      ['C', 'Complete records from another export'],
    ],
  },
  duplicates: {
    title: 'Duplicates',
    about:
      'Records were compared with each other after every import. What is certain by the rules is joined (or waits for your look, as the protocol says); what may be one report is asked here, side by side, with what differs marked. Your word outranks every rule and holds for later imports. A group can be taken apart at any time, also after screening has begun, a record can leave it, another can lead it; all counts follow. “One study?” lists a preprint and its article, an abstract and its article, or the entries of a trial in registers and its reports: S links them as reports of one study, D says they are not. The account says where the number of duplicates comes from, for PRISMA and the methods section. Check draws a random sample of what rules joined, for you to look at: how often they were right, with an interval to report.',
    keys: [
      ['S', 'Same report'],
      ['D', 'Different reports'],
      ['R', 'Different reports of one study: linked'],
      ['1 / 2', 'Same report, and the left or the right record leads'],
      ['L', 'Later'],
      ['Z', 'Take the last answer back'],
      ['← →', 'Previous and next pair'],
      ['R', 'Check: rightly joined'],
      ['W', 'Check: wrongly joined, take it apart'],
    ],
  },
  'title-abstract': {
    title: 'Titles and abstracts',
    about:
      'Answer the criteria and vote as they say, or vote directly. You never see how the other coder voted; what follows from both votes (full texts, studies, the flow) opens when you have finished. Everything can be taken back.',
    keys: screeningKeys,
  },
  reading: {
    title: 'Progress and stopping',
    about:
      'How far reading has come, how much may be left, and whether it may stop. The advice is a test, not a rule of thumb; stopping is the lead’s decision, is kept with its reason, and can be reopened. Name records you know to be relevant so that the order starts well, look again at excluded records the model finds likely, and try the ranking on a review that is finished.',
    keys: [
      ['S', 'Back to reading'],
      ['O', 'Reopen reading, where it was stopped'],
    ],
  },
  'full-text': {
    title: 'Full texts',
    about:
      'Opens when you have finished titles and abstracts, unless the lead ends their blindness or the protocol opens later stages as records are decided. The same, with the PDF at hand: select words and they become a quote of the criterion in focus, with the page. An exclusion needs exactly one reason; two excludes for different reasons become a conflict. Under Reports and files a whole folder of PDFs finds its reports, and what was tried to find the others is kept; under Studies reports of one study are linked. Of an included report it can be said there that its study cannot be pooled, and why; that is no exclusion. A report given up as not retrieved is nobody’s to assess.',
    keys: [
      ...screeningKeys,
      ['A', 'Add a PDF to the report'],
      ['R', 'Between the PDF and the record'],
      ['/', 'Search in the PDF; Enter for the next place, Esc to go back'],
      ['+ − 0', 'Larger, smaller, fit width'],
      ['[ ]', 'Page before, page after'],
      ['G', 'All pages small'],
      ['PgUp PgDn Home End', 'Through the PDF'],
      ['F', 'Reports and files: add PDFs from a folder'],
      ['S D', 'Studies: the first pair is one study, or different ones'],
    ],
  },
  conflicts: {
    title: 'Conflicts',
    about:
      'Where two coders differ. Read first, then ask to see how they voted, then settle. A settlement names the votes it rests on: if one of them changes, the conflict opens again by itself, and says so. What is said about a record stays on it, with name and time, for everybody who is no longer blind there.',
    keys: [
      ['J K ↓ ↑', 'Next or previous conflict'],
      ['H', 'Show how they voted'],
      ['I E', 'Settle as include or exclude'],
      ['1 – 9', 'The reason of an exclusion'],
      ['Enter', 'Settle'],
      ['C', 'Say something about the record; Ctrl Enter says it'],
    ],
  },
  agreement: {
    title: 'Agreement',
    about:
      'How far coders agree, from the votes they gave before anybody saw the others’; settlements play no part. Choose the stage, two people, and what is compared: votes, one criterion, or exclusion reasons; say how “maybe” counts. Where more than two voted, all of them together and every pair stand below. Every underlined number shows the records behind it: look at those rather than at the number alone. If agreement falls from week to week, a notice says so and names the records to talk about.',
    keys: [],
  },
  'risk-of-bias': {
    title: 'Risk of bias',
    about:
      'Say which design the study has, answer the signalling questions; the tool proposes a judgement per domain, you confirm it or say why you judge otherwise. Where a tool has no rule, the judgement is yours and says what it rests on. Two coders rate blind, then the final assessment is settled.',
    keys: [
      ['1 – 5', 'Answer the marked question, in the order of its answers'],
      ['J K', 'Next or previous study'],
      ['Ctrl ↵', 'Done with the study, or make final'],
      ['P', 'The report beside the form'],
      ['Q', 'Take what is selected in the report as the quote for the marked question'],
    ],
  },
  extraction: {
    title: 'Extraction',
    about:
      'Choose what the report gives, from means and SDs to medians, test statistics, ratios and cluster trials, and type the numbers as the paper prints them. The effect appears as you type; positive favours the intervention, whatever the direction of the instrument. Below it stands how it follows from the report, step by step. Read the report beside: selected words (Q) or a drawn box (B) go to the number at hand. Work something out answers what stands on the way: an SD of change, arms put together, a correlation. Two coders first settle what the study is made of, then each types values into the same cells, and only what differs is asked. A study that is eligible and gives nothing to pool is marked so with the reason: it stays in the review, for the narrative synthesis.',
    keys: [
      ['J K', 'Next or previous study'],
      ['Ctrl ↵', 'Done with the study, or make final'],
    ],
  },
  pooling: {
    title: 'Pooling',
    about:
      'The analysis plan of the protocol, filled in from the final sheet. Choose a line to see what is behind it: forest plot, subgroups, sensitivity, leave-one-out, small studies. Change the model to see what depends on it; the protocol stays as it is, and every departure from the plan is listed. Standard deviations that look like standard errors are shown both ways. Press a study in a figure for its numbers and where they were read. The report proposes methods and results from what was done; press a sentence to see where it comes from.',
    keys: [
      ['J K', 'Next or previous outcome'],
      ['1 – 9', 'Page behind the outcome'],
      ['← →', 'Move between pages'],
    ],
  },
  prisma: {
    title: 'PRISMA flow',
    about:
      'The PRISMA 2020 flow diagram, counted from what was decided, as of now. Press a number, or choose it from the list beside the diagram, to see everything behind it. For an update say in the protocol what the previous version included. The CSV is the one the PRISMA2020 R package reads.',
    keys: [],
  },
  'hand-over': {
    title: 'Hand over',
    about:
      'Everything the next program needs. First look at the checks: say of each alarm that it was checked and stands, with the reason, or read the result differently; results are then worked out both ways, and the sheet says what nobody answered. Then save the files, and freeze what went out.',
    keys: [],
  },
};
