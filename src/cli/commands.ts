import { answerEffectCases, describeShapes, effectShapes } from '@shared/effect-size';
import type { Result } from '@shared/kernel';
import { answerPoolingCases } from '@shared/pooling';
import { answerPrismaCases } from '@shared/prisma';
import { answerAgreementCases } from '@shared/reconciliation';
import { answerRob2Cases } from '@shared/risk-of-bias';
import { check } from './check';
import { audit } from './audit';
import { dedupe } from './dedupe';
import { exportReview } from './export-review';
import { importSheet } from './import-sheet';
import { parseArguments, print, readJson, tell, WrongUsage } from './io';
import { convertFiles, parseFiles, readingUsage } from './reference-files';
import { results } from './results';
import { robPlot } from './rob-plot';
import { rank, simulate } from './rank';
import { verifyFolder } from './verify-folder';

export type CliCommand = {
  readonly name: string;
  readonly usage: string;
  readonly about: string;
  readonly run: (args: readonly string[]) => Promise<number>;
};

type Answerer = (file: unknown) => Result<unknown, { readonly code: string; readonly detail?: string }>;

/** A command that answers a file of cases in the layout of the reference values. */
const answering = (name: string, about: string, answer: Answerer): CliCommand => ({
  name,
  usage: `${name} CASES.json`,
  about,
  async run(args) {
    const { rest } = parseArguments(args, []);
    const [file, ...more] = rest;
    if (file === undefined || more.length > 0) throw new WrongUsage('give one file of cases');
    const answered = answer(await readJson(file));
    if (!answered.ok) {
      tell(`${file} is not a file of cases: ${answered.error.detail ?? answered.error.code}`);
      return 1;
    }
    print(answered.value);
    return 0;
  },
});

export const commands: readonly CliCommand[] = [
  {
    name: 'parse',
    usage: `parse FILE… ${readingUsage}`,
    about: 'Reads export files of reference databases; every record and every problem.',
    run: parseFiles,
  },
  {
    name: 'convert',
    usage: `convert FILE… --to ris|csv|csl-json|bibtex [--out FILE] ${readingUsage}`,
    about: 'Reads export files and writes all their records as one file of another format.',
    run: convertFiles,
  },
  {
    name: 'dedupe',
    usage: 'dedupe FILE…',
    about:
      'Duplicates in export files or JSONL sets: groups, the pairs that prove them, the pairs to look at.',
    run: dedupe,
  },
  answering('effects', 'Effect sizes from what trial reports give.', answerEffectCases),
  {
    name: 'shapes',
    usage: 'shapes [--markdown]',
    about: 'The forms in which reports give numbers: fields, options, formula, source.',
    async run(args) {
      const { rest, options } = parseArguments(args, [], ['markdown']);
      if (rest.length > 0) throw new WrongUsage('shapes takes no file');
      if (options.has('markdown')) process.stdout.write(describeShapes());
      else print(effectShapes);
      return 0;
    },
  },
  answering('pool', 'Pooled effects, heterogeneity, subgroups, small-study effects.', answerPoolingCases),
  answering('rob2', 'Proposed RoB 2 judgements from answers.', answerRob2Cases),
  answering('agreement', 'Agreement of coders.', answerAgreementCases),
  answering('prisma', 'PRISMA 2020 counts from decisions.', answerPrismaCases),
  {
    name: 'import-sheet',
    usage:
      'import-sheet SHEET.csv [--pool] [--by COLUMN] [--measure SMD|MD|ROM|OR|RR|RD|HR|IRR] [--variance LS] [--method REML] [--test hk]',
    about:
      'Reads an extraction sheet with columns as in the Metapsy standard, R (metafor, meta, robumeta), RevMan or plain words, flags what looks wrong, pools it by a column. Without --measure: as the numbers suggest.',
    run: importSheet,
  },
  {
    name: 'check',
    usage: 'check SHEET.csv|SHEET.json [--language en|nl] [--unusual 0.8]',
    about: 'What looks wrong in an extraction table or a pooling sheet, with the numbers it rests on.',
    run: check,
  },
  {
    name: 'results',
    usage:
      'results SHEET.json|TABLE.csv [--details] [--template peer-support] [--method REML] [--test hk] [--dependence robust] [--minimum-trials 3] [--correct-standard-errors]',
    about: 'Fills in the analysis plan of a pooling sheet: every outcome, every departure from the plan.',
    run: results,
  },
  {
    name: 'simulate',
    usage: 'simulate LABELLED.csv [--seeds 5] [--priors priors.json] [--keywords] [--curves NAME]',
    about: 'Screens a labelled set as if unread, most likely first, and says how soon all were found.',
    run: simulate,
  },
  {
    name: 'rank',
    usage: 'rank TABLE.csv [--like "words"] [--keywords]',
    about: 'Orders records without a label, most likely first, by those with one (empty label: unread).',
    run: rank,
  },
  {
    name: 'rob-plot',
    usage: 'rob-plot TABLE.csv [--summary] [--title TEXT] [--language en|nl] [--out FILE.svg]',
    about: 'Draws the risk of bias in a table of robvis: traffic lights, or the summary by domain, as SVG.',
    run: robPlot,
  },
  {
    name: 'export',
    usage:
      'export REVIEW_FOLDER --to bundle|metapsy-csv|metafor|long-csv|xlsx|characteristics-docx|directions-html|revman-results|…|prisma|conflicts|robvis|ris|csv|csl-json|bibtex|all [--records all|reports|included] [--tool rob2-parallel-assignment] [--as NAME] [--language en|nl] [--out FILE|FOLDER]',
    about: 'Writes a hand-off of a review folder, or all of them into a folder.',
    run: exportReview,
  },
  {
    name: 'audit',
    usage: 'audit REVIEW_FOLDER [--csv] [--as NAME] [--language en|nl] [--out FILE]',
    about: 'The history of a review folder in words or as CSV: who did what when, and how it stands now.',
    run: audit,
  },
  {
    name: 'verify',
    usage: 'verify REVIEW_FOLDER [--language en|nl]',
    about: 'Proves hash chains, sequences, seals and blobs of a review folder, and names what is missing.',
    run: verifyFolder,
  },
];
