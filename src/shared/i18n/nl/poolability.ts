import type { Translated } from '../text';
import type { poolability as english } from '../en/poolability';

export const poolability: Translated<typeof english> = {
  label: 'In de meta-analyse',
  poolable: 'Kan gepoold worden',
  notPoolable: {
    'no-usable-data': 'Niet te poolen: geen bruikbare data',
    'not-as-needed': 'Niet te poolen: gegevens niet gerapporteerd zoals nodig',
    'no-answer': 'Niet te poolen: auteurs antwoordden niet',
    'no-comparison': 'Niet te poolen: geen vergelijking die het plan poolt',
    other: 'Niet te poolen: een andere reden',
  },
  hint: 'Een geschikte studie die niet te poolen is blijft in de review: PRISMA telt haar als geïncludeerd en ze gaat naar de narratieve synthese.',
  note: 'Notitie',
  badge: 'niet gepoold',
  said: (who, when) => `Gezegd door ${who}, ${when}`,
  noted: 'Genoteerd',
  filter: 'Niet gepoold',
  all: 'Alle studies',
  filterLabel: 'Studies tonen',
  closed:
    'Beoordelaars extraheren deze studie los van elkaar; of zij te poolen is zegt u als iedereen klaar is.',
};
