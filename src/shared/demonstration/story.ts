import type { ExtractedResult, ExtractionContent } from '../extraction';
import type { Vote } from '../screening';

/** Who decided what in the demonstration. Two coders vote; the lead settles. */

type Voted = {
  readonly vote: Vote;
  readonly reason?: string;
  readonly no?: string;
  readonly unclear?: string;
};
const include: Voted = { vote: 'include' };
const maybe: Voted = { vote: 'maybe', unclear: 'mental-illness' };
const exclude = (reason: string, criterion?: string): Voted => ({ vote: 'exclude', reason, no: criterion });

/** Votes at title and abstract: [first coder, second coder]; null is not voted yet. */
export const titleAbstractVotes: { readonly [key: string]: readonly [Voted | null, Voted | null] } = {
  harbour: [include, include],
  lantern: [include, include],
  tideline: [include, include],
  meadow: [include, maybe],
  orchard: [include, include],
  bridge: [include, exclude('not-peer-delivered', 'peer-delivered')],
  kiln: [exclude('not-adults', 'adults'), exclude('not-adults', 'adults')],
  quarry: [exclude('wrong-population', 'mental-illness'), exclude('wrong-population', 'mental-illness')],
  summit: [exclude('wrong-design', 'design'), exclude('wrong-design', 'design')],
  delta: [exclude('wrong-design', 'design'), exclude('wrong-design', 'design')],
  ember: [exclude('wrong-population', 'mental-illness'), exclude('wrong-population', 'mental-illness')],
  cobalt: [include, include],
  willow: [include, include],
  granite: [exclude('wrong-design', 'design'), exclude('wrong-design', 'design')],
  saffron: [{ vote: 'maybe', unclear: 'peer-delivered' }, exclude('not-peer-delivered', 'peer-delivered')],
  // Left for the visitor, who begins as the second of the two.
  fathom: [include, null],
  pebble: [include, null],
  canyon: [exclude('wrong-design', 'design'), null],
  thicket: [exclude('wrong-population', 'mental-illness'), null],
  lighthouse: [include, null],
  sparrow: [exclude('wrong-population', 'mental-illness'), null],
  compass: [{ vote: 'maybe', unclear: 'peer-delivered' }, null],
  estuary: [exclude('wrong-design', 'design'), null],
};

/** Settled by the lead; the other conflict is left for the visitor. */
export const settledConflict = { key: 'bridge', decision: 'exclude', reason: 'not-peer-delivered' } as const;

export const fullTextVotes: { readonly [key: string]: readonly [Voted | null, Voted | null] } = {
  harbour: [include, include],
  lantern: [include, include],
  tideline: [include, include],
  meadow: [include, include],
  orchard: [include, include],
  cobalt: [exclude('no-results'), exclude('no-results')],
  willow: [include, null],
};

type Numbers = { readonly [field: string]: string };
type Result = {
  readonly domain: string;
  readonly instrument: string;
  readonly name: string;
  readonly better: boolean;
  readonly weeks: number;
  readonly numbers: Numbers;
  readonly page: string;
};

const result = (
  domain: string,
  instrument: string,
  name: string,
  better: boolean,
  weeks: number,
  page: string,
  numbers: Numbers,
): Result => ({
  domain,
  instrument,
  name,
  better,
  weeks,
  page,
  numbers,
});
const six = (meanT: string, sdT: string, nT: string, meanC: string, sdC: string, nC: string): Numbers => ({
  meanT,
  sdT,
  nT,
  meanC,
  sdC,
  nC,
});

