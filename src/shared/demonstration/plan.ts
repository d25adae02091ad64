import {
  assertNever,
  canonicalJson,
  hashText,
  recordIdOf,
  type EventId,
  type RecordId,
  type Sha256,
} from '../kernel';
import { protocolTemplates, usualExtraction, type Protocol, type TemplateLanguage } from '../protocol';
import { citationRecord, recordBlockJson } from '../records';
import { duplicateMethod, findDuplicates, findingsOfRun } from '../deduplication';
import { writeRis } from '../formats';
import { studyIdOfReport, type Command } from '../review';
import type { AssessmentContent } from '../risk-of-bias';
import type { ScreeningStage, VoteCast } from '../screening';
import { foundAgain, inventedRecords, type InventedRecord } from './invented-records';
import * as story from './story';

export type DemoAuthor = 'lead' | 'first' | 'second';

/** The demonstration as a script: export files and blocks of records to keep, and what everybody does, in order. */
export type DemoStep =
  | { readonly file: string }
  | { readonly block: string }
  | { readonly by: DemoAuthor; readonly command: Command }
  /** Settles what two coders saved; the ids of their events are known only when it runs. */
  | { readonly by: 'lead'; readonly settle: 'extraction' | 'assessment'; readonly key: string };

export const demoCoders: { readonly [A in DemoAuthor]: string } = {
  lead: 'Iris van Dam',
  first: 'Mira Holm',
  second: 'Tomás Reyes',
};

export type DemoPlan = {
  readonly title: string;
  readonly protocol: Protocol;
  readonly steps: readonly DemoStep[];
  readonly contentOf: (
    settle: 'extraction' | 'assessment',
    key: string,
    settles: readonly EventId[],
  ) => Command;
  readonly studyOf: (key: string) => ReturnType<typeof studyIdOfReport>;
};

