import { useMemo, useState } from 'react';
import { poolSheet, type PooledGroup, type PoolingMethodName, type PoolingSheetRow } from '@shared/export';
import { sceneToSvg, type RiskOfBiasSign } from '@shared/figures';
import { poolErrorText, type PoolResult } from '@shared/pooling';
import { signOfJudgement } from '@shared/risk-of-bias';
import { forestOfPool, forestPlot, type ForestTest } from '@shared/pooling/figures';
import { poolingMethods, poolingTests } from '@shared/protocol';
import { currentProtocol } from '@shared/review';
import { Badge, Button, EmptyState, Notice, SelectField, controls } from '../../ui-kit';
import { useApp, useFormats, useReview, useTexts } from '../../app/app-context';
import { saveText } from '../../app/save-file';
import { useDark } from '../../app/use-dark';
import { SceneView } from '../../charts/scene-view';
import { useSheet } from '../../review-kit';
import { PlanFilledIn } from './plan-filled-in';
import styles from './pooling.module.css';

/** The final sheet, pooled per outcome domain and time window, with a forest plot of the chosen one. */
export function PoolingScreen() {
  const { results: words, protocol: protocolWords } = useTexts();
  const { state } = useReview();
  const { navigate } = useApp();
  const planned = currentProtocol(state)?.protocol.pooling;
  const [method, setMethod] = useState<PoolingMethodName>(planned?.method ?? 'REML');
  const [test, setTest] = useState<ForestTest>(planned?.test ?? 'hk');
  const [chosen, setChosen] = useState<string | null>(null);
  const sheet = useSheet();
  const groups = useMemo(() => poolSheet(sheet.rows, method), [sheet, method]);
  const choices = useMemo(() => ({ method, test }), [method, test]);
  const current = groups.find((group) => group.key === chosen) ?? groups[0];
  const asPlanned = method === planned?.method && test === planned.test;

  if (!current) {
    return (
      <EmptyState
        title={words.emptyTitle}
        action={
          <Button kind="primary" onPress={() => navigate({ at: 'review', screen: 'extraction' })}>
            {words.toExtraction}
          </Button>
        }
      >
        {words.emptyText}
      </EmptyState>
    );
  }
  return (
    <div className={styles['pooling']}>
      <header className={styles['head']}>
        <h1>{words.title}</h1>
        <Badge tone={asPlanned ? 'accent' : 'maybe'}>{asPlanned ? words.asProtocol : words.departs}</Badge>
        <div className={styles['choice']}>
          <SelectField
            label={words.model}
            hideLabel
            value={method}
            choices={poolingMethods.map((value) => ({ value, label: protocolWords.methods[value] }))}
            onChange={setMethod}
          />
        </div>
        <div className={styles['choice']}>
          <SelectField
            label={words.test}
            hideLabel
            value={test}
            choices={poolingTests.map((value) => ({ value, label: protocolWords.tests[value] }))}
            onChange={setTest}
          />
        </div>
      </header>
      <ResultsTable groups={groups} test={test} current={current.key} onChoose={setChosen} />
      {sheet.leftOut.length > 0 ? (
        <Notice tone="warn">
          {words.leftOut(sheet.leftOut.length)}:{' '}
          {sheet.leftOut.map(({ study, instrument }) => `${study} (${instrument})`).join('; ')}
        </Notice>
      ) : null}
      {current.rows.length > current.trials ? <p className={styles['hint']}>{words.dependent}</p> : null}
      <Forest group={current} method={method} test={test} />
      <PlanFilledIn sheet={sheet} choices={choices} />
    </div>
  );
}

