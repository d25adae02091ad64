import { useCallback, useState } from 'react';
import { agreementCsv } from '@shared/export';
import type { AuthorId, Work } from '@shared/kernel';
import {
  agreementReport,
  currentProtocol,
  maybeRules,
  screeningContext,
  type AgreementReport,
  type AgreementWish,
  type ComparedBy,
  type MaybeRule,
  type ReviewState,
} from '@shared/review';
import {
  isBlind,
  pairWithMostInCommon,
  votePairs,
  votersAmong,
  type ScreeningStage,
  type Viewer,
  type VotePairOn,
} from '@shared/screening';
import { Button, EmptyState, Loading, NextStep, Segments, SelectField } from '../../ui-kit';
import { useApp, useFormats, useReview, useTexts } from '../../app/app-context';
import { saveText } from '../../app/save-file';
import { useDerivedWork } from '../../app/use-derived';
import { ByReason } from './by-reason';
import { ByWeek, DriftNotice } from './by-week';
import { CriterionAgreement } from './criterion-agreement';
import { MethodsSentence } from './methods-sentence';
import { OpenedRecords, type OpenedNumber } from './opened';
import { PairFigures } from './pair-figures';
import { RatingTable } from './rating-table';
import { TeamAgreement } from './team-agreement';
import styles from './agreement.module.css';

const comparedOf = (chosen: string): ComparedBy =>
  chosen === 'vote' || chosen === 'reason' ? { by: chosen } : { by: 'criterion', criterionId: chosen };

/** So many categories leave room for the records beside their table. */
const sideBySide = 4;

/** What is worked out for the two chosen, and for all who voted where they are more than two. */
type Compared = {
  readonly pair: AgreementReport;
  readonly team: AgreementReport;
  readonly voters: readonly AuthorId[];
  readonly votes: readonly VotePairOn[];
};

/** What two people and all who voted said at a stage; null where there are no two people to compare. */
function* compareIn(
  review: ReviewState,
  viewer: Viewer,
  [first, second]: readonly [AuthorId | undefined, AuthorId | undefined],
  wish: Omit<AgreementWish, 'coders'>,
): Work<Compared | 'blind' | null> {
  const context = screeningContext(review);
  const protocol = currentProtocol(review)?.protocol;
  const { stage } = wish;
  if (isBlind(context, stage, viewer)) return 'blind';
  if (!protocol || !first || !second || first === second) return null;
  const voters = yield* votersAmong(context, stage, [...review.coders.keys()]);
  const pair = yield* agreementReport(context, protocol, { ...wish, coders: [first, second] });
  const team =
    voters.length > 2 ? yield* agreementReport(context, protocol, { ...wish, coders: voters }) : pair;
  return { pair, team, voters, votes: yield* votePairs(context, stage, first, second) };
}

