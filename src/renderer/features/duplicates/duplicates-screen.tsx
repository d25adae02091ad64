import { useCallback, useState } from 'react';
import { isSearched } from '@shared/records';
import { oneStudyOffers, questionsOf, type ReviewState } from '@shared/review';
import { EmptyState, NextStep, Segments } from '../../ui-kit';
import { useApp, useFormats, useReview, useTexts } from '../../app/app-context';
import { useDuplicateSearch } from '../../app/duplicate-search';
import { useDerived } from '../../app/use-derived';
import { Account } from './account';
import { Audit } from './audit';
import { Groups } from './groups';
import { OneStudy } from './one-study';
import { Proposed } from './proposed';
import { Questions } from './questions';
import { SearchState } from './search-state';
import styles from './duplicates.module.css';

type Tab = 'questions' | 'groups' | 'one-study' | 'account' | 'audit';

/** Duplicates: what a person has to settle, the groups as they stand, and where the number comes from. */
export function DuplicatesScreen() {
  const { duplicates: words, screening } = useTexts();
  const { navigate } = useApp();
  const formats = useFormats();
  const { state } = useReview();
  const { status } = useDuplicateSearch();
  const derive = useCallback(
    (review: ReviewState) => ({
      questions: questionsOf(review),
      groups: [...review.duplicates.groups.values()],
      offers: oneStudyOffers(review),
    }),
    [],
  );
  const { questions, groups, offers } = useDerived(derive);
  const [tab, setTab] = useState<Tab>(() => {
    if (questions.length > 0) return 'questions';
    if (groups.length > 0) return 'groups';
    return offers.length > 0 ? 'one-study' : 'questions';
  });
  const empty = state.origins.size === 0;
  const nothing =
    tab !== 'one-study' &&
    groups.length === 0 &&
    questions.length === 0 &&
    offers.length === 0 &&
    state.records.decisions.length === 0;
  if (status.state === 'proposed') return <Proposed proposal={status.proposal} />;
  return (
    <div className={styles['duplicates']}>
      <header className={styles['head']}>
        <h1>{words.title}</h1>
        {nothing ? null : (
          <Segments<Tab>
            label={words.tabs}
            value={tab}
            choices={[
              { value: 'questions', label: words.tab.questions(formats.count(questions.length)) },
              { value: 'groups', label: words.tab.groups(formats.count(groups.length)) },
              { value: 'one-study', label: words.oneStudy.tab(formats.count(offers.length)) },
              { value: 'account', label: words.tab.account },
              { value: 'audit', label: words.tab.audit },
            ]}
            onChange={setTab}
          />
        )}
        <SearchState searched={isSearched(state.records)} />
      </header>
      {nothing ? (
        <EmptyState
          title={
            empty ? words.nothingTitle : status.state === 'running' ? words.searchingTitle : words.emptyTitle
          }
          action={
            <NextStep onPress={() => navigate({ at: 'review', screen: empty ? 'import' : 'title-abstract' })}>
              {empty ? screening.emptyNoRecords.action : screening.emptyFullText.action}
            </NextStep>
          }
        >
          {status.state === 'running' ? words.searchingText : words.emptyText}
        </EmptyState>
      ) : tab === 'questions' ? (
        <Questions questions={questions} />
      ) : tab === 'groups' ? (
        <Groups groups={groups} />
      ) : tab === 'one-study' ? (
        <OneStudy offers={offers} />
      ) : tab === 'account' ? (
        <Account openPairs={questions.length} />
      ) : (
        <Audit />
      )}
    </div>
  );
}
