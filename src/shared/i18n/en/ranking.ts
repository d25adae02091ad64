import { counted, plural } from '../text';

/** Reading the likely ones first, and when to stop. */
export const ranking = {
  title: 'Progress and stopping',
  back: 'Back to reading',
  parts: {
    progress: 'Progress',
    start: 'Where it starts',
    second: 'Second look',
    simulation: 'Try it out',
  },
  basisOwn:
    'Everything here rests on your own votes alone: how your colleagues voted plays no part while you read blind.',
  basisTeam:
    'Everything here rests on what was decided; where nothing is yet, a record somebody keeps counts as relevant.',

  rules: {
    order: 'Order of titles and abstracts',
    orderHint: 'For coders who have not chosen one themselves.',
    recall: 'Relevant records to be found before reading may stop',
    recallHint: 'The stopping test works towards this share.',
    confidence: 'How sure the team wants to be',
    everyNth: 'Random records among the likely ones',
    everyNthHint: 'Keeps an honest sample in what is read “most likely first”.',
    never: 'None',
    nth: (n: string) => `Every ${n}th record`,
  },

  figures: {
    read: 'Read',
    readOf: (total: string) => `of ${total}`,
    found: 'Relevant found',
    lately: (n: string) => `${n} in the last hundred`,
    left: 'May be left',
    leftUpTo: (most: string, confidence: string) => `at most ${most} (${confidence} sure)`,
    hours: 'Hours of reading left',
    pace: (seconds: string) => `at ${seconds} s a record`,
    noPace: 'nothing measured yet',
  },

  curve: {
    title: 'Relevant records found',
    read: 'Records read',
    found: 'Relevant found',
    foundPer: (records: string) => `Relevant per ${records} read`,
    randomOrder: 'random order',
    likelyTotal: 'estimated total',
    description: (found: string, read: string, records: string) =>
      `${counted(found, 'relevant record', 'relevant records')} found after ${read} of ${records}.`,
    saveCsv: 'Save figures (CSV)',
  },

  advice: {
    title: 'May reading stop?',
    yes: (recall: string, confidence: string) =>
      `Yes, by the test: with ${confidence} confidence at least ${recall} of the relevant records have been found.`,
    no: (recall: string, confidence: string, further: string) =>
      `Not yet. For ${confidence} confidence that ${recall} of the relevant records have been found, ${counted(further, 'more record', 'more records')} would have to come up with no relevant one.`,
    allRead: 'Every record has been read.',
    readOnce: (waiting: number, count: string) =>
      `Every record has been voted on, so a stop would set none aside. ${count} ${plural(waiting, 'waits', 'wait')} for your vote.`,
    nothingRead: 'Nothing has been read yet. The advice appears with the first votes.',
    p: (p: string) => `Chance of having found so few lately if the target were missed: p ${p}`,
    streak: (n: string) => `${n} irrelevant in a row`,
    streakTruth:
      'Do not stop by a streak alone: in 100 simulated reviews, “50 irrelevant in a row” had found 95 % of the relevant records in 26, “200 in a row” in 87, and the test in all 100 (while saving 16 % of the reading).',
    how: 'The test: Callaghan and Müller-Hansen 2020, hypergeometric and exact. Target and confidence stand in the protocol.',
  },

  stop: {
    action: 'Stop reading …',
    onlyLead: 'The lead decides for the team that reading stops.',
    title: 'Stop reading titles and abstracts',
    consequence: (unread: string) =>
      `${counted(unread, 'record', 'records')} that nobody has read ${plural(unread, 'is', 'are')} set aside. PRISMA counts what is set aside as excluded by automation tools. Records with one vote still wait for their second. Nothing is deleted, and reading can be reopened at any time.`,
    against: 'The test does not advise it yet. Say in the reason why you stop nevertheless.',
    reason: 'Reason, as it should stand in the report',
    confirm: 'Stop reading',
    done: 'Reading has stopped',
    standing: (who: string, when: string, unread: string) =>
      `Reading was stopped by ${who} on ${when}; ${counted(unread, 'unread record is', 'unread records are')} set aside.`,
    reopen: 'Reopen reading',
    reopened: 'Reading is open again',
  },

  start: {
    title: 'Known relevant records',
    text: 'Ranking starts from records you know to be relevant, for instance from an earlier review. Everybody sees this list. Without one it starts from the words of the criteria.',
    paste: 'DOIs or PubMed numbers, one per line',
    pasteAction: 'Find and add',
    search: 'Or search in titles',
    named: (who: string, when: string) => `named by ${who}, ${when}`,
    add: 'Known to be relevant',
    remove: 'Take off the list',
    none: 'No record has been named yet.',
    added: (n: number, total: number) =>
      `${n} of ${total} ${plural(total, 'identifier', 'identifiers')} found and added`,
    notFound: (list: string) => `Not among the records: ${list}`,
    noHits: 'No title holds these words.',
  },

  second: {
    title: 'Excluded, but like the included ones',
    text: 'A model that never saw the vote on a record finds these excluded records likely to be relevant. A slip of the finger is often among the first ten.',
    blindTitle: 'Opens when your queue is empty',
    blindText:
      'The second look needs votes that stand. It opens when you have read everything that waits for you.',
    few: 'There are not enough included records to learn from (at least five are needed).',
    none: 'No excluded record looks like the included ones.',
    look: 'Look for records',
    looking: 'Looking …',
    likeIncluded: (share: string) => `more likely than ${share} of the included records`,
    keep: 'Stays excluded',
    vote: 'Change to include',
    kept: 'Kept as excluded; it is not offered again',
    changed: 'Vote changed to include',
  },

  why: {
    title: 'Why here',
    notYet:
      'The order has not learned from votes yet. It starts from the words of the criteria and of known relevant records.',
    random: 'Drawn at random, so that what is read stays an honest sample.',
    up: 'pushed it up',
    down: 'pushed it down',
    model:
      'The model weighs words and pairs of words by the votes so far. It knows nothing of what a study found or how good it is, and it never hides a record.',
    place: (place: string, total: string) => `${place} of ${total} waiting`,
  },

  order: {
    indexing: (share: string) => `Reading the words of all records … ${share}`,
    learning: 'Learning …',
    learned: (n: string) => `learned from ${counted(n, 'vote', 'votes')}`,
    starting: 'starting order',
    failed: 'The ranking stopped working; records come as imported.',
  },

  simulation: {
    title: 'How much reading would it have saved?',
    text: 'Take a review that is finished: a table with title, abstract and whether each record was included (CSV; ASReview, SYNERGY and others write such files). The ranking screens it as if nobody knew the labels.',
    choose: 'Choose a labelled table …',
    own: 'Use the decisions of this review',
    seeds: 'Runs',
    run: 'Start',
    stop: 'Stop',
    running: (run: string, found: string, relevant: string) => `Run ${run}: ${found} of ${relevant} found`,
    result: (records: string, relevant: string) =>
      `${counted(records, 'record', 'records')}, ${relevant} relevant`,
    columns: {
      run: 'Run',
      read: 'Read until the last one',
      loss: 'Loss',
      ndcg: 'nDCG',
      wss95: 'WSS@95',
      recall10: 'Recall at 10 %',
      atd: 'ATD',
    },
    mean: 'Mean',
    legend:
      'Loss: 0 is a perfect order, 0.5 a random one. WSS@95: share of reading saved at 95 % recall beyond a random order. Recall at 10 %: share found after a tenth was read. ATD: mean place of a relevant record as a share of all.',
    errors: {
      'no-text-column': (columns: string) =>
        `There is no column for title or abstract. The columns are: ${columns}`,
      'no-label-column': (columns: string) =>
        `There is no column that says which records were included (label_included, included, label …). The columns are: ${columns}`,
      'no-records': () => 'The table has a header and no record.',
      'label-not-understood': (label: string) => `A label is neither yes nor no: ${label}`,
      'one-sided': () => 'A simulation needs at least one included and one excluded record.',
      failed: () => 'The file could not be read.',
    },
  },

  report: {
    title: 'For the methods section (PRISMA item 8)',
    copy: 'Copy',
    copied: 'Copied',
    none: 'Titles and abstracts were read in the order chosen by each coder; the ranking was not used.',
    used: (version: string, model: string, keywords: string) =>
      `Titles and abstracts were offered in order of predicted relevance with Concord ${version} (model ${model}: TF-IDF of words and word pairs of title, abstract and ${keywords}; linear support vector machine with squared hinge loss, C = 0.11, class weights balanced with ratio 9.8), retrained after every vote on each coder’s own votes while screening was blind.`,
    keywords: 'keywords',
    share: (ranked: string, read: string) =>
      `${ranked} of ${counted(read, 'record', 'records')} read had been offered in this order.`,
    stopped: (read: string, total: string, found: string, recall: string, confidence: string, p: string) =>
      `Reading stopped after ${read} of ${counted(total, 'record', 'records')} (${found} relevant) by the test of Callaghan and Müller-Hansen (2020) for a recall of ${recall} at ${confidence} confidence (p ${p}).`,
    stoppedBefore: (
      read: string,
      total: string,
      found: string,
      recall: string,
      confidence: string,
      p: string,
    ) =>
      `Reading stopped after ${read} of ${counted(total, 'record', 'records')} (${found} relevant), before the test of Callaghan and Müller-Hansen (2020) advised it for a recall of ${recall} at ${confidence} confidence (p ${p}).`,
    unread: (n: string) =>
      `${counted(n, 'record was', 'records were')} not read and ${plural(n, 'is', 'are')} reported as excluded by automation tools.`,
    all: 'All records were read: the order changed when they were read, not whether.',
    reason: (text: string) => `Reason given: ${text}`,
  },
};
