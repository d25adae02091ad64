import { plural, type Translated } from '../text';
import type { team as english } from '../en/team';

export const team: Translated<typeof english> = {
  mark: {
    share: 'Delen…',
    alone: 'Alleen op deze computer',
    starting: 'Zoekt het team…',
    inStep: (time) => `Gelijk ${time}`,
    away: 'Team onbereikbaar',
    attention: 'Team: kijk hier',
  },

  share: {
    title: 'Deze review delen met uw team',
    about:
      'Kies een map die een dienst al bij iedereen brengt: Nextcloud, OneDrive, Dropbox, Syncthing of een netwerkschijf. Concord zet de review daar in een eigen map. Iedereen werkt gewoon offline door; wat binnenkomt, wordt vanzelf samengevoegd.',
    choose: 'Map kiezen…',
  },

  server: {
    where: 'Waar staat de review?',
    folder: 'In een gedeelde map',
    server: 'Op een CouchDB-server',
    about:
      'Voor teams die uit een map groeien. De server heeft voor iedereen een eigen database nodig; de README van Concord zegt hoe u die inricht. Collega’s doen mee met het adres dat daarna onder Team staat.',
    url: 'Adres van de server',
    address: 'Adres dat u van de leider kreeg',
    addressHint: 'Het staat onder Team op de computer van de leider en eindigt op # en letters.',
    user: 'Gebruikersnaam op de server',
    password: 'Wachtwoord',
    connect: 'Verbinden',
    noTls:
      'Dit adres begint met http: iedereen onderweg kan het wachtwoord lezen. Vraag om een adres dat met https begint.',
  },

  join: {
    folderHint:
      'Kies de map die eindigt op “.review”, of de map waarin die staat, waar uw synchronisatiedienst die op deze computer heeft gezet.',
    action: 'Meedoen met een review',
    title: (review) => `Meedoen met “${review}”`,
    who: 'Wie bent u in deze review?',
    asNew: 'Ik ben hier nieuw',
    asKnown: 'Ik heb een herstelblad',
    blindHint:
      'Uw stemmen, beoordelingen en extracties verlaten deze computer verzegeld. Collega’s zien dat u werkte en hoeveel, en niets van wat u koos totdat alle beoordelaars van een item klaar zijn.',
    leadHint: 'U begint als beoordelaar; de leider van de review kan u daarna leider maken.',
    code: 'Code op uw herstelblad',
    codeHint: 'Begint met “concord:”. Spaties en regeleinden maken niet uit.',
    confirm: 'Meedoen',
    busy: 'De review wordt binnengehaald…',
    hereAlready: 'U werkt op deze computer al aan deze review. Die is nu geopend.',
  },

  dialog: {
    title: 'Team',
    place: 'Gedeeld in',
    copy: 'Kopiëren',
    copied:
      'Gekopieerd. Collega’s doen ermee mee, of met de map zoals hun eigen synchronisatiedienst die toont.',
    exchanged: (time) => `Alles is uitgewisseld om ${time}.`,
    never: 'Er is nog niets uitgewisseld.',
    awayText: (reason) =>
      `Niet bereikbaar: ${reason} Uw werk staat hier veilig en wordt uitgewisseld zodra het team weer bereikbaar is.`,
    findFolder: 'Map opnieuw kiezen…',
    members: 'Wie aan deze review werkt',
    name: 'Naam',
    role: 'Rol',
    until: 'Werk hier tot',
    nothingYet: 'nog niets',
    here: 'op deze computer',
    sealed: 'Verzegelde oordelen',
    sealedNone: 'Op dit moment is er niets verzegeld.',
    sealedCount: (stage, count) => `${stage}: ${count} die u nog niet kunt lezen`,
    unblind: 'Deblinderen…',
    unblinded: (stage, who, when) => `${stage}: gedeblindeerd door ${who}, ${when}`,
    visible: 'Wat collega’s kunnen zien',
    visibleText:
      'Namen en rollen, imports, dubbelen, documenten, beslechte conflicten, studies die niet te poolen zijn, en van elk verzegeld oordeel: wie het gaf, wanneer, over welk record of welke studie (dus ook hoeveel ieder heeft gedaan), en in grove stappen hoe lang het is. Niet: stemmen, redenen, antwoorden op criteria, eigen notities, beoordelingen, geëxtraheerde getallen. Sleutels worden vanzelf vrijgegeven als alle beoordelaars van een item klaar zijn; een oordeel dat daarna verandert, blijft als zodanig herkenbaar.',
    recordsMissing: (count) =>
      `${count} ${plural(count, 'blok records', 'blokken records')} van een collega ${plural(count, 'is', 'zijn')} nog niet aangekomen. Misschien is de synchronisatie nog bezig.`,
    uncounted: (count) =>
      `${count} ${plural(count, 'gebeurtenis wordt', 'gebeurtenissen worden')} bewaard en ${plural(count, 'telt', 'tellen')} niet mee: zonder recht gemaakt, of onder een zegel dat niet opengaat tot wat het zegt.`,
    changedAfter: (count) =>
      `${count} ${plural(count, 'stem is', 'stemmen zijn')} uitgebracht of veranderd nadat de andere stemmen over het record te lezen waren.`,
    sheet: 'Herstelblad',
    leave: 'Op deze computer niet meer uitwisselen',
    leaveDone: 'Deze computer wisselt deze review niet meer uit. Wat gedeeld was, blijft waar het is.',
  },

  unblind: {
    title: (stage) => `${stage} deblinderen`,
    about:
      'De computer van elke beoordelaar geeft de sleutel van deze fase vrij. Vanaf dan kan iedereen alle oordelen ervan lezen, ook de latere. Dit kan niet worden teruggedraaid, en iedereen ziet wie het deed en waarom.',
    reason: 'Reden',
    confirm: 'Deze fase deblinderen',
  },

  escrow: {
    title: 'Sleutels die de leider bewaart',
    about:
      'Volgens het protocol bewaart de leider de sleutels van alle beoordelaars, zodat het verzegelde werk van iemand die vertrokken is niet verloren gaat. Elke computer geeft ze vanzelf in bewaring. Concord opent ze alleen met een reden, die iedereen hier blijvend ziet; tot dan openen ze niets.',
    none: 'Er zijn nog geen sleutels in bewaring gegeven.',
    entrusted: (names) => `Tot nu toe in bewaring gegeven door ${names}.`,
    open: 'Iemands antwoorden openen…',
    used: (who, coder, stage, when, reason) =>
      `${who} opende de antwoorden van ${coder} (${stage}), ${when}: ${reason}`,
    dialogTitle: 'Iemands antwoorden openen',
    dialogAbout:
      'De sleutel van deze beoordelaar voor deze fase gaat naar iedereen: wat die daar heeft beoordeeld, is vanaf dan te lezen. Dit kan niet worden teruggedraaid, en iedereen ziet wie het deed en waarom. Stemmen die u daarna uitbrengt over records die deze beoordelaar had beoordeeld, blijven gemarkeerd, omdat ze niet meer onafhankelijk zijn.',
    coder: 'Wiens antwoorden',
    stage: 'Fase',
    confirm: 'De antwoorden openen',
    notHere:
      'U hebt op deze computer geen sleutel van deze beoordelaar. Die komt als diens Concord het team weer ontmoet.',
  },

  sheet: {
    title: 'Bewaar uw herstelblad',
    about: (name) =>
      `Alleen deze code opent wat ${name} heeft verzegeld. Raakt deze computer verloren, dan brengt ze elke beslissing terug die gedeeld was. Bewaar haar buiten deze computer: op papier of in een wachtwoordbeheerder. Wie haar heeft, kan het verzegelde werk lezen.`,
    noKeychain:
      'Dit systeem heeft geen sleutelhanger die Concord kan gebruiken. De sleutel staat leesbaar in een bestand van uw account op deze computer; wie uw bestanden kan lezen, kan ook de sleutel lezen.',
    save: 'Blad opslaan',
    kept: 'Ik heb het veilig opgeborgen',
    fileName: (name) => `Concord herstelblad ${name}.txt`,
    file: (review, name, code) =>
      `Concord herstelblad\n\nReview:      ${review}\nBeoordelaar: ${name}\n\n${code}\n\nBewaar dit buiten de computer waar de review op staat. Wie het heeft, kan lezen wat deze beoordelaar heeft verzegeld.\nGebruik: open Concord, kies “Meedoen met een review” en dan “Ik heb een herstelblad”.\n`,
  },

  stages: {
    'title-abstract': 'Titels en samenvattingen',
    'full-text': 'Volledige teksten',
    'risk-of-bias': 'Risico op bias',
    extraction: 'Extractie',
  },

  problem: {
    'log-broken': (name) =>
      `Wat van ${name} binnenkwam, is beschadigd. Wat vóór de beschadiging staat, telt. Vraag ${name} de review te openen: die computer stuurt het opnieuw.`,
    'log-rewritten': (name) =>
      `Wat ${name} eerder had gedeeld, is niet wat er nu in de gedeelde map staat. Hier is niets veranderd. Vraag ${name} of twee computers dezelfde kopie van Concords gegevens gebruiken.`,
    'seal-broken': (name) => `Teruggekomen werk van ${name} gaat niet open met de sleutel op deze computer.`,
    'not-understood': () =>
      'Een deel van het werk is met een nieuwere Concord gemaakt en wacht hier tot deze is bijgewerkt.',
    'key-missing': (name) =>
      `De sleutel van ${name} staat niet op deze computer. Er wordt niets van ${name} verstuurd tot u met het herstelblad opnieuw meedoet.`,
    other: (name, reason) => `Het werk van ${name} komt niet over: ${reason}`,
  },

  errors: {
    'no-desktop': 'Een review delen kan alleen vanuit het bureaubladprogramma.',
    'no-review-here': 'In deze map staat geen gedeelde review. Kies de map die eindigt op “.review”.',
    'several-reviews-here': 'In deze map staan meerdere reviews. Kies de map zelf die eindigt op “.review”.',
    'review-exists': 'In deze map staat al een andere review. Kies een andere map.',
    'newer-format': 'Deze review is met een nieuwere Concord gedeeld. Werk Concord bij om mee te doen.',
    'not-arrived':
      'Het begin van deze review is nog niet aangekomen. Wacht tot de map is gesynchroniseerd en probeer het opnieuw.',
    'folder-missing':
      'De map van het team staat niet meer waar die stond. Is die verplaatst, hernoemd of leeggemaakt, of is een schijf niet aangesloten?',
    'permission-denied':
      'Concord mag niet in de map van het team schrijven. Vraag wie de map deelt om schrijfrechten.',
    'read-only':
      'De map van het team is op deze computer alleen te lezen. Vraag wie de map deelt om schrijfrechten.',
    'not-shared': 'Deze review wordt niet meer gedeeld.',
    'not-written': 'Meedoen kon op deze computer niet worden opgeslagen.',
    'no-address': 'Dit is geen adres van een gedeelde review. Het ziet eruit als https://server/#letters.',
    unreachable:
      'De server antwoordt niet. Controleer het adres en het netwerk; u kunt hier intussen doorwerken.',
    'not-allowed':
      'De server staat deze gebruiker dat niet toe. Controleer naam en wachtwoord, of vraag wie hem beheert.',
    'not-a-server': 'Wat op dit adres antwoordt, is geen CouchDB-server.',
    'no-code': 'Dit is geen code van een herstelblad.',
    mistyped: 'De code bevat een typefout: de laatste vier tekens kloppen niet.',
    'other-review': 'Dit herstelblad hoort bij een andere review.',
    'unknown-coder':
      'De beoordelaar op dit blad is nog niet aangekomen. Wacht tot de map is gesynchroniseerd en probeer het opnieuw.',
  },
};