/** How far coders agree at a stage, from their original votes: what the numbers are, what they mean, and the records behind. */
export function AgreementScreen() {
  const { agreement: words, app, heldBack, screening } = useTexts();
  const { navigate } = useApp();
  const formats = useFormats();
  const { state, viewer } = useReview();
  const [stage, setStage] = useState<ScreeningStage>('title-abstract');
  const [chosen, setChosen] = useState('vote');
  const [maybe, setMaybe] = useState<MaybeRule>('as-include');
  const [opened, setOpened] = useState<OpenedNumber | null>(null);
  const coders = [...state.coders.values()].filter((coder) => coder.role !== 'observer');
  const [pickedFirst, setFirst] = useState<string | null>(null);
  const [pickedSecond, setSecond] = useState<string | null>(null);
  const usual = useDerivedWork(
    useCallback(
      function* (review: ReviewState): Work<readonly [AuthorId, AuthorId] | null> {
        const context = screeningContext(review);
        if (isBlind(context, stage, viewer)) return null;
        return yield* pairWithMostInCommon(context, stage, [...review.coders.keys()]);
      },
      [stage, viewer],
    ),
  );
  const firstId = pickedFirst ?? usual?.[0] ?? coders[0]?.authorId ?? '';
  const secondId =
    pickedSecond ?? [usual?.[1], usual?.[0], coders[1]?.authorId].find((id) => id && id !== firstId) ?? '';
  const first = coders.find((coder) => coder.authorId === firstId)?.authorId;
  const second = coders.find((coder) => coder.authorId === secondId)?.authorId;
  const derive = useCallback(
    (review: ReviewState) =>
      compareIn(review, viewer, [first, second], { stage, compared: comparedOf(chosen), maybe }),
    [stage, viewer, first, second, chosen, maybe],
  );
  const compared = useDerivedWork(derive);
  const protocol = currentProtocol(state)?.protocol;
  const nameOf = (coder: AuthorId): string => state.coders.get(coder)?.name ?? coder;
  const labelOf = (category: string): string =>
    category in words.categories
      ? words.categories[category as keyof typeof words.categories]
      : (protocol?.exclusionReasons.find(({ id }) => id === category)?.label ?? category);
  const choices = [
    { value: 'vote', label: words.comparedBy.vote },
    { value: 'reason', label: words.comparedBy.reason },
    ...(protocol?.criteria ?? []).map(({ id, label }) => ({ value: id as string, label })),
  ];
  const people = coders.map((coder) => ({ value: coder.authorId as string, label: coder.name }));
  /** What was opened belongs to what was chosen before. */
  const choose =
    <T,>(set: (value: T) => void) =>
    (value: T): void => {
      setOpened(null);
      set(value);
    };

  const chooser = (
    <header className={styles['head']}>
      <h1>{words.title}</h1>
      <Segments
        label={words.stage}
        value={stage}
        choices={[
          { value: 'title-abstract', label: screening.titles['title-abstract'] },
          { value: 'full-text', label: screening.titles['full-text'] },
        ]}
        onChange={choose(setStage)}
      />
      <div className={styles['who']}>
        <SelectField
          label={words.first}
          hideLabel
          value={firstId}
          choices={people}
          onChange={choose(setFirst)}
        />
        <SelectField
          label={words.second}
          hideLabel
          value={secondId}
          choices={people}
          onChange={choose(setSecond)}
        />
        <SelectField
          label={words.compared}
          hideLabel
          value={chosen}
          choices={choices}
          onChange={choose(setChosen)}
        />
      </div>
    </header>
  );
  if (compared === 'blind') {
    return (
      <div className={styles['agreement']}>
        {chooser}
        <EmptyState
          title={words.blindTitle}
          action={
            <NextStep onPress={() => navigate({ at: 'review', screen: stage })}>
              {heldBack.goOn[stage]}
            </NextStep>
          }
        >
          {words.blindText}
        </EmptyState>
      </div>
    );
  }
  // Whom to begin with may still be looked for; what is compared of others would only flash up.
  if (usual === undefined || compared === undefined) {
    return (
      <div className={styles['agreement']}>
        {chooser}
        <Loading>{app.loading}</Loading>
      </div>
    );
  }
  const pair = compared?.pair.pairs[0];
  if (!compared || !pair || (pair.result.n === 0 && compared.team.several === null)) {
    return (
      <div className={styles['agreement']}>
        {chooser}
        <EmptyState title={words.emptyTitle}>{words.emptyText}</EmptyState>
      </div>
    );
  }
  const { team, voters, votes } = compared;
  const { categories } = compared.pair;
  const labelInTable = (category: string): string =>
    chosen === 'vote' && maybe === 'as-include' && category === 'include' ? words.include : labelOf(category);
  const rule = chosen === 'vote' ? words.maybeRules[maybe] : '';
  const saveCsv = (): void => {
    const what = choices.find(({ value }) => value === chosen)?.label ?? chosen;
    const csv = agreementCsv(
      team.several === null ? compared.pair : team,
      { stage, maybe },
      what,
      nameOf,
      labelInTable,
    );
    void saveText('agreement.csv', 'text/csv', csv);
  };

  return (
    <div className={styles['agreement']}>
      {chooser}
      <DriftNotice drift={team.drift} onOpen={setOpened} />
      <PairFigures result={pair.result} />
      <div className={styles['rule']}>
        <p className={styles['hint']}>
          {rule} {words.original}
        </p>
        {chosen === 'vote' ? (
          <Segments
            label={words.maybeLabel}
            value={maybe}
            choices={maybeRules.map((value) => ({ value, label: words.maybeChoices[value] }))}
            onChange={choose(setMaybe)}
          />
        ) : null}
        <Button small onPress={saveCsv}>
          {words.saveCsv}
        </Button>
      </div>
      <div className={`${styles['tables']} ${categories.length > sideBySide ? styles['stacked'] : ''}`}>
        <RatingTable
          pair={pair}
          categories={categories}
          names={[nameOf(pair.first), nameOf(pair.second)]}
          labelOf={labelInTable}
          onOpen={setOpened}
        />
        <OpenedRecords
          key={opened?.title ?? ''}
          opened={opened ?? { title: words.differingTitle, ids: compared.pair.differing }}
        />
      </div>
      <TeamAgreement
        report={team}
        coders={voters}
        nameOf={nameOf}
        onPair={(one, other) => {
          setOpened(null);
          setFirst(one);
          setSecond(other);
        }}
        onOpen={setOpened}
      />
      {chosen === 'reason' ? (
        <ByReason pair={pair} categories={categories} labelOf={labelOf} onOpen={setOpened} />
      ) : null}
      {chosen === 'vote' ? <CriterionAgreement pairs={votes} onChoose={choose(setChosen)} /> : null}
      <ByWeek weeks={team.weeks} onOpen={setOpened} />
      {chosen === 'vote' ? (
        <MethodsSentence
          stage={screening.titles[stage]}
          names={`${nameOf(pair.first)} & ${nameOf(pair.second)}`}
          records={formats.count(pair.result.n)}
          result={pair.result}
          maybe={rule}
        />
      ) : null}
    </div>
  );
}