function ResultsTable({
  groups,
  test,
  current,
  onChoose,
}: {
  readonly groups: readonly PooledGroup<PoolingSheetRow>[];
  readonly test: ForestTest;
  readonly current: string;
  readonly onChoose: (key: string) => void;
}) {
  const { results: words } = useTexts();
  return (
    <table className={`${controls['table']} ${styles['table']}`}>
      <thead>
        <tr>
          <th>{words.domain}</th>
          <th>{words.window}</th>
          <th className={controls['num']}>{words.rows}</th>
          <th className={controls['num']}>{words.trials}</th>
          <th className={controls['num']}>{words.effect}</th>
          <th className={controls['num']}>{words.p}</th>
          <th className={controls['num']}>{words.heterogeneity}</th>
          <th className={controls['num']}>{words.q}</th>
          <th className={controls['num']}>{words.tau2}</th>
          <th className={controls['num']}>{words.prediction}</th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={group.key} className={group.key === current ? styles['chosen'] : undefined}>
            <td>
              <button
                type="button"
                className={styles['choose']}
                aria-current={group.key === current}
                onClick={() => onChoose(group.key)}
              >
                {group.domain || '–'}
              </button>
            </td>
            <td>{group.window}</td>
            <td className={controls['num']}>{group.rows.length}</td>
            <td className={controls['num']}>{group.trials}</td>
            <PooledCells group={group} test={test} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PooledCells({
  group,
  test,
}: {
  readonly group: PooledGroup<PoolingSheetRow>;
  readonly test: ForestTest;
}) {
  const { pooling } = useTexts();
  const formats = useFormats();
  if (!group.result.ok) return <td colSpan={6}>{poolErrorText(group.result.error, pooling.errors)}</td>;
  const pooled = group.result.value;
  const block = blockOf(pooled, test);
  const d2 = (value: number): string => formats.decimal(value, 2);
  return (
    <>
      <td className={controls['num']}>
        <strong>{d2(block.estimate)}</strong> [{d2(block.ciLow)}, {d2(block.ciHigh)}]
      </td>
      <td className={controls['num']}>{pText(block.pval, formats.decimal)}</td>
      <td className={controls['num']}>{formats.decimal(pooled.I2Q, 0)}%</td>
      <td className={controls['num']}>
        {d2(pooled.Q)} ({pooled.Qdf})
      </td>
      <td className={controls['num']}>{formats.decimal(pooled.tau2, 3)}</td>
      <td className={controls['num']}>
        {block.piLow === null || block.piHigh === null ? '–' : `[${d2(block.piLow)}, ${d2(block.piHigh)}]`}
      </td>
    </>
  );
}

const blockOf = (pooled: PoolResult, test: ForestTest) =>
  test === 'z' ? pooled.z : (pooled[test] ?? pooled.z);

const pText = (p: number | null, decimal: (value: number, digits: number) => string): string =>
  p === null ? '–' : p < 0.001 ? `< ${decimal(0.001, 3)}` : decimal(p, 3);

function Forest({
  group,
  method,
  test,
}: {
  readonly group: PooledGroup<PoolingSheetRow>;
  readonly method: PoolingMethodName;
  readonly test: ForestTest;
}) {
  const { results: words, pooling } = useTexts();
  const { settings } = useApp();
  const dark = useDark();
  const rated = group.rows.some((row) => row.riskOfBias['overall'] !== undefined);
  const domains = ['D1', 'D2', 'D3', 'D4', 'D5', 'overall'];
  const data = forestOfPool({
    title: `${group.domain} ${group.window}`.trim(),
    measure: words.measure,
    scale: 'linear',
    studies: group.rows.map((row) => ({
      label:
        group.rows.filter((other) => other.studyId === row.studyId).length > 1
          ? `${row.study} (${row.instrument})`
          : row.study,
      yi: row.estimate,
      vi: row.se * row.se,
      mark: row.studyId,
      ...(rated ? { riskOfBias: domains.map((domain) => signOf(row.riskOfBias[domain])) } : {}),
    })),
    method,
    test,
    favours: { left: words.favoursControl, right: words.favoursIntervention },
    ...(rated
      ? {
          riskOfBias: {
            domains: domains.map((id) => ({ short: id === 'overall' ? '∑' : id.slice(1), name: id })),
          },
        }
      : {}),
    texts: pooling.figures,
    language: settings.language,
  });
  if (!data.ok) return <Notice tone="error">{poolErrorText(data.error, pooling.errors)}</Notice>;
  const scene = forestPlot(data.value, { texts: pooling.figures, language: settings.language });
  return (
    <section className={styles['forest']}>
      <header className={styles['head']}>
        <h2>{words.forest}</h2>
        <Button
          small
          onPress={() =>
            void saveText(`forest-${group.domain || 'outcome'}.svg`, 'image/svg+xml', sceneToSvg(scene))
          }
        >
          {words.saveForest}
        </Button>
      </header>
      <div className={styles['figure']} tabIndex={0} role="region" aria-label={words.forest}>
        <SceneView scene={scene} dark={dark} />
      </div>
    </section>
  );
}

const signOf = (judgement: string | undefined): RiskOfBiasSign | null =>
  signOfJudgement(judgement ?? '') ?? null;