/** Builds the demonstration in a language: the same invented review, its protocol and labels in that language. */
export function planDemonstration(language: TemplateLanguage): DemoPlan {
  const template = protocolTemplates[0];
  if (!template) throw new Error('There is no protocol template');
  const title =
    language === 'nl' ? 'Lotgenoten in de haven (demonstratie)' : 'Peers in the harbour (demonstration)';
  // Its extractions begin with values: each is there to show one of their stages.
  const protocol: Protocol = {
    ...template.protocol[language],
    title,
    extraction: usualExtraction,
    // Something in every stage, also for somebody who begins to vote.
    laterStages: { open: 'as-decided' },
  };
  const labels =
    language === 'nl'
      ? { peer: 'Lotgenotencontact', control: 'Controle', post: 'Nameting' }
      : { peer: 'Peer support', control: 'Control', post: 'Post-test' };

  const first = batchOf('demonstration-a.ris', 'Invented Index', inventedRecords, '2024-03-01');
  const again = inventedRecords.filter(({ key }) => foundAgain.includes(key));
  const second = batchOf(
    'demonstration-b.ris',
    'Fictional Abstracts',
    again.map((record) => ({ ...record, title: record.title.toUpperCase() })),
    '2024-03-02',
  );
  const idOf = (key: string): RecordId => {
    const index = inventedRecords.findIndex((record) => record.key === key);
    if (index < 0) throw new Error(`The demonstration has no record ${key}`);
    return recordIdOf(first.hash, index + 1);
  };
  const studyOf = (key: string) => studyIdOfReport(idOf(key));
  const findings = findingsOfRun(findDuplicates([...first.records, ...second.records]));

  const steps: DemoStep[] = [
    { by: 'first', command: { do: 'joinReview', name: demoCoders.first, role: 'coder' } },
    { by: 'second', command: { do: 'joinReview', name: demoCoders.second, role: 'coder' } },
    { file: first.file },
    { block: first.block },
    { by: 'lead', command: first.command },
    { file: second.file },
    { block: second.block },
    { by: 'lead', command: second.command },
    {
      by: 'lead',
      command: {
        do: 'joinDuplicates',
        method: duplicateMethod,
        files: [first.hash, second.hash],
        ...findings,
      },
    },
    ...votes('title-abstract', story.titleAbstractVotes),
    {
      by: 'lead',
      command: {
        do: 'resolveConflict',
        stage: 'title-abstract',
        recordId: idOf(story.settledConflict.key),
        decision: story.settledConflict.decision,
        reasonId: story.settledConflict.reason,
        method: 'adjudication',
        rationale: language === 'nl' ? 'Verpleegkundigen leiden mee.' : 'Nurses lead as well.',
      },
    },
    ...votes('full-text', story.fullTextVotes),
    ...Object.keys(story.biasAnswers).flatMap((key): DemoStep[] => [
      save('first', key, 'assessment'),
      save('second', key, 'assessment'),
      ...(story.settledBias.includes(key) ? [{ by: 'lead', settle: 'assessment', key } as const] : []),
    ]),
    ...Object.keys(story.extractions).flatMap((key): DemoStep[] => [
      save('first', key, 'extraction'),
      save('second', key, 'extraction'),
      ...(story.settledExtractions.includes(key) ? [{ by: 'lead', settle: 'extraction', key } as const] : []),
    ]),
  ];

  function votes(stage: ScreeningStage, table: typeof story.titleAbstractVotes): DemoStep[] {
    return Object.entries(table).flatMap(([key, pair]) =>
      pair.flatMap((voted, index): DemoStep[] => {
        if (!voted) return [];
        const answers: VoteCast['answers'] = {};
        for (const { id } of protocol.criteria) {
          if (id === voted.no) {
            answers[id] = { answer: 'no' };
            break;
          }
          answers[id] = { answer: id === voted.unclear ? 'unclear' : 'yes' };
        }
        return [
          {
            by: index === 0 ? 'first' : 'second',
            command: {
              do: 'castVote',
              stage,
              recordId: idOf(key),
              vote: voted.vote,
              reasonId: voted.reason ?? null,
              answers: voted.vote === 'exclude' && voted.no === undefined ? {} : answers,
              overruled: null,
              seconds: 20 + ((key.length * 7 + index * 5) % 30),
            },
          },
        ];
      }),
    );
  }

  function assessment(key: string, by: DemoAuthor): AssessmentContent {
    const given = { ...story.biasAnswers[key] };
    if (by === 'second' && key === story.ratedApart.key)
      given[story.ratedApart.question] = story.ratedApart.answer;
    return {
      tool: 'rob2',
      variant: 'parallel',
      effect: 'assignment',
      answers: Object.fromEntries(Object.entries(given).map(([id, answer]) => [id, { answer }])),
      judgements: {},
    };
  }

  function save(by: 'first' | 'second', key: string, what: 'extraction' | 'assessment'): DemoStep {
    const studyId = studyOf(key);
    return what === 'assessment'
      ? {
          by,
          command: {
            do: 'saveAssessment',
            studyId,
            resultId: null,
            content: assessment(key, by),
            complete: true,
          },
        }
      : {
          by,
          command: {
            do: 'saveExtraction',
            studyId,
            content: story.extractionContent(key, labels, by === 'second'),
            complete: true,
          },
        };
  }

  return {
    title,
    protocol,
    steps,
    studyOf,
    contentOf(settle, key, settles) {
      const studyId = studyOf(key);
      switch (settle) {
        case 'assessment':
          return {
            do: 'reconcileAssessment',
            studyId,
            resultId: null,
            content: assessment(key, 'first'),
            settles,
            method: 'adjudication',
            note: '',
          };
        case 'extraction':
          return {
            do: 'reconcileExtraction',
            studyId,
            content: story.extractionContent(key, labels, false),
            settles,
            method: 'adjudication',
            note: '',
          };
        default:
          return assertNever(settle, 'settlement');
      }
    },
  };
}

function batchOf(name: string, database: string, invented: readonly InventedRecord[], searchedOn: string) {
  const parsed = invented.map((record, index) => ({
    title: record.title,
    authors: record.authors,
    year: record.year,
    journal: record.journal,
    abstract: record.abstract,
    keywords: record.keywords,
    doi: record.doi,
    type: 'JOUR',
    language: 'eng',
    line: index + 1,
  }));
  const file = writeRis(parsed);
  const hash: Sha256 = hashText(file);
  const records = parsed.map((record, index) => citationRecord(recordIdOf(hash, index + 1), record));
  const block = canonicalJson(recordBlockJson(records));
  const command: Command = {
    do: 'importBatch',
    batch: {
      source: {
        database,
        platform: '',
        kind: 'database',
        searchedOn,
        strategy: '("peer support" OR "lived experience") AND "mental illness"',
        limits: '',
        hits: invented.length,
      },
      file: {
        name,
        sha256: hash,
        bytes: new TextEncoder().encode(file).length,
        format: 'ris',
        encoding: 'utf-8',
      },
      recordCount: records.length,
      recordBlocks: [hashText(block)],
      problemCount: 0,
      problemsBlob: null,
    },
  };
  return { hash, file, records, block, command };
}
