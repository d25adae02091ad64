import type { app as english } from '../en/app';
import { plural, type Translated } from '../text';

export const app: Translated<typeof english> = {
  name: 'Concord',
  tagline: 'Een werkbank voor systematische reviews',
  trialRuntime:
    'Dit venster draait op een oude testversie omdat de huidige niet te downloaden was. Alleen om uit te proberen, niet voor een echte review.',
  noJournal: 'Browservoorbeeld: deze review staat alleen in deze browser, zonder kopie op schijf.',
  fictitious: 'Demonstratie: elke studie, elk getal en elke persoon in deze review is verzonnen.',
  loading: 'Openen…',
  close: 'Sluiten',
  cancel: 'Annuleren',
  save: 'Opslaan',
  add: 'Toevoegen',
  remove: 'Verwijderen',
  undo: 'Ongedaan maken',
  back: 'Terug',
  edit: 'Bewerken',
  yes: 'Ja',
  no: 'Nee',
  none: 'Geen',
  of: (done, total) => `${done} van ${total}`,
  failedTitle: 'Er ging iets mis op dit scherm',
  failedText:
    'Niets wat u hebt opgeslagen is verloren. Ga terug naar het begin en open de review opnieuw; gebeurt het weer, exporteer dan de review en meld het.',

  home: {
    title: 'Reviews',
    create: 'Nieuwe review',
    demo: 'Demonstratie openen',
    demoBadge: 'Demonstratie',
    demoHint: 'Een kleine verzonnen review met in elke fase iets, om rond te kijken en te proberen.',
    emptyTitle: 'Begin uw eerste review',
    createHint:
      'Die begint met een protocol: de vraag, de criteria, de uitkomsten. Neem een sjabloon en verander wat anders is.',
    joinHint: 'Een collega heeft een review gedeeld: kies de map of de server, en zeg wie u bent.',
    promise:
      'Alles werkt offline en blijft in bestanden op deze computer. Er wordt niets verstuurd zolang u een review niet deelt.',
    open: 'Openen',
    opened: (date) => `Geopend ${date}`,
    onDisk: 'Op schijf',
    unreadable: 'Deze reviewmap kon niet worden gelezen',
    template: 'Protocolsjabloon',
    reviewTitle: 'Titel van de review',
    yourName: 'Uw naam',
    yourNameHint: 'Collega’s zien die naast uw werk. Elke beoordelaar heeft een eigen profiel.',
    createAction: 'Review maken',
    location: (folder) => `Reviews staan in ${folder}`,
  },

  rail: {
    label: 'Fasen van de review',
    protocol: 'Protocol',
    import: 'Importeren',
    duplicates: 'Dubbele',
    titleAbstract: 'Titels en samenvattingen',
    reading: 'Voortgang en stoppen',
    fullText: 'Volledige teksten',
    conflicts: 'Conflicten',
    agreement: 'Overeenstemming',
    riskOfBias: 'Risico op bias',
    extraction: 'Extractie',
    pooling: 'Poolen',
    prisma: 'PRISMA-stroom',
    handOver: 'Overdragen',
    reviews: 'Alle reviews',
    waiting: (count) => `${count} te doen`,
  },

  coder: {
    label: 'Aan het werk als',
    switch: 'Wissel van beoordelaar',
    add: 'Beoordelaar toevoegen',
    addTitle: 'Beoordelaar aan deze review toevoegen',
    addHint:
      'Elke beoordelaar heeft een eigen wachtrij en ziet nooit hoe de ander stemde zolang een fase blind is.',
    name: 'Naam',
    role: 'Rol',
    roles: { lead: 'Leider', coder: 'Beoordelaar', adjudicator: 'Arbiter', observer: 'Waarnemer' },
    roleHints: {
      lead: 'Leidt de review, beoordeelt mee en beslecht conflicten.',
      coder: 'Screent, beoordeelt en extraheert, blind voor de anderen.',
      adjudicator: 'Beslecht wat twee beoordelaars verschillend zien.',
      observer: 'Leest mee en verandert niets.',
    },
  },

  saved: {
    saved: 'Opgeslagen',
    saving: 'Opslaan…',
    failed: 'Niet opgeslagen',
    readOnly: 'Alleen lezen',
    readsAlong: 'Leest mee',
  },

  settings: {
    title: 'Instellingen',
    language: 'Taal',
    languages: { en: 'English', nl: 'Nederlands' },
    theme: 'Weergave',
    themes: { system: 'Zoals het systeem', light: 'Licht', dark: 'Donker' },
    density: 'Dichtheid',
    densities: { comfortable: 'Ruim', compact: 'Compact' },
  },

  help: {
    title: 'Toetsen en hulp',
    anywhere: 'Overal',
    openHelp: 'Toetsen en hulp',
    goTo: 'Naar de fase met dit nummer',
    beside: 'Naar de fase ervoor, erna',
    team: 'Team: delen, wie is gelijk, sleutels',
    close: 'Een venster sluiten',
  },

  problems: {
    healedDatabase: (count) =>
      `${count} ${plural(count, 'gebeurtenis ontbrak', 'gebeurtenissen ontbraken')} in de database van het venster en ${plural(count, 'is', 'zijn')} teruggehaald uit de kopie op schijf.`,
    healedJournal: (count) =>
      `${count} ${plural(count, 'gebeurtenis ontbrak', 'gebeurtenissen ontbraken')} in de kopie op schijf en ${plural(count, 'is', 'zijn')} teruggehaald uit de database van het venster.`,
    logsDiffer: (author, position) =>
      `De twee kopieën van het werk van ${author} verschillen vanaf regel ${position}. De review is alleen te lezen, zodat geen van beide verandert. Maak een kopie van de reviewmap en zet een reservekopie terug, of vraag hulp met beide kopieën.`,
    chainBroken: (author, position) =>
      `Het logboek van ${author} is beschadigd bij regel ${position}. Wat ervoor staat is te zien; de review is alleen te lezen. Zet de map terug uit een reservekopie of uit de kopie van een collega.`,
    recordsMissing: (count) =>
      `${count} ${plural(count, 'blok', 'blokken')} geïmporteerde records ${plural(count, 'is', 'zijn')} niet te vinden. Importeer dezelfde bestanden opnieuw: de records krijgen dezelfde identiteit en elke beslissing vindt ze terug.`,
    journalUnreadable: (reason) =>
      `De reviewmap op schijf kan niet worden gelezen of beschreven: ${reason} De review is alleen te lezen. Open haar opnieuw als dat is verholpen.`,
    mendedDatabase: (author, position) =>
      `In de database van het venster was het werk van ${author} beschadigd bij regel ${position}; het is opnieuw gemaakt uit de kopie op schijf. Er is niets verloren.`,
    mendedJournal: (author, position) =>
      `In de kopie op schijf was het werk van ${author} beschadigd bij regel ${position}; het is opnieuw geschreven uit de database van het venster. Het beschadigde bestand staat ernaast; er is niets verloren.`,
    filesMended: (author, files) =>
      `Bij het werk van ${author} op schijf was ${files} niet zoals het was geschreven. Er ontbrak niets; het is opnieuw geschreven, en wat er stond staat ernaast.`,
    conflictedCopies: (author, files) =>
      `Naast het werk van ${author} op schijf ligt een tweede versie: ${files}. Een synchronisatiedienst maakt zulke bestanden. Wat alleen daarin stond, is overgenomen; u kunt het weghalen.`,
    tornLine: (author) =>
      `Een onaffe laatste regel van ${author} op schijf is afgesneden. Die was nooit als opgeslagen getoond.`,
    reviewFileMended:
      'review.json in de reviewmap ontbrak of was niet zoals het was geschreven, en is opnieuw geschreven.',
    reviewFileUnreadable: (reason) => `review.json in de reviewmap: ${reason}`,
    blocksMended: (count) =>
      `${count} ${plural(count, 'blok', 'blokken')} geïmporteerde records ${plural(count, 'was', 'waren')} beschadigd in de database van het venster en ${plural(count, 'is', 'zijn')} teruggehaald uit de kopie op schijf.`,
    blobsRestored: (files) =>
      `Ontbrak of was beschadigd op schijf, en is teruggezet uit een andere kopie: ${files}.`,
    blobsLost: (files) =>
      `Ontbreekt of is beschadigd op schijf, en er is geen andere kopie gevonden: ${files}. Elke beslissing is bewaard. Voeg het bestand opnieuw toe, of zet een back-up terug waarin het staat.`,
    copyFailed: (reason) =>
      `Concord is bijgewerkt, en er kon vóór het openen geen kopie van deze review worden gemaakt: ${reason} De review is alleen te lezen. Open haar opnieuw als dat is verholpen.`,
    newerEvents: (count) =>
      `${count} ${plural(count, 'regel komt', 'regels komen')} uit een nieuwere versie van Concord. Ze worden bewaard en doorgegeven, maar tellen hier niet mee. Werk bij om ze te zien.`,
    dismiss: 'Begrepen',
  },

  refusals: {
    'not-a-member':
      'U bent nog geen beoordelaar van deze review. Kies bovenaan een profiel of voeg er een toe.',
    'observers-only-read':
      'Waarnemers lezen mee en veranderen niets. Wissel naar een beoordelaarsprofiel om te werken.',
    'only-lead': 'Alleen de leider mag dit doen.',
    'adjudicators-do-not-vote': 'Een arbiter ziet hoe anderen stemden en stemt daarom niet mee.',
    'unknown-record': 'Dit record hoort niet meer bij de review.',
    'unknown-batch': 'Deze import hoort niet meer bij de review.',
    'source-without-name': 'Een bron heeft de naam van een database of register nodig.',
    'record-invalid': 'Een veld bevat meer dan mag, of een jaar dat er geen is. Er is niets gewijzigd.',
    'unknown-reason': 'Deze exclusiereden staat niet meer in het protocol. Kies een andere.',
    'reason-required': 'Kies een reden: bij de volledige tekst heeft elke exclusie er precies één.',
    'reason-without-exclusion': 'Een reden hoort alleen bij een exclusie.',
    'maybe-not-allowed': 'Het protocol kent in deze fase geen “misschien”.',
    'nothing-to-settle': 'Hier is geen conflict meer.',
    'protocol-invalid':
      'Een veld van het protocol kan niet worden opgeslagen: een naam is leeg of een tekst is te lang.',
    'too-few-records': 'Kies ten minste twee records.',
    'unknown-coder': 'Een van deze mensen doet niet mee aan de review.',
    'pilot-needs-two': 'Een proefronde heeft ten minste twee beoordelaars van deze review nodig.',
    'pilot-open': 'Er loopt een proefronde. Sluit die voordat u een nieuwe trekt.',
    'no-open-pilot': 'Er is geen proefronde open.',
    'pilot-reason-required':
      'De drempel is niet gehaald, of niet bekend: zeg waarom de proefronde toch eindigt.',
    'label-invalid': 'Een label heeft 1 tot 80 tekens.',
    'nothing-to-take-back': 'Er is niets meer om terug te nemen.',
    'empty-note': 'De notitie is leeg.',
    'no-protocol': 'Deze review heeft nog geen protocol.',
    'not-final': 'Deze studie heeft geen definitieve extractie meer. Maak die eerst af.',
    'answer-without-reason': 'Zeg waarom: de reden wordt bewaard en meegegeven.',
    'stop-without-reason': 'Zeg waarom het lezen mag stoppen: de reden wordt bewaard en gerapporteerd.',
    'nothing-unread': 'Elk record is door iemand gelezen: er is niets om opzij te leggen.',
    'still-blind': 'Dit gaat open als uw wachtrij in deze fase leeg is: tot dan zou het tonen hoe u stemde.',
    'not-excluded': 'Dit record is niet meer uitgesloten.',
    'report-not-retrieved':
      'Deze publicatie staat als niet verkregen. Zeg eerst dat zij verkregen is, of voeg de pdf toe.',
    'nothing-to-discuss': 'De stemmen op dit record verschillen niet; er is geen conflict om over te praten.',
    'unknown-study': 'Deze studie staat niet in de review.',
    'extracted-apart': 'Beoordelaars extraheren deze studie los van elkaar. Zeg het als iedereen klaar is.',
    'use-reason-required': 'Zeg waarom dit resultaat wel of niet wordt gebruikt.',
    'retrieval-reason-required': 'Zeg waarom de publicatie niet te krijgen was.',
    'no-escrow': 'Het protocol kent geen bewaring van sleutels.',
    'escrow-without-reason': 'Zeg waarom: iedereen ziet de reden.',
    'document-unknown': 'Dat bestand hoort niet meer bij deze publicatie.',
    'read-only': 'Deze review is alleen te lezen.',
  },

  storage: {
    'disk-nearly-full':
      'Er is zo weinig ruimte op deze schijf dat er niets meer wordt geschreven, voordat er iets stukgaat. Maak ruimte; wat is opgeslagen, is veilig.',
    'backup-missing': 'Deze back-up is er niet meer.',
    'disk-full':
      'De schijf is vol. Er is niets verloren, maar er kan niets bij: maak ruimte en doe het opnieuw.',
    'permission-denied':
      'Concord mag niet in de reviewmap schrijven. Vraag schrijfrechten of verplaats de map.',
    'read-only': 'De reviewmap is alleen te lezen.',
    'folder-missing':
      'De reviewmap is er niet meer. Is die verplaatst of hernoemd, of is een schijf niet aangesloten?',
    'newer-format': 'Dit is door een nieuwere Concord geschreven. Werk bij om het te openen.',
    'disk-error': 'De schijf kon daar niet worden gelezen.',
    'file-busy': 'Een ander programma houdt het bestand vast. Sluit dat, of wacht even.',
    'database-failed':
      'De database van het venster weigerde op te slaan. Start Concord opnieuw; wat op schijf staat is veilig.',
    other: (code) => `Opslaan mislukt (${code}). Wat eerder als opgeslagen werd getoond is veilig.`,
  },
};
