import { useState } from 'react';
import { Button, Segments, useKeys } from '../../ui-kit';
import { useApp, useTexts } from '../../app/app-context';
import { ProgressPart } from './progress-part';
import { SecondPart } from './second-part';
import { SimulationPart } from './simulation-part';
import { StartPart } from './start-part';
import styles from './reading.module.css';

const parts = ['progress', 'start', 'second', 'simulation'] as const;
type Part = (typeof parts)[number];

const components: { readonly [P in Part]: () => React.ReactNode } = {
  progress: ProgressPart,
  start: StartPart,
  second: SecondPart,
  simulation: SimulationPart,
};

/** How far reading titles and abstracts has come, whether it may stop, and what the ranking rests on. */
export function ReadingScreen() {
  const { ranking: words } = useTexts();
  const { navigate } = useApp();
  const [part, setPart] = useState<Part>('progress');
  const back = (): void => navigate({ at: 'review', screen: 'title-abstract' });
  useKeys({ s: back });
  const Current = components[part];
  return (
    <div className={styles['reading']}>
      <header className={styles['head']}>
        <h1>{words.title}</h1>
        <Segments
          label={words.title}
          value={part}
          choices={parts.map((value) => ({ value, label: words.parts[value] }))}
          onChange={setPart}
        />
        <Button shortcut="S" onPress={back}>
          {words.back}
        </Button>
      </header>
      <Current />
    </div>
  );
}
