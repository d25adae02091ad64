import {
  presetOf,
  routingPresets,
  usualRouting,
  votePairNames,
  VoteRoute,
  type Protocol,
  type RoutingPreset,
  type VoteRouting,
} from '@shared/protocol';
import { Checkbox, SelectField } from '../../ui-kit';
import { useTexts } from '../../app/app-context';
import type { EditorProps } from './part-list';
import styles from './protocol.module.css';

export const coderCounts = ['1', '2', '3', '4'] as const;

export const countOf = (needed: number): (typeof coderCounts)[number] =>
  coderCounts.find((value) => Number(value) === needed) ?? '4';

type Stage = 'title-abstract' | 'full-text';

/** The rules of a screening stage: how many vote, what they may say, and what votes together decide. */
export function ScreeningRules({ stage, protocol, onEdit }: EditorProps & { readonly stage: Stage }) {
  const { protocol: words } = useTexts();
  const { stages } = protocol;
  const rules = stages[stage];
  const routing = rules.routing ?? usualRouting;
  const change = (changed: Partial<Protocol['stages'][Stage]>): void =>
    onEdit({ stages: { ...stages, [stage]: { ...rules, ...changed } } });
  const route = (changed: Partial<VoteRouting>): void => change({ routing: { ...routing, ...changed } });
  const preset: RoutingPreset | 'own' = presetOf(routing) ?? 'own';
  return (
    <div className={styles['rule']}>
      <h3>{words.stageNames[stage]}</h3>
      <SelectField
        label={words.codersNeeded}
        value={countOf(rules.codersNeeded)}
        choices={coderCounts.map((value) => ({ value, label: value }))}
        onChange={(count) => change({ codersNeeded: Number(count) })}
      />
      <Checkbox
        label={words.allowMaybe}
        checked={rules.allowMaybe}
        onChange={(allowMaybe) => change({ allowMaybe })}
      />
      <Checkbox
        label={words.askCriteria}
        checked={rules.askCriteria ?? true}
        onChange={(ask) => change({ askCriteria: ask ? undefined : false })}
      />
      <SelectField
        label={words.routing}
        value={preset}
        choices={(['usual', 'liberal-accelerated', 'own'] as const)
          .filter((value) => value !== 'own' || preset === 'own')
          .map((value) => ({ value, label: words.routings[value] }))}
        onChange={(chosen) => {
          if (chosen !== 'own')
            route({ ...routingPresets[chosen], settledLeavesQueue: routing.settledLeavesQueue });
        }}
      />
      <details>
        <summary>{words.routingTable}</summary>
        <div className={styles['routing']}>
          {votePairNames.map((pair) => (
            <SelectField
              key={pair}
              label={words.pairs[pair]}
              value={routing.pairs[pair]}
              choices={VoteRoute.options.map((value) => ({ value, label: words.routes[value] }))}
              onChange={(to) => route({ pairs: { ...routing.pairs, [pair]: to } })}
            />
          ))}
          {(['include', 'maybe', 'exclude'] as const).map((vote) => (
            <Checkbox
              key={vote}
              label={words.enough[vote]}
              checked={routing.enough.includes(vote)}
              onChange={(on) =>
                route({
                  enough: on ? [...routing.enough, vote] : routing.enough.filter((other) => other !== vote),
                })
              }
            />
          ))}
          <Checkbox
            label={words.settledLeaves}
            checked={routing.settledLeavesQueue}
            onChange={(settledLeavesQueue) => route({ settledLeavesQueue })}
          />
          <p className={styles['hint']}>{words.settledLeavesHint}</p>
        </div>
      </details>
    </div>
  );
}
