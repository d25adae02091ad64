import type { Translated } from '../text';
import type { folderCheck as english } from '../en/folder-check';

export const folderCheck: Translated<typeof english> = {
  'unreadable-line': (where) =>
    `${where} is niet als gebeurtenis te lezen. Wat ervoor staat telt; haal het bestand terug uit een back-up of bij een collega.`,
  gap: (where, detail) =>
    `Vóór ${where} ontbreken gebeurtenissen (${detail}). Wat vóór het gat staat telt; haal het bestand terug uit een back-up of bij een collega.`,
  'broken-chain': (where) =>
    `${where} sluit niet aan op de regel ervoor: een van beide is veranderd nadat zij geschreven was. Wat ervoor staat telt.`,
  'foreign-event': (where) =>
    `${where} hoort bij een andere review, beoordelaar of computer. Misschien zijn bestanden verwisseld.`,
  'repeated-sequence': (where) =>
    `${where} staat er voor de tweede keer. Misschien is een bestand over een ander heen gekopieerd.`,
  'review-file': (where) =>
    `${where} ontbreekt, is beschadigd of zegt iets anders dan de review zelf. Het werk blijft daar heel onder; bij het openen wordt het opnieuw geschreven.`,
  'torn-line': (where) =>
    `${where} eindigt op een onaffe regel, die nooit als opgeslagen is getoond. Bij de volgende keer openen wordt die afgesneden.`,
  'missing-segment': (where) => `${where} ontbreekt, terwijl een later bestand van het logboek er wel is.`,
  'blob-missing': (where, detail) =>
    `${where} ontbreekt: ${detail}. Bij een gedeelde review is het misschien nog niet aangekomen.`,
  'blob-damaged': (where, detail) => `${where} is niet meer wat onder deze naam is bewaard: ${detail}.`,
  'conflicted-copy': (where) =>
    `${where} is een tweede versie die een synchronisatiedienst heeft gemaakt. Concord neemt er alleen uit over wat het logboek mist.`,
  'seal-broken': (where, detail) =>
    `Het verzegelde oordeel ${where} gaat niet open tot wat het beloofde (${detail}). Het telt niet mee.`,
  'no-right': (where, detail) =>
    `Gebeurtenis ${where} is zonder recht gemaakt (${detail}). Zij wordt bewaard en telt niet mee.`,
};
