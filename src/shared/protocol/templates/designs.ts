import type { DesignRule } from '../risk-of-bias-rules';

/** Designs as templates name them, each with the tool it is usually rated with. */
const design = (id: string, label: string, tool: string, variant = ''): DesignRule => ({
  id,
  label,
  tool,
  variant,
  effect: 'assignment',
});

export const randomisedDesigns: DesignRule[] = [
  design('parallel', 'Randomised, parallel groups', 'rob2', 'parallel'),
  design('cluster', 'Cluster-randomised', 'rob2', 'cluster'),
  design('crossover', 'Randomised, cross-over', 'rob2', 'crossover'),
];
export const nonRandomised = design('non-randomised', 'Controlled, not randomised', 'robins-i');
export const beforeAfter = design(
  'before-after',
  'Before and after, without a control group',
  'jbi',
  'quasi-experimental',
);
export const qualitative = design('qualitative', 'Qualitative', 'jbi', 'qualitative');

const dutchLabels: { readonly [id: string]: string } = {
  parallel: 'Gerandomiseerd, parallelle groepen',
  cluster: 'Clustergerandomiseerd',
  crossover: 'Gerandomiseerd, cross-over',
  'non-randomised': 'Gecontroleerd, niet gerandomiseerd',
  'before-after': 'Voor en na, zonder controlegroep',
  qualitative: 'Kwalitatief',
};

/** A missing word is a bug of the template. */
export function designInDutch(one: DesignRule): DesignRule {
  const label = dutchLabels[one.id];
  if (label === undefined) throw new Error(`The translation has no words for ${one.id}`);
  return { ...one, label };
}
