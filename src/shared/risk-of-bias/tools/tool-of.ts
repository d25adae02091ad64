import type { RatingTool, ToolChoice } from '../../protocol';
import { isJbiChecklist, jbiChecklists, jbiTool } from './jbi';
import { rob1Tool } from './rob1';
import { rob2Tool } from './rob2-tool';
import { robinsITool } from './robins-i';
import { rob2Variants } from '../rob2';
import type { ToolLanguage } from './words';

/** The tools Concord brings, in the forms a protocol can choose; the effect of interest is chosen apart. */
export const publishedTools: readonly Pick<ToolChoice, 'tool' | 'variant'>[] = [
  ...rob2Variants.map((variant) => ({ tool: 'rob2', variant })),
  { tool: 'rob1', variant: '' },
  { tool: 'robins-i', variant: '' },
  ...jbiChecklists.map((variant) => ({ tool: 'jbi', variant })),
];

/** Whether a tool asks other questions for the effect of adhering than for that of assignment. */
export const hasEffectOfInterest = (tool: string): boolean => tool === 'rob2' || tool === 'robins-i';

/**
 * A tool in the words of a language; undefined where neither Concord nor the team has it (a review of a newer version).
 * A team's own tool has the words its team gave it.
 */
export function toolOf(
  { tool, variant, effect }: Partial<ToolChoice> & Pick<ToolChoice, 'tool'>,
  language: ToolLanguage,
  ownTools: readonly RatingTool[] = [],
): RatingTool | undefined {
  switch (tool) {
    case 'rob2':
      return rob2Tool(variant ?? 'parallel', effect ?? 'assignment', language);
    case 'rob1':
      return rob1Tool(language);
    case 'robins-i':
      return robinsITool(effect ?? 'assignment', language);
    case 'jbi':
      return variant !== undefined && isJbiChecklist(variant) ? jbiTool(variant, language) : undefined;
    default:
      return ownTools.find(({ id }) => id === tool);
  }
}
