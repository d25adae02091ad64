import type { Flow, FlowCount } from './flow';

/**
 * The counts as the CSV that the PRISMA2020 R package reads. Its reader cuts labels at the first comma and lists at
 * semicolons, so neither may stand inside a label.
 */
export function flowCsv({ boxes }: Flow): string {
  const rows = Object.entries(boxes).map(([box, value]) => [box, box, countText(value)]);
  return [['data', 'description', 'n'], ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

const countText = (value: FlowCount): string =>
  typeof value === 'number'
    ? String(value)
    : Object.entries(value)
        .map(([label, count]) => `${label.replaceAll(/[,;]/gu, ' ')}, ${count}`)
        .join('; ');

const quoted = (text: string): string => (/[",;\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
