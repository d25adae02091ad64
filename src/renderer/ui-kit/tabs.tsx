import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
import type { Choice } from './fields';
import styles from './controls.module.css';

/** Pages of one thing, one shown at a time; arrows move between them. */
export function Tabs<V extends string>({
  label,
  value,
  choices,
  onChange,
  children,
}: {
  readonly label: string;
  readonly value: V;
  readonly choices: readonly Choice<V>[];
  readonly onChange: (value: V) => void;
  /** The page of the chosen tab. */
  readonly children: ReactNode;
}) {
  return (
    <AriaTabs
      className={styles['tabs'] ?? ''}
      selectedKey={value}
      onSelectionChange={(key) => {
        const chosen = choices.find((choice) => choice.value === key);
        if (chosen) onChange(chosen.value);
      }}
    >
      <TabList aria-label={label} className={styles['tabList'] ?? ''}>
        {choices.map((choice) => (
          <Tab key={choice.value} id={choice.value} className={styles['tab'] ?? ''}>
            {choice.label}
          </Tab>
        ))}
      </TabList>
      {choices.map((choice) => (
        <TabPanel key={choice.value} id={choice.value} className={styles['tabPanel'] ?? ''}>
          {choice.value === value ? children : null}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
