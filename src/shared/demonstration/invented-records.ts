/** What the demonstration is made of: invented studies, people and numbers. Any likeness to real ones is chance. */

export type InventedRecord = {
  readonly key: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly year: number;
  readonly journal: string;
  readonly abstract: string;
  readonly keywords: readonly string[];
  readonly doi: string;
};

const trial = (
  key: string,
  title: string,
  authors: readonly string[],
  year: number,
  abstract: string,
  journal = 'Journal of Invented Mental Health',
): InventedRecord => ({
  key,
  title,
  authors,
  year,
  journal,
  abstract,
  keywords: ['peer support', 'mental illness', 'recovery'],
  doi: `10.99999/invented.${key}`,
});

export const inventedRecords: readonly InventedRecord[] = [
  trial(
    'harbour',
    'The Harbour trial: peer-led recovery groups for adults with severe mental illness',
    ['Lindqvist, Ada', 'Moreau, Pia'],
    2018,
    'BACKGROUND: Peer-led groups are common, but trials are few. METHODS: In this randomised controlled trial, 142 adults with severe mental illness were allocated at random to twelve weekly groups led by two peers, or to care as usual. Personal recovery was measured with the Recovery Assessment Scale at twelve weeks. RESULTS: Recovery was higher in the peer groups. Symptoms did not differ. CONCLUSIONS: Peer-led groups may support personal recovery.',
  ),
  trial(
    'lantern',
    'Lantern: one-to-one peer support after discharge from hospital, a randomised trial',
    ['Okafor, Bram', 'Visser, T.', 'Yilmaz, Selin'],
    2020,
    'OBJECTIVE: To test whether support by a peer after discharge improves hope and reduces symptoms. DESIGN: Randomised controlled trial with 96 adults. INTERVENTION: Weekly meetings with a peer who had been in hospital themselves, for four months. CONTROL: Waiting list. RESULTS: Hope rose more with peer support; symptoms fell slightly more. No serious adverse events.',
  ),
  trial(
    'tideline',
    'Tideline: a self-management course taught by peers for people with psychosis',
    ['Castellanos, R.', 'Lindqvist, Ada'],
    2016,
    'METHODS: 88 adults with psychosis were randomised to a ten-week course taught by peers or to care as usual. RESULTS: Empowerment and quality of life improved in the course. Psychiatric symptoms did not change.',
  ),
  trial(
    'meadow',
    'Meadow study: telephone support by peers for mothers with postnatal depression',
    ['Hartmann, U.', 'Sorensen, K.'],
    2019,
    'BACKGROUND: Mothers with depression often wait for care. METHODS: Randomised trial of telephone calls by mothers who had recovered, against usual care, in 120 women. RESULTS: Depression on the Edinburgh scale was lower at twelve weeks.',
  ),
  trial(
    'orchard',
    'Orchard: an online community moderated by peers. Results of a pilot randomised trial',
    ['Nakamura, E.'],
    2021,
    'In a pilot trial 40 adults with depression were randomised to an online community moderated by trained peers or to information by e-mail. Recruitment was feasible. Recovery scores favoured the community, with a wide interval.',
    'Invented Psychiatry',
  ),
  trial(
    'bridge',
    'Building a bridge: peers and nurses as co-leaders of recovery education',
    ['Weiss, J.', 'Adeyemi, F.'],
    2017,
    'A randomised trial in which nurses and peers together taught recovery education to 150 adults. Knowledge improved. The contribution of peers cannot be told from that of nurses.',
  ),
  trial(
    'kiln',
    'Peer mentors for adolescents with anxiety: a school-based randomised trial',
    ['Brandt, L.'],
    2018,
    'Students aged 13 to 16 with anxiety were randomised to mentoring by older students. Anxiety decreased in both groups.',
  ),
  trial(
    'quarry',
    'Twelve-step groups and peer recovery coaching for alcohol use disorder: a randomised comparison',
    ['Duarte, M.', 'Quinn, S.'],
    2015,
    'Adults with alcohol use disorder were randomised to peer coaching or twelve-step facilitation. Days abstinent did not differ.',
  ),
  trial(
    'summit',
    'What peer workers say about their first year: an interview study',
    ['Achterberg, N.'],
    2019,
    'Twenty peer workers were interviewed. Themes were belonging, boundaries and being taken seriously.',
  ),
  trial(
    'delta',
    'Peer support in mental health services: a narrative review',
    ['Ferrante, O.'],
    2014,
    'This review describes forms of peer support and calls for trials.',
  ),
  trial(
    'ember',
    'Ember: peer support groups for carers of people with dementia',
    ['Pohl, G.', 'Lam, W.'],
    2020,
    'Family carers were randomised to groups led by former carers. Burden decreased slightly.',
  ),
  trial(
    'cobalt',
    'Cobalt protocol: a randomised trial of peer support in early psychosis',
    ['Yilmaz, Selin'],
    2022,
    'This is the protocol of a trial that will randomise 200 young adults. Results are expected later.',
  ),
  trial(
    'willow',
    'Willow: hearing voices groups led by peers, a randomised controlled trial',
    ['Moreau, Pia', 'Okafor, Bram'],
    2022,
    'Sixty adults who hear distressing voices were randomised to groups led by peers or a waiting list. Self-stigma was lower after sixteen weeks, and more people would recommend the groups.',
  ),
  trial(
    'granite',
    'A before-after evaluation of a peer-run crisis house',
    ['Rossi, D.'],
    2016,
    'Admissions in the year before and after a stay in a peer-run crisis house were compared for 75 people.',
  ),
  trial(
    'saffron',
    'Effects of lay counsellors on common mental disorders: cluster randomised trial',
    ['Menon, A.', 'Iyer, S.'],
    2013,
    'Lay counsellors from the community offered brief therapy in thirty villages. Their own experience of mental illness is not described.',
  ),
  trial(
    'fathom',
    'Fathom: walking groups led by peers for adults with depression',
    ['Sorensen, K.', 'Nakamura, E.'],
    2023,
    'Ninety adults with depression were randomised to walking groups led by people who had recovered from depression, or to care as usual. Depression and loneliness were measured at ten weeks.',
  ),
  trial(
    'pebble',
    'Pebble: text messages from peers after a first episode of psychosis, a randomised trial',
    ['Iyer, S.', 'Brandt, L.'],
    2024,
    'BACKGROUND: Young adults often lose touch with services after a first episode. METHODS: 110 adults aged 18 to 30 were allocated at random to six months of messages from a peer who had recovered from psychosis, or to care as usual. RESULTS: Hope and social contact rose with messages; symptoms did not differ.',
  ),
  trial(
    'canyon',
    'Recovery colleges and use of hospital beds: a regional register study',
    ['Ferrante, O.', 'Rossi, D.'],
    2021,
    'Bed days in regions with and without a recovery college were compared over five years. Students had fewer admissions in the year after enrolment; groups were not allocated at random.',
  ),
  trial(
    'thicket',
    'Thicket: peer recovery coaching for opioid use disorder, a randomised controlled trial',
    ['Quinn, S.', 'Adeyemi, F.'],
    2022,
    'Adults in treatment for opioid use disorder were randomised to coaching by people in long-term recovery or to usual counselling. Retention in treatment was higher with coaching at six months.',
  ),
  trial(
    'lighthouse',
    'Lighthouse: wellness planning groups led by two trained peers for adults with bipolar disorder',
    ['Visser, T.', 'Hartmann, U.'],
    2023,
    'DESIGN: Randomised controlled trial with a waiting list. PARTICIPANTS: 74 adults with bipolar disorder. INTERVENTION: Eight weekly groups, led by two peers throughout. RESULTS: Personal recovery and confidence in handling early signs improved; mania and depression scores did not differ at eight weeks or six months.',
  ),
  trial(
    'sparrow',
    'Sparrow: befriending by volunteers for older people living alone',
    ['Lam, W.'],
    2018,
    'Older people who lived alone were randomised to weekly visits by volunteers or to a newsletter. Loneliness was lower after visits. Mental illness was neither required nor described.',
  ),
  trial(
    'compass',
    'Compass: peer navigators on community mental health teams, a cluster randomised trial',
    ['Okafor, Bram', 'Weiss, J.', 'Castellanos, R.'],
    2024,
    'Sixteen teams were randomised to add a peer navigator or to go on as usual; 402 adults with severe mental illness took part. Navigators worked beside case managers. Quality of life and days at work were measured at nine months.',
  ),
  trial(
    'estuary',
    'Peer support for mental illness: a systematic review and meta-analysis of randomised trials',
    ['Achterberg, N.', 'Moreau, Pia'],
    2020,
    'Twenty-one trials were pooled. Peer support had a small effect on personal recovery and none on symptoms. Most trials were at high risk of bias.',
  ),
];

/** The second search finds some of the same again, as databases write them. */
export const foundAgain: readonly string[] = ['harbour', 'lantern', 'meadow'];
