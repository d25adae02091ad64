import type { Assessed } from '@shared/risk-of-bias';
import { useTexts } from '../../app/app-context';
import { JudgementDot, judgementWith } from './judgement-mark';
import styles from './risk-of-bias.module.css';

/** Every domain at a glance, as the traffic-light plot will show it; each leads to its part of the form. */
export function DomainStrip({ assessed }: { readonly assessed: Assessed }) {
  const { bias: words } = useTexts();
  const { tool } = assessed;
  const places = [
    ...assessed.domains.map(({ domain, standing }) => ({ id: domain.id, name: domain.name, standing })),
    { id: 'overall', name: words.overall, standing: assessed.overall.standing },
  ];
  return (
    <nav className={styles['strip']} aria-label={words.atAGlance}>
      {places.map(({ id, name, standing }) => {
        const judgement = standing === null ? undefined : judgementWith(tool, id, standing);
        const label = `${name}: ${judgement?.label ?? words.noJudgement}`;
        return (
          <button
            key={id}
            type="button"
            className={styles['place']}
            title={label}
            aria-label={label}
            onClick={() => document.getElementById(`domain-${id}`)?.scrollIntoView({ block: 'start' })}
          >
            {judgement ? <JudgementDot judgement={judgement} /> : <span className={styles['noDot']} />}
            <span aria-hidden="true">{id === 'overall' ? words.overall : id}</span>
          </button>
        );
      })}
    </nav>
  );
}
