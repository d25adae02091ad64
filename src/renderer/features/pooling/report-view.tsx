import { Fragment } from 'react';
import {
  csvOfTable,
  docxDocument,
  htmlDocument,
  latexDocument,
  type Block,
  type DocumentTable,
} from '@shared/export/documents';
import type { Results } from '@shared/synthesis';
import {
  codesTable,
  directionsTable,
  methodsSentences,
  reportOfResults,
  resultsSentences,
  resultsTable,
  type Sentence,
} from '@shared/synthesis/report';
import { Button } from '../../ui-kit';
import { useApp, useTexts } from '../../app/app-context';
import { saveBytes, saveText } from '../../app/save-file';
import { fileNameOf } from './figure-options';
import styles from './pooling.module.css';

/** Methods and results proposed from what was done, with the tables; every sentence leads to its analysis. */
export function ReportView({
  results,
  onAnalysis,
}: {
  readonly results: Results;
  readonly onAnalysis: (key: string) => void;
}) {
  const texts = useTexts();
  const { report: words } = texts;
  const { settings, say } = useApp();
  const { language } = settings;
  const program = words.program(CONCORD_VERSION);
  const methods = methodsSentences(results, texts, language, program);
  const found = resultsSentences(results, texts, language);
  const copy = (sentences: readonly Sentence[]): void => {
    void navigator.clipboard
      .writeText(sentences.map(({ text }) => text).join(' '))
      .then(() => say({ text: words.copied }));
  };
  const tables = [
    { name: words.tableNames.results, table: resultsTable(results, texts, language) },
    { name: words.tableNames.directions, table: directionsTable(results, texts, language) },
    ...(results.codes.length > 0
      ? [{ name: words.tableNames.codes, table: codesTable(results, texts) }]
      : []),
  ];
  const meta = { title: results.review, language };
  return (
    <>
      <p className={styles['hint']}>{words.hint}</p>
      <div className={styles['saving']} role="group" aria-label={words.title}>
        <span className={styles['hint']}>{words.save}</span>
        <SaveDocument
          name={`report-${fileNameOf(results.review)}`}
          title={meta.title}
          blocks={() => reportOfResults(results, texts, language, program)}
          label={words.saveAll}
        />
      </div>
      {(
        [
          [words.methods, methods],
          [words.results, found],
        ] as const
      ).map(([heading, sentences]) => (
        <section key={heading} className={styles['part']}>
          <header className={styles['head']}>
            <h2>{heading}</h2>
            <Button small label={`${words.copy}: ${heading}`} onPress={() => copy(sentences)}>
              {words.copy}
            </Button>
          </header>
          <p className={styles['prose']}>
            {sentences.map((sentence, index) => (
              <Fragment key={index}>
                <SentenceView sentence={sentence} onAnalysis={onAnalysis} />{' '}
              </Fragment>
            ))}
          </p>
        </section>
      ))}
      <section className={styles['part']}>
        <h2>{words.tables}</h2>
        {tables.map(({ name, table }) => (
          <div key={name} className={styles['saving']} role="group" aria-label={name}>
            <span>{name}</span>
            <SaveDocument
              name={fileNameOf(name)}
              title={name}
              blocks={() => [{ kind: 'table', table }]}
              table={table}
              label={(kind) => words.saveTable(name, kind)}
            />
          </div>
        ))}
      </section>
    </>
  );
}

function SentenceView({
  sentence: { text, from },
  onAnalysis,
}: {
  readonly sentence: Sentence;
  readonly onAnalysis: (key: string) => void;
}) {
  if (from.kind === 'plan') return <>{text}</>;
  return (
    <button type="button" className={styles['sentence']} onClick={() => onAnalysis(from.key)}>
      {text}
    </button>
  );
}

/** One button per kind of file; a single table also as CSV. */
function SaveDocument({
  name,
  title,
  blocks,
  table,
  label,
}: {
  readonly name: string;
  readonly title: string;
  readonly blocks: () => readonly Block[];
  readonly table?: DocumentTable;
  readonly label: (kind: string) => string;
}) {
  const { results: words } = useTexts();
  const { settings, say } = useApp();
  const meta = { title, language: settings.language };
  const kinds = [
    {
      kind: 'Word',
      ending: 'docx',
      run: () =>
        saveBytes(
          `${name}.docx`,
          'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
          docxDocument(meta, blocks()),
        ),
    },
    {
      kind: 'HTML',
      ending: 'html',
      run: () => saveText(`${name}.html`, 'text/html', htmlDocument(meta, blocks())),
    },
    {
      kind: 'LaTeX',
      ending: 'tex',
      run: () => saveText(`${name}.tex`, 'text/x-tex', latexDocument(meta, blocks())),
    },
    ...(table
      ? [{ kind: 'CSV', ending: 'csv', run: () => saveText(`${name}.csv`, 'text/csv', csvOfTable(table)) }]
      : []),
  ];
  return (
    <>
      {kinds.map(({ kind, ending, run }) => (
        <Button
          key={kind}
          small
          label={label(kind)}
          onPress={() =>
            void run().then((saved) => {
              if (!saved.ok) say({ text: words.saveFailed(`${name}.${ending}`), tone: 'error' });
              else if (saved.value) say({ text: words.saved(`${name}.${ending}`) });
            })
          }
        >
          {kind}
        </Button>
      ))}
    </>
  );
}
