import type { Translated } from '../text';
import type { copies as english } from '../en/copies';

export const copies: Translated<typeof english> = {
  more: 'Meer…',
  moreTitle: (review) => `“${review}”: geschiedenis en back-ups`,

  asOf: 'Zoals het op een moment was',
  asOfHint: 'Opent de review alleen om te lezen, met alles wat er tot dan was gedaan.',
  day: 'Dag',
  time: 'Tijd',
  open: 'Openen om te lezen',
  shownAsOf: (moment) =>
    `Dit is de review zoals die was op ${moment}, alleen om te lezen. Wat u hier ziet, is sindsdien niet veranderd.`,

  backups: 'Back-ups',
  backupsTitle: 'Back-ups van reviews',
  backupsHint:
    'Concord kopieert elke review één keer per dag wanneer die wordt geopend, en bewaart zeven dagen en vier weken; voordat een bijgewerkte Concord die voor het eerst opent, waarvan de laatste drie blijven; en wanneer die wordt verwijderd. Terugzetten maakt eerst een kopie van wat er nu staat. Beslissingen die met een team waren gedeeld, komen terug uit de teammap.',
  none: 'Er zijn nog geen back-ups.',
  why: {
    daily: 'dagelijkse kopie',
    'before-update': 'vóór een update van Concord',
    'before-migration': 'voordat de gegevens naar een nieuwe versie gingen',
    deleted: 'verwijderd',
    'before-restore': 'vóór terugzetten',
  },
  program: (version) => `bewerkt met Concord ${version}`,
  restore: 'Terugzetten',
  restored: (review) => `“${review}” is weer zoals in de back-up.`,

  remove: 'Verwijderen…',
  removeTitle: (review) => `“${review}” verwijderen?`,
  removeText:
    'De review verdwijnt uit deze lijst. Een kopie blijft bij de back-ups en kan worden teruggezet. Wat met een team was gedeeld, blijft in de teammap.',
  removeConfirm: 'Deze review verwijderen',
  removed: (review) => `“${review}” is verwijderd; een kopie staat bij de back-ups.`,
};
