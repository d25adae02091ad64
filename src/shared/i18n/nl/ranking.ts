import type { ranking as english } from '../en/ranking';
import { counted, plural, type Translated } from '../text';

/** De waarschijnlijke eerst lezen, en wanneer te stoppen. */
export const ranking: Translated<typeof english> = {
  title: 'Voortgang en stoppen',
  back: 'Terug naar lezen',
  parts: {
    progress: 'Voortgang',
    start: 'Waar het begint',
    second: 'Tweede blik',
    simulation: 'Uitproberen',
  },
  basisOwn:
    'Alles hier berust alleen op uw eigen stemmen: hoe collega’s stemden speelt geen rol zolang u blind leest.',
  basisTeam:
    'Alles hier berust op wat besloten is; waar nog niets besloten is, telt een record dat iemand wil houden als relevant.',

  rules: {
    order: 'Volgorde van titels en samenvattingen',
    orderHint: 'Voor beoordelaars die er zelf geen gekozen hebben.',
    recall: 'Relevante records die gevonden moeten zijn voordat het lezen mag stoppen',
    recallHint: 'De stoptoets werkt naar dit aandeel toe.',
    confidence: 'Hoe zeker het team wil zijn',
    everyNth: 'Willekeurige records tussen de waarschijnlijke',
    everyNthHint: 'Houdt een eerlijke steekproef in wat “waarschijnlijkste eerst” wordt gelezen.',
    never: 'Geen',
    nth: (n) => `Elk ${n}e record`,
  },

  figures: {
    read: 'Gelezen',
    readOf: (total) => `van ${total}`,
    found: 'Relevant gevonden',
    lately: (n) => `${n} in de laatste honderd`,
    left: 'Mogelijk nog over',
    leftUpTo: (most, confidence) => `hoogstens ${most} (${confidence} zeker)`,
    hours: 'Nog te lezen uren',
    pace: (seconds) => `bij ${seconds} s per record`,
    noPace: 'nog niets gemeten',
  },

  curve: {
    title: 'Gevonden relevante records',
    read: 'Gelezen records',
    found: 'Relevant gevonden',
    foundPer: (records) => `Relevant per ${records} gelezen`,
    randomOrder: 'willekeurige volgorde',
    likelyTotal: 'geschat totaal',
    description: (found, read, records) =>
      `${counted(found, 'relevant record', 'relevante records')} gevonden na ${read} van ${records}.`,
    saveCsv: 'Cijfers opslaan (CSV)',
  },

  advice: {
    title: 'Mag het lezen stoppen?',
    yes: (recall, confidence) =>
      `Ja, volgens de toets: met ${confidence} zekerheid is minstens ${recall} van de relevante records gevonden.`,
    no: (recall, confidence, further) =>
      `Nog niet. Voor ${confidence} zekerheid dat ${recall} van de relevante records gevonden is, ${plural(further, 'zou', 'zouden')} nog ${counted(further, 'record', 'records')} voorbij moeten komen zonder één relevant.`,
    allRead: 'Elk record is gelezen.',
    readOnce: (waiting, count) =>
      `Over elk record is gestemd; stoppen zou er geen opzij leggen. ${count} ${plural(waiting, 'wacht', 'wachten')} nog op uw stem.`,
    nothingRead: 'Er is nog niets gelezen. Het advies verschijnt met de eerste stemmen.',
    p: (p) => `Kans om de laatste tijd zo weinig te vinden als het doel gemist werd: p ${p}`,
    streak: (n) => `${n} irrelevante achter elkaar`,
    streakTruth:
      'Stop niet alleen op een reeks: in 100 gesimuleerde reviews had “50 irrelevante achter elkaar” in 26 gevallen 95 % van de relevante records gevonden, “200 achter elkaar” in 87, en de toets in alle 100 (met 16 % minder lezen).',
    how: 'De toets: Callaghan en Müller-Hansen 2020, hypergeometrisch en exact. Doel en zekerheid staan in het protocol.',
  },

  stop: {
    action: 'Stoppen met lezen …',
    onlyLead: 'De leider besluit voor het team dat het lezen stopt.',
    title: 'Stoppen met titels en samenvattingen',
    consequence: (unread) =>
      `${counted(unread, 'record dat', 'records die')} niemand gelezen heeft, ${plural(unread, 'wordt', 'worden')} opzij gelegd. PRISMA telt wat opzij ligt als geëxcludeerd door automatiseringsinstrumenten. Records met één stem wachten nog op hun tweede. Er wordt niets gewist, en het lezen kan altijd weer open.`,
    against: 'De toets raadt het nog niet aan. Zeg in de reden waarom u toch stopt.',
    reason: 'Reden, zoals die in het verslag moet staan',
    confirm: 'Stoppen met lezen',
    done: 'Het lezen is gestopt',
    standing: (who, when, unread) =>
      `Het lezen is gestopt door ${who} op ${when}; ${counted(unread, 'ongelezen record is', 'ongelezen records zijn')} opzij gelegd.`,
    reopen: 'Lezen heropenen',
    reopened: 'Het lezen is weer open',
  },

  start: {
    title: 'Bekende relevante records',
    text: 'De rangschikking begint bij records waarvan u weet dat ze relevant zijn, bijvoorbeeld uit een eerdere review. Iedereen ziet deze lijst. Zonder lijst begint ze bij de woorden van de criteria.',
    paste: 'DOI’s of PubMed-nummers, één per regel',
    pasteAction: 'Zoeken en toevoegen',
    search: 'Of zoek in titels',
    named: (who, when) => `genoemd door ${who}, ${when}`,
    add: 'Bekend als relevant',
    remove: 'Van de lijst halen',
    none: 'Er is nog geen record genoemd.',
    added: (n, total) => `${n} van ${total} ${plural(total, 'nummer', 'nummers')} gevonden en toegevoegd`,
    notFound: (list) => `Niet onder de records: ${list}`,
    noHits: 'Geen titel bevat deze woorden.',
  },

  second: {
    title: 'Uitgesloten, maar lijkt op de ingesloten',
    text: 'Een model dat de stem over een record nooit zag, vindt deze uitgesloten records waarschijnlijk relevant. Een vergissing zit vaak bij de eerste tien.',
    blindTitle: 'Gaat open als uw wachtrij leeg is',
    blindText:
      'De tweede blik heeft stemmen nodig die staan. Ze gaat open als u alles gelezen hebt wat op u wacht.',
    few: 'Er zijn te weinig geïncludeerde records om van te leren (minstens vijf zijn nodig).',
    none: 'Geen uitgesloten record lijkt op de ingesloten.',
    look: 'Records zoeken',
    looking: 'Zoeken …',
    likeIncluded: (share) => `waarschijnlijker dan ${share} van de geïncludeerde records`,
    keep: 'Blijft geëxcludeerd',
    vote: 'Wijzigen in includeren',
    kept: 'Blijft geëxcludeerd; het wordt niet opnieuw voorgelegd',
    changed: 'Stem gewijzigd in includeren',
  },

  why: {
    title: 'Waarom hier',
    notYet:
      'De volgorde heeft nog niet van stemmen geleerd. Ze begint bij de woorden van de criteria en van bekende relevante records.',
    random: 'Willekeurig getrokken, zodat wat gelezen wordt een eerlijke steekproef blijft.',
    up: 'trok het omhoog',
    down: 'trok het omlaag',
    model:
      'Het model weegt woorden en woordparen naar de stemmen tot nu toe. Het weet niets van wat een studie vond of hoe goed ze is, en het verbergt nooit een record.',
    place: (place, total) => `${place} van ${total} wachtende`,
  },

  order: {
    indexing: (share) => `De woorden van alle records lezen … ${share}`,
    learning: 'Leren …',
    learned: (n) => `geleerd van ${counted(n, 'stem', 'stemmen')}`,
    starting: 'beginvolgorde',
    failed: 'De rangschikking werkt niet meer; records komen zoals geïmporteerd.',
  },

  simulation: {
    title: 'Hoeveel lezen had het bespaard?',
    text: 'Neem een review die klaar is: een tabel met titel, samenvatting en of elk record is ingesloten (CSV; ASReview, SYNERGY en andere schrijven zulke bestanden). De rangschikking leest haar alsof niemand de labels kent.',
    choose: 'Gelabelde tabel kiezen …',
    own: 'De besluiten van deze review gebruiken',
    seeds: 'Aantal keren',
    run: 'Starten',
    stop: 'Stoppen',
    running: (run, found, relevant) => `Keer ${run}: ${found} van ${relevant} gevonden`,
    result: (records, relevant) => `${counted(records, 'record', 'records')}, ${relevant} relevant`,
    columns: {
      run: 'Keer',
      read: 'Gelezen tot de laatste',
      loss: 'Verlies',
      ndcg: 'nDCG',
      wss95: 'WSS@95',
      recall10: 'Recall bij 10 %',
      atd: 'ATD',
    },
    mean: 'Gemiddelde',
    legend:
      'Verlies: 0 is een volmaakte volgorde, 0,5 een willekeurige. WSS@95: deel van het lezen dat bij 95 % recall bespaard wordt boven een willekeurige volgorde. Recall bij 10 %: deel dat gevonden is na een tiende van het lezen. ATD: gemiddelde plaats van een relevant record als deel van alle.',
    errors: {
      'no-text-column': (columns) =>
        `Er is geen kolom voor titel of samenvatting. De kolommen zijn: ${columns}`,
      'no-label-column': (columns) =>
        `Er is geen kolom die zegt welke records zijn ingesloten (label_included, included, label …). De kolommen zijn: ${columns}`,
      'no-records': () => 'De tabel heeft een kop en geen record.',
      'label-not-understood': (label) => `Een label is noch ja noch nee: ${label}`,
      'one-sided': () => 'Een simulatie heeft minstens één ingesloten en één uitgesloten record nodig.',
      failed: () => 'Het bestand kon niet worden gelezen.',
    },
  },

  report: {
    title: 'Voor de methodesectie (PRISMA item 8)',
    copy: 'Kopiëren',
    copied: 'Gekopieerd',
    none: 'Titels en samenvattingen werden gelezen in de volgorde die elke beoordelaar koos; de rangschikking werd niet gebruikt.',
    used: (version, model, keywords) =>
      `Titels en samenvattingen werden aangeboden op volgorde van voorspelde relevantie met Concord ${version} (model ${model}: TF-IDF van woorden en woordparen van titel, samenvatting en ${keywords}; lineaire support vector machine met gekwadrateerde hinge loss, C = 0,11, klassegewichten gebalanceerd met ratio 9,8), na elke stem opnieuw getraind op de eigen stemmen van elke beoordelaar zolang het screenen blind was.`,
    keywords: 'trefwoorden',
    share: (ranked, read) =>
      `${ranked} van ${counted(read, 'gelezen record', 'gelezen records')} ${plural(ranked, 'werd', 'werden')} in deze volgorde aangeboden.`,
    stopped: (read, total, found, recall, confidence, p) =>
      `Het lezen stopte na ${read} van ${counted(total, 'record', 'records')} (${found} relevant) volgens de toets van Callaghan en Müller-Hansen (2020) voor een recall van ${recall} met ${confidence} zekerheid (p ${p}).`,
    stoppedBefore: (read, total, found, recall, confidence, p) =>
      `Het lezen stopte na ${read} van ${counted(total, 'record', 'records')} (${found} relevant), voordat de toets van Callaghan en Müller-Hansen (2020) het aanraadde voor een recall van ${recall} met ${confidence} zekerheid (p ${p}).`,
    unread: (n) =>
      `${counted(n, 'record werd', 'records werden')} niet gelezen en ${plural(n, 'is', 'zijn')} vermeld als geëxcludeerd door automatiseringsinstrumenten.`,
    all: 'Alle records werden gelezen: de volgorde bepaalde wanneer, niet of.',
    reason: (text) => `Gegeven reden: ${text}`,
  },
};
