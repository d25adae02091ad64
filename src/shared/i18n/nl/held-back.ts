import { plural, type Translated } from '../text';
import type { heldBack as english } from '../en/held-back';

type Stage = 'title-abstract' | 'full-text';

const left = (stage: Stage, waiting: number, count: string): string =>
  stage === 'title-abstract'
    ? `${count} ${plural(waiting, 'titel wacht', 'titels wachten')} op uw stem`
    : `${count} ${plural(waiting, 'volledige tekst wacht', 'volledige teksten wachten')} op uw stem`;

export const heldBack: Translated<typeof english> = {
  title: {
    'title-abstract': 'Gaat open als u klaar bent met titels en samenvattingen',
    'full-text': 'Gaat open als u klaar bent met de volledige teksten',
  },
  text: (stage, waiting, count) =>
    `${left(stage, waiting, count)}. Wat hier staat volgt uit de stemmen van alle beoordelaars; zolang u nog blind stemt, zou het u verklappen welke van uw inclusies de anderen delen. Het gaat vanzelf open na uw laatste stem, of eerder als de leider de blindering van de fase opheft of het protocol latere fasen laat openen zodra records beslist zijn.`,
  partly: (stage, waiting, count) =>
    `Hier staat alleen wat niet van de stemmen van anderen afhangt: ${left(stage, waiting, count)}, en de rest gaat open na uw laatste.`,
  goOn: {
    'title-abstract': 'Verder met titels en samenvattingen',
    'full-text': 'Verder met de volledige teksten',
  },
  endBlindness: 'Blindering voor iedereen opheffen…',
  toProtocol: 'Protocol openen',
  blindness: 'Blindering',
  stillBlind: (names) => `Hier nog blind: ${names}.`,
  nobodyBlind: 'Niemand stemt hier nog blind.',
  unblinded: (who, when) => `Voor iedereen opgeheven door ${who}, ${when}.`,
  laterStages: 'Latere fasen gaan voor een beoordelaar open',
  laterStagesOpen: {
    'when-finished': 'als de beoordelaar klaar is met de fase ervoor (strikt)',
    'as-decided': 'zodra records beslist zijn',
  },
  laterStagesHint: {
    'when-finished':
      'Wie nog titels te beoordelen heeft, ziet geen volledige teksten, en wie nog volledige teksten heeft geen studies, tenzij de leider de blindering van de fase opheft. Niets wat een beoordelaar ziet hangt af van hoe anderen stemden.',
    'as-decided':
      'Volledige teksten en studies kunnen beginnen terwijl titels nog lopen. Een beoordelaar die daar kijkt voordat de eigen stemmen binnen zijn, leert welke inclusies de anderen delen; vermeld dat in het verslag.',
  },
};
