import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Export files of our own making, for machines without the shared fixtures. */
export const ownRis = (count: number, year = 2020): string =>
  Array.from({ length: count }, (_, index) =>
    [
      'TY  - JOUR',
      `TI  - Peer support trial number ${index + 1} in an invented town: a randomised comparison`,
      `AU  - Author${index + 1}, A.`,
      `PY  - ${year}`,
      'JO  - Journal of Invented Trials',
      `AB  - In this randomised trial ${100 + index} adults with mental illness met peers or received care as usual.`,
      `DO  - 10.99999/own.${index + 1}`,
      'ER  - ',
      '',
    ].join('\r\n'),
  ).join('\r\n');

/** A real export of a reference database, read in place; our own file where the fixtures are absent. */
export function realExport(): {
  readonly file: string | { name: string; mimeType: string; buffer: Buffer };
  readonly records: number;
} {
  const folder = path.resolve('../shared/fixtures/import/ris');
  if (existsSync(folder) && readdirSync(folder).includes('ovid-psycinfo.ris')) {
    return { file: path.join(folder, 'ovid-psycinfo.ris'), records: 6 };
  }
  console.log('The shared export files are absent: a file of our own stands in');
  return { file: { name: 'own.ris', mimeType: 'text/plain', buffer: Buffer.from(ownRis(6)) }, records: 6 };
}

/** A small Metapsy sheet: invented, with one sign against its instrument. */
export const ownSheet = [
  'study;outcome_category;condition_arm1;condition_arm2;outcome_type;instrument;time;time_weeks;.g;.g_se;mean_arm1;sd_arm1;n_arm1;mean_arm2;sd_arm2;n_arm2;country;RoB_D1;RoB_D2;RoB_D3;RoB_D4;RoB_D5;overall_RoB',
  'Vos, 2019;Personal recovery;Peer support;CAU;msd;Recovery Assessment Scale;post;12;0,29;0,199;90;10;50;87;10,5;52;NL;Low risk;Low risk;Low risk;Some concerns;Low risk;Some concerns',
  'Kuiper, 2020;Personal recovery;Peer support;WL;msd;Herth Hope Index;post;10;0,36;0,22;36;5,5;42;34;5,6;41;BE;Low risk;Low risk;Low risk;Low risk;Low risk;Low risk',
  'Bakker, 2021;Clinical recovery;Peer support;CAU;msd;Brief Psychiatric Rating Scale;post;16;0,20;0,20;42;10;50;40;10;51;NL;High risk;Low risk;Low risk;Low risk;Low risk;High risk',
].join('\n');
