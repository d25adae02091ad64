import type { HelpTopic, Sheet } from '../en/help';

const screeningKeys: Sheet['keys'] = [
  ['1 – 9', 'Naar dat criterium, of die reden geven'],
  ['Ctrl E', 'Record verbeteren'],
  ['→ ←', 'Volgend of vorig record'],
  ['↓ ↑', 'Volgende of vorige regel van de lijst'],
  ['Esc', 'Een veld verlaten, of de vraag afbreken'],
];

export const help: { readonly [S in HelpTopic]: Sheet } = {
  protocol: {
    title: 'Protocol',
    about:
      'Alles wat de review doet volgt uit het protocol. Verander wat u wilt: niets telt tot u het als nieuwe versie opslaat, en elke oudere versie is terug te lezen.',
    keys: [],
  },
  import: {
    title: 'Importeren',
    about:
      'Sleep de bestanden hierheen zoals de databases ze gaven. Niets wordt geweigerd: wat te redden is, wordt bewaard; wat hersteld is, staat met regelnummer in een lijst. Bekijk de eerste records: kies een andere codering als letters niet kloppen, en geef aan wat de kolommen bevatten als velden door elkaar staan. Geef aan uit welke database elk bestand komt, wanneer en hoe er gezocht is: PRISMA telt per bron. Een import is in zijn geheel ongedaan te maken, een record te verbeteren of zelf toe te voegen, en lege velden te vullen uit een tweede export.',
    keys: [
      ['O', 'Bestanden kiezen'],
      ['Enter', 'Importeren wat gelezen is'],
      ['A', 'Record zelf toevoegen'],
      ['C', 'Records aanvullen uit andere export'],
    ],
  },
  duplicates: {
    title: 'Dubbele records',
    about:
      'Na elke import zijn de records met elkaar vergeleken. Wat volgens de regels zeker is, wordt samengevoegd (of wacht tot u gekeken hebt, als het protocol dat zegt); wat misschien één publicatie is, wordt hier gevraagd, naast elkaar, met gemarkeerde verschillen. Uw oordeel gaat boven elke regel en blijft gelden bij latere imports. Een groep kan altijd uit elkaar, ook als het screenen al is begonnen, een record kan eruit, een ander kan voorgaan; alle tellingen gaan mee. ‘Eén studie?’ toont een preprint met zijn artikel, een congresabstract met zijn artikel, of de inschrijvingen van een trial in registers met wat erover verscheen: S koppelt ze als publicaties van één studie, D zegt dat ze dat niet zijn. De verantwoording zegt waar het aantal dubbele records vandaan komt, voor PRISMA en de methodesectie. Controle trekt een willekeurige steekproef van wat regels samenvoegden om te bekijken: hoe vaak het klopte, met een interval om te rapporteren.',
    keys: [
      ['S', 'Zelfde publicatie'],
      ['D', 'Verschillende publicaties'],
      ['R', 'Verschillende publicaties van één studie: gekoppeld'],
      ['1 / 2', 'Zelfde publicatie, en het linker of rechter record gaat voor'],
      ['L', 'Later'],
      ['Z', 'Laatste antwoord terugnemen'],
      ['← →', 'Vorige en volgende paar'],
      ['R', 'Controle: terecht samengevoegd'],
      ['W', 'Controle: ten onrechte samengevoegd, haal uit elkaar'],
    ],
  },
  'title-abstract': {
    title: 'Titels en samenvattingen',
    about:
      'Beantwoord de criteria en stem zoals ze zeggen, of stem direct. U ziet nooit hoe de andere beoordelaar stemde; wat uit beider stemmen volgt (volledige teksten, studies, het stroomschema) gaat open als u klaar bent. Alles is terug te nemen.',
    keys: screeningKeys,
  },
  reading: {
    title: 'Voortgang en stoppen',
    about:
      'Hoe ver het lezen is, hoeveel er nog kan zijn, en of het mag stoppen. Het advies is een toets, geen vuistregel; stoppen is het besluit van de leider, wordt met de reden bewaard en kan weer open. Noem records waarvan u weet dat ze relevant zijn zodat de volgorde goed begint, kijk opnieuw naar uitgesloten records die het model waarschijnlijk vindt, en probeer de rangschikking op een review die klaar is.',
    keys: [
      ['S', 'Terug naar lezen'],
      ['O', 'Lezen heropenen, waar het gestopt is'],
    ],
  },
  'full-text': {
    title: 'Volledige teksten',
    about:
      'Gaat open als u klaar bent met titels en samenvattingen, tenzij de leider de blindering daarvan opheft of het protocol latere fasen laat openen zodra records beslist zijn. Hetzelfde, met de pdf erbij: selecteer woorden en ze worden een citaat bij het criterium in beeld, met de pagina. Een exclusie heeft precies één reden nodig; twee exclusies om verschillende redenen zijn een conflict. Onder Publicaties en bestanden vindt een hele map pdf’s haar publicaties, en wat is geprobeerd om de andere te vinden blijft bewaard; onder Studies koppelt u publicaties van één studie. Van een geïncludeerde publicatie zegt u daar dat haar studie niet te poolen is, en waarom; dat is geen exclusie. Een publicatie die als niet verkregen is opgegeven hoeft niemand te beoordelen.',
    keys: [
      ...screeningKeys,
      ['A', 'Pdf aan de publicatie toevoegen'],
      ['R', 'Wisselen tussen pdf en record'],
      ['/', 'Zoeken in de pdf; Enter voor de volgende plek, Esc om terug te gaan'],
      ['+ − 0', 'Groter, kleiner, hele breedte'],
      ['[ ]', 'Vorige pagina, volgende pagina'],
      ['G', 'Alle pagina’s klein'],
      ['PgUp PgDn Home End', 'Door de pdf'],
      ['F', 'Publicaties en bestanden: pdf’s uit een map toevoegen'],
      ['S D', 'Studies: het eerste paar is één studie, of juist niet'],
    ],
  },
  conflicts: {
    title: 'Conflicten',
    about:
      'Waar twee beoordelaars verschillen. Lees eerst, vraag dan hoe ze stemden, beslecht dan. Een beslechting noemt de stemmen waarop zij rust: verandert er een, dan gaat het conflict vanzelf weer open, en dat staat erbij. Wat over een record wordt gezegd blijft erbij staan, met naam en tijd, voor iedereen die daar niet meer blind is.',
    keys: [
      ['J K ↓ ↑', 'Volgend of vorig conflict'],
      ['H', 'Tonen hoe ze stemden'],
      ['I E', 'Beslechten als includeren of excluderen'],
      ['1 – 9', 'De reden van een exclusie'],
      ['Enter', 'Beslechten'],
      ['C', 'Iets over het record zeggen; Ctrl Enter zegt het'],
    ],
  },
  agreement: {
    title: 'Overeenstemming',
    about:
      'Hoe ver beoordelaars het eens zijn, uit de stemmen van vóór iemand die van de anderen zag; beslechtingen spelen geen rol. Kies de fase, twee mensen en wat vergeleken wordt: stemmen, één criterium of exclusieredenen; zeg hoe “misschien” telt. Stemden er meer dan twee, dan staan zij samen en elk paar eronder. Elk onderstreept getal toont de records erachter: kijk liever daarnaar dan alleen naar het getal. Daalt de overeenstemming van week tot week, dan staat dat er, met de records om over te praten.',
    keys: [],
  },
  'risk-of-bias': {
    title: 'Risico op bias',
    about:
      'Zeg welk design de studie heeft en beantwoord de vragen; het instrument stelt per domein een oordeel voor, u bevestigt het of zegt waarom u anders oordeelt. Waar een instrument geen regel heeft, is het oordeel aan u en zegt u waarop het berust. Twee beoordelaars werken blind, daarna wordt de definitieve beoordeling vastgesteld.',
    keys: [
      ['1 – 5', 'De gemarkeerde vraag beantwoorden, in de volgorde van de antwoorden'],
      ['J K', 'Volgende of vorige studie'],
      ['Ctrl ↵', 'Klaar met de studie, of definitief maken'],
      ['P', 'De publicatie naast het formulier'],
      ['Q', 'Wat in de publicatie geselecteerd is als citaat bij de gemarkeerde vraag'],
    ],
  },
  extraction: {
    title: 'Extractie',
    about:
      'Kies wat de publicatie geeft, van gemiddelden en SD’s tot medianen, toetsgrootheden, ratio’s en clustertrials, en typ de getallen zoals het artikel ze drukt. Het effect verschijnt terwijl u typt; positief is in het voordeel van de interventie, wat de richting van het instrument ook is. Eronder staat stap voor stap hoe het uit de publicatie volgt. Lees de publicatie ernaast: geselecteerde woorden (Q) of een getekend kader (B) gaan naar het getal waar u bent. Iets uitrekenen beantwoordt wat onderweg ontbreekt: een SD van verandering, armen samengevoegd, een correlatie. Twee beoordelaars stellen eerst vast waaruit de studie bestaat, daarna typt ieder waarden in dezelfde cellen, en alleen wat verschilt wordt gevraagd. Een studie die geschikt is maar niets te poolen geeft, krijgt dat als toestand met de reden: zij blijft in de review, voor de narratieve synthese.',
    keys: [
      ['J K', 'Volgende of vorige studie'],
      ['Ctrl ↵', 'Klaar met de studie, of definitief maken'],
    ],
  },
  pooling: {
    title: 'Poolen',
    about:
      'Het analyseplan van het protocol, ingevuld vanuit het definitieve blad. Kies een regel om te zien wat erachter zit: forest plot, subgroepen, sensitiviteit, één trial weggelaten, kleine studies. Verander het model om te zien wat ervan afhangt; het protocol blijft zoals het is en elke afwijking van het plan staat in de lijst. Standaarddeviaties die op standaardfouten lijken worden op beide manieren getoond. Klik op een studie in een figuur voor haar getallen en waar ze zijn gelezen. Het verslag stelt methode en resultaten voor uit wat er gedaan is; klik op een zin om te zien waar hij vandaan komt.',
    keys: [
      ['J K', 'Volgende of vorige uitkomst'],
      ['1 – 9', 'Pagina achter de uitkomst'],
      ['← →', 'Tussen de pagina’s'],
    ],
  },
  prisma: {
    title: 'PRISMA-stroom',
    about:
      'Het PRISMA 2020-stroomschema, geteld uit wat er is beslist, zoals het nu staat. Klik op een getal, of kies het in de lijst naast het schema, om alles te zien wat erachter staat. Zeg bij een update in het protocol wat de vorige versie omvatte. De CSV is die van het R-pakket PRISMA2020.',
    keys: [],
  },
  'hand-over': {
    title: 'Overdragen',
    about:
      'Alles wat het volgende programma nodig heeft. Kijk eerst naar de controles: zeg van elk signaal dat het is nagekeken en klopt, met de reden, of lees het resultaat anders; de resultaten worden dan op beide manieren berekend, en het blad zegt wat niemand heeft beantwoord. Bewaar daarna de bestanden en leg vast wat er is uitgegaan.',
    keys: [],
  },
};
