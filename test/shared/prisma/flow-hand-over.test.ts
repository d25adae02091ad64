import { describe, expect, it } from 'vitest';
import { textsIn } from '@shared/i18n';
import { deriveFlow, flowCsv, flowDiagram, type FlowLedger, type FlowRecord } from '@shared/prisma';

const words = textsIn('en').prisma;
const record = (id: string, more: Partial<FlowRecord>): FlowRecord => ({
  id,
  stream: 'databases',
  kind: 'database',
  source: 'PubMed',
  ...more,
});
const excluded = { votes: ['exclude', 'exclude'] } as const;
const forward = (report: string) => ({ votes: ['include', 'include'], report }) as const;

/** Two databases, a register, a citation; one report excluded, one of a reason with commas; two studies before. */
const update: FlowLedger = {
  options: { flow: 'v2', updated: true },
  previous: { studies: 2, reports: 3 },
  records: [
    record('a', forward('a')),
    record('b', excluded),
    record('c', { source: 'Embase', duplicateOf: 'a' }),
    record('d', { kind: 'register', source: 'ICTRP', ...forward('d') }),
    record('e', { votes: ['exclude'], screenedBy: 'automation' }),
    record('f', { stream: 'other', kind: 'citation', source: 'By hand', ...forward('f') }),
  ],
  reports: [
    { id: 'a', retrieval: 'retrieved', votes: ['include', 'include'], studies: ['s'] },
    {
      id: 'd',
      retrieval: 'retrieved',
      votes: ['exclude', 'exclude'],
      reason: '=wrong; not, peers',
    },
    { id: 'f', retrieval: 'not-retrieved' },
  ],
  studies: [{ id: 's' }],
};

const saidBy = (ledger: FlowLedger): string =>
  flowDiagram(deriveFlow(ledger), words, String).description.replaceAll('\u00a0', ' ');
const csvRows = (ledger: FlowLedger): Map<string, string> =>
  new Map(
    flowCsv(deriveFlow(ledger))
      .trim()
      .split('\r\n')
      .map((line) => [line.split(',')[0] ?? '', line]),
  );

describe('the counts for the R package', () => {
  it('come in the columns of its template, every row with a box and a text', () => {
    const [head, ...lines] = flowCsv(deriveFlow(update)).trim().split('\r\n');
    expect(head).toBe('data,node,box,description,boxtext,tooltips,url,n');
    expect(lines).toHaveLength(34);
    for (const line of lines) expect(line.match(/^[\w]+,[\w]+,\w+,/u)).not.toBeNull();
  });

  it('are those of the boxes, labels without what the reader cuts at and without a formula', () => {
    const rows = csvRows(update);
    expect(rows.get('database_results')).toMatch(/,3$|,4$/u);
    expect(rows.get('dbr_excluded')).toContain('"wrong not peers, 1"');
    expect(rows.get('citations_results')).toMatch(/,1$/u);
    expect(rows.get('previous_studies')).toMatch(/,2$/u);
    expect(rows.get('total_studies')).toMatch(/,3$/u);
  });

  it('leave out the columns a review does not have', () => {
    const { previous: _, ...rest } = update;
    const rows = csvRows({ ...rest, options: {}, records: update.records.slice(0, 5) });
    for (const box of ['previous_studies', 'total_studies', 'citations_results', 'other_assessed'])
      expect(rows.get(box)).toMatch(/,NA$/u);
    expect(rows.get('new_studies')).toContain('Studies included in review');
  });
});

describe('the diagram', () => {
  it('of an update counts the version before it, and the total', () => {
    const said = saidBy(update);
    for (const text of [
      'Studies included in previous version of review (n = 2)',
      'New studies included in review (n = 1)',
      'Total studies included in review (n = 3)',
      'Reports of total included studies (n = 4)',
    ])
      expect(said).toContain(text);
    const { previous: _, ...rest } = update;
    expect(saidBy({ ...rest, options: { flow: 'v2' } })).not.toContain('previous version');
  });

  it('counts what people and what automation tools excluded apart, and only where tools did', () => {
    const said = saidBy(update);
    expect(said).toContain('Records excluded (n = 2)');
    expect(said).toContain('by people (n = 1)');
    expect(said).toContain('by automation tools (n = 1)');
    expect(saidBy({ ...update, records: update.records.filter(({ id }) => id !== 'e') })).not.toContain(
      'by people',
    );
  });

  it('marks every number it shows, notes below it included, with what stands behind it', () => {
    const open = { ...update, records: [...update.records, record('g', {})] };
    const flow = deriveFlow(open);
    const { shapes } = flowDiagram(flow, words, String);
    for (const shape of shapes) {
      if (shape.kind !== 'text' || !/\d/u.test(shape.text)) continue;
      const { text, mark } = shape;
      // What the version before included was stated, not counted here.
      if (/^(version of )?review .n|version of review .n/u.test(text)) continue;
      expect(mark, text).toBeDefined();
      const count = Number(/(\d+)\)$/u.exec(text)?.[1] ?? /\d+/u.exec(text)?.[0]);
      const stated = mark === 'total_studies' ? 2 : mark === 'total_reports' ? 3 : 0;
      expect(flow.behind[mark ?? '']?.length ?? 0, text).toBe(count - stated);
    }
  });
});

describe('an invariant that does not hold', () => {
  it('names the record that went forward without a report', () => {
    const flow = deriveFlow({
      ...update,
      records: [...update.records, record('lost', { votes: ['include', 'include'], report: null })],
    });
    expect(flow.broken).toEqual(['I4']);
    expect(flow.breaking).toEqual({ I4: ['lost'] });
  });

  it('names the report that is included in no study', () => {
    const flow = deriveFlow({
      ...update,
      reports: update.reports.map((report) => ({ ...report, studies: [] })),
    });
    expect(flow.broken).toContain('I15');
    expect(deriveFlow(update).breaking).toEqual({});
  });
});
