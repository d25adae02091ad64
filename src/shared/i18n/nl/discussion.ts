import type { discussion as english } from '../en/discussion';
import { plural, type Translated } from '../text';

export const discussion: Translated<typeof english> = {
  title: 'Bespreking',
  none: 'Niemand heeft nog iets gezegd. Wat u zegt blijft bewaard; alleen wie hier niet meer blind is kan het lezen.',
  say: 'Zeg iets over dit record',
  send: 'Zeggen',
  takeBack: 'Terugnemen',
  takeBackThis: (text) => `‘${text}’ terugnemen`,
  count: (count) => `${count} ${plural(count, 'opmerking', 'opmerkingen')}`,
};