/** What the first coder extracted; the second agrees but for `secondReads`. */
export const extractions: {
  readonly [key: string]: {
    readonly country: string;
    readonly comparator: 'cau' | 'wl' | 'inactive';
    readonly results: readonly Result[];
  };
} = {
  harbour: {
    country: 'Sweden',
    comparator: 'cau',
    results: [
      result(
        'personal',
        'ras',
        'Recovery Assessment Scale (RAS)',
        true,
        12,
        '7',
        six('92.4', '14.1', '70', '87.9', '15.0', '72'),
      ),
      result(
        'clinical',
        'bsi',
        'Brief Symptom Inventory (BSI)',
        false,
        12,
        '7',
        six('1.21', '0.74', '70', '1.29', '0.71', '72'),
      ),
    ],
  },
  lantern: {
    country: 'Netherlands',
    comparator: 'wl',
    results: [
      result(
        'personal',
        'herth',
        'Herth Hope Index',
        true,
        17,
        '5',
        six('36.8', '5.6', '47', '34.1', '6.1', '45'),
      ),
      result(
        'clinical',
        'bprs',
        'Brief Psychiatric Rating Scale (BPRS)',
        false,
        17,
        '5',
        six('38.2', '9.9', '47', '41.0', '10.4', '45'),
      ),
    ],
  },
  tideline: {
    country: 'Spain',
    comparator: 'cau',
    results: [
      result(
        'personal',
        'bues',
        'Empowerment Scale (BUES)',
        true,
        10,
        '9',
        six('81.0', '9.2', '43', '79.6', '9.0', '44'),
      ),
      result(
        'functional',
        'mansa',
        'Manchester Short Assessment of Quality of Life (MANSA)',
        true,
        10,
        '9',
        six('4.62', '0.88', '43', '4.41', '0.93', '44'),
      ),
    ],
  },
  meadow: {
    country: 'Norway',
    comparator: 'cau',
    results: [
      result(
        'clinical',
        'epds',
        'Edinburgh Postnatal Depression Scale (EPDS)',
        false,
        12,
        '4',
        six('8.9', '4.7', '58', '10.8', '5.1', '59'),
      ),
    ],
  },
};

/** Studies whose extraction is final; `meadow` waits to be settled. */
export const settledExtractions: readonly string[] = ['harbour', 'lantern', 'tideline'];
/** The second coder misread one number in this study. */
export const misread = { key: 'meadow', field: 'sdC', text: '1.5' } as const;

/** RoB 2 answers per study, by the first coder; the second agrees but for the one in `ratedApart`. */
const lowAnswers: { readonly [question: string]: string } = {
  '1.1': 'Y',
  '1.2': 'Y',
  '1.3': 'N',
  '2.1': 'Y',
  '2.2': 'Y',
  '2.3': 'PN',
  '2.6': 'Y',
  '3.1': 'Y',
  '4.1': 'N',
  '4.2': 'N',
  '4.3': 'Y',
  '4.4': 'PN',
  '5.1': 'Y',
  '5.2': 'PN',
  '5.3': 'PN',
};
export const biasAnswers: { readonly [key: string]: { readonly [question: string]: string } } = {
  harbour: lowAnswers,
  lantern: { ...lowAnswers, '1.2': 'NI', '4.3': 'Y', '4.4': 'PY', '4.5': 'PN' },
  tideline: { ...lowAnswers, '3.1': 'N', '3.2': 'N', '3.3': 'PY', '3.4': 'PY' },
  meadow: { ...lowAnswers, '5.1': 'NI' },
};
export const settledBias: readonly string[] = ['harbour', 'lantern', 'tideline'];
export const ratedApart = { key: 'meadow', question: '5.1', answer: 'Y' } as const;

/** A study's extraction as a coder saves it. */
export function extractionContent(
  key: string,
  labels: { readonly peer: string; readonly control: string; readonly post: string },
  misreads: boolean,
): ExtractionContent {
  const study = extractions[key];
  if (!study) throw new Error(`The demonstration has no extraction of ${key}`);
  return {
    characteristics: { country: study.country },
    arms: [
      { id: 'a1', label: labels.peer, role: 'intervention', comparatorId: null, randomised: null },
      {
        id: 'a2',
        label: labels.control,
        role: 'comparator',
        comparatorId: study.comparator,
        randomised: null,
      },
    ],
    results: study.results.map((one, index): ExtractedResult => {
      const input: ExtractedResult['input'] = {};
      for (const [field, text] of Object.entries(one.numbers)) {
        const read = misreads && key === misread.key && field === misread.field ? misread.text : text;
        input[field] = {
          text: read,
          value: Number(read),
          ...(field === 'meanT' ? { page: one.page, quote: `${one.name}: ${text}` } : {}),
        };
      }
      return {
        id: `r${index + 1}`,
        domainId: one.domain,
        outcome: '',
        instrument: one.name,
        instrumentId: one.instrument,
        higherIsBetter: one.better,
        timepoint: { label: labels.post, weeks: one.weeks, windowId: 'post' },
        armT: 'a1',
        armC: 'a2',
        shape: 'means-sds',
        input,
        note: '',
      };
    }),
  };
}
