import { useRef, useState } from 'react';
import { joinAudits, type JoinAudit } from '@shared/records';
import { hasRuleJoins } from '@shared/review';
import { exactInterval } from '@shared/statistics';
import { Button, EmptyState, Progress, SelectField, useKeys } from '../../ui-kit';
import { useApp, useFormats, useReview, useTexts } from '../../app/app-context';
import { ComparedRecords } from './compared-records';
import { Reasons } from './reasons';
import styles from './duplicates.module.css';

const sizes = ['20', '50', '100', '200'] as const;
type Size = (typeof sizes)[number];

/** A random sample of what rules joined, each join looked at by a person: how often the rules are right in this review. */
export function Audit() {
  const { duplicates: words } = useTexts();
  const { state } = useReview();
  const audits = joinAudits(state.records);
  const latest = audits.at(-1);
  if (latest === undefined && !hasRuleJoins(state))
    return <EmptyState title={words.auditTitle}>{words.auditNothing}</EmptyState>;
  const open = latest?.checks.some(({ verdict }) => verdict === null) === true;
  return (
    <div className={styles['scroll']}>
      {latest !== undefined && open ? <Check audit={latest} /> : <Draw again={latest !== undefined} />}
      {audits.length > 0 ? <Results audits={audits} /> : null}
    </div>
  );
}

function Draw({ again }: { readonly again: boolean }) {
  const { duplicates: words } = useTexts();
  const { state, dispatch } = useReview();
  const [size, setSize] = useState<Size>('50');
  const draw = (): void =>
    void dispatch({ do: 'drawJoinSample', size: Number(size), seed: crypto.randomUUID() });
  return (
    <section className={styles['card']}>
      <h2>{again ? words.auditDone : words.auditTitle}</h2>
      {again ? null : <p>{words.auditText}</p>}
      <div className={styles['draw']}>
        <SelectField
          label={words.auditSize}
          value={size}
          choices={sizes.map((value) => ({ value, label: value }))}
          onChange={setSize}
        />
        <Button kind={again ? 'plain' : 'primary'} disabled={!hasRuleJoins(state)} onPress={draw}>
          {again ? words.auditDrawAgain : words.auditDraw}
        </Button>
      </div>
    </section>
  );
}

/** The join that comes next, and its two answers. */
function Check({ audit }: { readonly audit: JoinAudit }) {
  const { duplicates: words } = useTexts();
  const formats = useFormats();
  const { say } = useApp();
  const { dispatch } = useReview();
  const busy = useRef(false);
  const given = useRef<NonNullable<Awaited<ReturnType<typeof dispatch>>>[]>([]);
  const here = audit.checks.find(({ verdict }) => verdict === null);

  const answer = async (verdict: 'right' | 'wrong'): Promise<void> => {
    if (!here || busy.current) return;
    busy.current = true;
    const ids = await dispatch({
      do: 'checkJoin',
      sample: audit.sample.eventId,
      records: here.records,
      verdict,
    });
    busy.current = false;
    if (!ids) return;
    given.current.push(ids);
    if (verdict === 'wrong') say({ text: words.auditSaidWrong });
  };
  const undo = async (): Promise<void> => {
    const last = given.current.pop();
    if (last) await dispatch(...last.map((target) => ({ do: 'withdraw', target }) as const));
  };
  useKeys({ r: () => void answer('right'), w: () => void answer('wrong'), z: () => void undo() });
  if (!here) return null;
  const [a, b] = here.records;
  return (
    <section className={styles['card']} aria-label={words.questionRegion}>
      <div className={styles['draw']}>
        <Button kind="primary" shortcut="R" onPress={() => void answer('right')}>
          {words.auditRight}
        </Button>
        <Button shortcut="W" onPress={() => void answer('wrong')}>
          {words.auditWrong}
        </Button>
        <Button kind="quiet" shortcut="Z" onPress={() => void undo()}>
          {words.undo}
        </Button>
        <div className={styles['auditProgress']}>
          <Progress
            value={audit.checked}
            total={audit.checks.length}
            caption={words.auditChecked(formats.count(audit.checked), formats.count(audit.checks.length))}
          />
        </div>
      </div>
      <Reasons a={a} b={b} />
      <ComparedRecords left={a} right={b} />
    </section>
  );
}

function Results({ audits }: { readonly audits: readonly JoinAudit[] }) {
  const { duplicates: words } = useTexts();
  const formats = useFormats();
  const { state } = useReview();
  return (
    <section className={styles['card']} aria-labelledby="duplicates-samples">
      <h2 id="duplicates-samples">{words.auditList}</h2>
      <ul className={styles['samples']}>
        {[...audits].reverse().map(({ sample, checks, checked, right }) => (
          <li key={sample.eventId}>
            <p>
              {checked === 0
                ? words.auditChecked('0', formats.count(checks.length))
                : resultOf(right, checked)}
            </p>
            <p className={styles['quiet']}>
              {words.auditOf(formats.count(checks.length), formats.count(sample.drawn.of))}
              {checked < checks.length && checked > 0
                ? ` · ${words.auditChecked(formats.count(checked), formats.count(checks.length))}`
                : ''}
              {' · '}
              {words.auditBy(state.coders.get(sample.authorId)?.name ?? '', formats.moment(sample.at))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );

  function resultOf(right: number, checked: number): string {
    const { low, high } = exactInterval(right, checked);
    return words.auditResult(
      formats.count(right),
      formats.count(checked),
      formats.percent(right / checked, 1),
      formats.percent(low, 1),
      formats.percent(high, 1),
    );
  }
}
