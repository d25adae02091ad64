import { readReferenceFile } from '@shared/formats';
import { generateCsv, generateNbib, generateRis } from './generate-ris';
import { compare, type BenchReport } from './measure';

const count = 50_000;

/** Reading exports of 50,000 records, against decoding the same bytes and cutting the text into lines. */
export function benchParse(): BenchReport[] {
  return [reading('RIS', generateRis), reading('nbib', generateNbib), reading('CSV', generateCsv)];
}

function reading(name: string, generate: (count: number) => string): BenchReport {
  const bytes = new TextEncoder().encode(generate(count));
  const megabytes = Math.round(bytes.length / 1_000_000);
  const found = readReferenceFile(bytes).records.length;
  if (found !== count) throw new Error(`${name}: ${found} records read, ${count} written`);
  const yardstick = 'decode and cut into lines';
  return compare(`${name}, ${count.toLocaleString('en')} records, ${megabytes} MB`, [
    { what: yardstick, run: () => new TextDecoder().decode(bytes).split(/\r?\n/u) },
    { what: 'read every record', against: yardstick, run: () => readReferenceFile(bytes) },
  ]);
}
