import { useState } from 'react';
import type { RecordId } from '@shared/kernel';
import { mergeRecords, type CitationRecord } from '@shared/records';
import { membersOf, sourcesOf } from '@shared/review';
import { useApp, useReview, useTexts, type OpenReview } from '../app/app-context';
import { Button } from '../ui-kit';
import type { Highlighter } from '@shared/screening';
import { CorrectRecord } from './correct-record';
import { DiscussionsOfRecord } from './discussion';
import { MarkedText, useHighlighter } from './marked-text';
import { RelatedList } from './related-list';
import { useKindInWords } from './use-kind-in-words';
import styles from './record-page.module.css';

/** The record as a page: what a reviewer reads all day. */
export function RecordPage({
  recordId,
  narrow = false,
  highlighter: given,
  discussion = true,
}: {
  readonly recordId: RecordId;
  /** Beside a list rather than in the middle: less white, smaller type. */
  readonly narrow?: boolean;
  /** Marks other words than those of the protocol, for as long as it is given. */
  readonly highlighter?: Highlighter | undefined;
  /** Whether what was said about the record stands on it; not where it stands beside. */
  readonly discussion?: boolean;
}) {
  const { screening } = useTexts();
  const { session, state } = useReview();
  const { say } = useApp();
  const kindInWords = useKindInWords();
  const ofProtocol = useHighlighter();
  const highlighter = given ?? ofProtocol;
  const members = membersOf(state, recordId);
  const record = reportRecord(session, members, recordId);
  const sources = sourcesOf(state, recordId);
  if (!record) return null;
  const place = [
    record.journal ?? record.journalAbbreviation,
    record.year === undefined ? undefined : String(record.year),
    [record.volume, record.issue ? `(${record.issue})` : ''].filter(Boolean).join(''),
    record.pages,
  ].filter(Boolean);
  const copyDoi = (): void => {
    if (record.doi === undefined) return;
    void navigator.clipboard
      .writeText(`https://doi.org/${record.doi}`)
      .then(() => say({ text: screening.copied }));
  };
  return (
    <article
      className={`${styles['page']} ${narrow ? styles['narrow'] : ''}`}
      lang={languageTag(record.language)}
    >
      <h2 className={styles['pageTitle']} dir="auto">
        <MarkedText text={record.title ?? screening.noTitle} highlighter={highlighter} />
      </h2>
      {record.translatedTitle ? (
        <p className={styles['translated']} dir="auto">
          {record.translatedTitle}
        </p>
      ) : null}
      <Authors key={recordId} names={record.authors} />
      <p className={styles['place']}>{place.join(' · ')}</p>
      {record.abstract === undefined ? (
        <p className={styles['missing']}>{screening.noAbstract}</p>
      ) : (
        <Abstract text={record.abstract} highlighter={highlighter} />
      )}
      {record.keywords.length > 0 ? (
        <p className={styles['keywords']}>
          <span className={styles['keywordsLabel']}>{screening.keywords}</span>{' '}
          <MarkedText text={record.keywords.join(' · ')} highlighter={highlighter} />
        </p>
      ) : null}
      <RelatedList recordId={recordId} />
      {discussion ? <DiscussionsOfRecord recordId={recordId} /> : null}
      <footer className={styles['facts']}>
        <span>
          {screening.sources}: {sources.join(', ')}
        </span>
        {members.length > 1 ? <span>{screening.duplicatesOf(members.length - 1)}</span> : null}
        {record.type ? <span>{kindInWords(record.type)}</span> : null}
        {record.pmid ? <span>PMID {record.pmid}</span> : null}
        {record.doi ? (
          <span>
            {record.doi}{' '}
            <Button kind="quiet" small onPress={copyDoi}>
              {screening.copyDoi}
            </Button>
          </span>
        ) : null}
        <CorrectRecord recordId={recordId} />
      </footer>
    </article>
  );
}

/** The record with what its copies add where it is empty: an abstract that only one database had is read too. */
function reportRecord(
  session: OpenReview['session'],
  members: readonly RecordId[],
  recordId: RecordId,
): CitationRecord | undefined {
  const record = session.records.get(recordId);
  if (record === undefined || members.length === 1) return record;
  const others = members.filter((id) => id !== recordId).flatMap((id) => session.records.get(id) ?? []);
  return mergeRecords(record, others).record;
}

/** As many names as are read at a glance; the others when they are asked for. */
function Authors({ names }: { readonly names: readonly string[] }) {
  const { screening } = useTexts();
  const [all, showAll] = useState(false);
  const shown = all || names.length <= fewNames ? names : names.slice(0, fewNames);
  const others = names.length - shown.length;
  return (
    <p className={styles['byline']} dir="auto">
      {shown.join('; ')}
      {others === 0 ? null : (
        <>
          {'; '}
          <Button small kind="quiet" onPress={() => showAll(true)}>
            {screening.moreAuthors(others)}
          </Button>
        </>
      )}
    </p>
  );
}

const fewNames = 12;

/** Section labels of a structured abstract ("METHODS:") start a paragraph and stand out. */
function Abstract({
  text,
  highlighter,
}: {
  readonly text: string;
  readonly highlighter: Highlighter | undefined;
}) {
  const sections = text.split(/(?:^|\s)(?=[A-Z][A-Z/&, ]{3,40}: )|\n+/u).filter((part) => part.trim() !== '');
  return (
    <div className={styles['abstract']}>
      {sections.map((section, index) => {
        const label = /^([A-Z][A-Z/&, ]{3,40}): /u.exec(section)?.[1];
        return (
          <p key={index} dir="auto">
            {label === undefined ? null : (
              <strong className={styles['sectionLabel']}>{label.toLowerCase()}</strong>
            )}
            <MarkedText
              text={label === undefined ? section : section.slice(label.length + 2)}
              highlighter={highlighter}
            />
          </p>
        );
      })}
    </div>
  );
}

const languageTags: { readonly [name: string]: string } = {
  eng: 'en',
  english: 'en',
  en: 'en',
  dut: 'nl',
  dutch: 'nl',
  nl: 'nl',
  ger: 'de',
  german: 'de',
  fre: 'fr',
  french: 'fr',
  spa: 'es',
  spanish: 'es',
  por: 'pt',
  portuguese: 'pt',
  ita: 'it',
  italian: 'it',
};

const languageTag = (language: string | undefined): string | undefined =>
  language === undefined ? undefined : languageTags[language.toLowerCase()];
