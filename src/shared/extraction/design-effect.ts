import { designEffectOf } from '../effect-size';
import type { Protocol } from '../protocol';
import type { ExtractionContent } from './content';

/** What a study's variances are multiplied by, and whether the intracluster correlation was assumed. */
export type StudyDesignEffect = { readonly factor: number; readonly assumed: boolean };

/**
 * The design effect of a cluster trial from its settled structure; the protocol's assumed correlation where the report
 * gives none. Undefined where people came one by one; null where clusters are known but not how large or how alike.
 */
export function designEffectOfStudy(
  content: Pick<ExtractionContent, 'design'>,
  protocol: Pick<Protocol, 'extraction'>,
): StudyDesignEffect | undefined | null {
  const { design } = content;
  if (design?.kind !== 'cluster') return undefined;
  const clusterSize = design.clusterSize?.value;
  const reported = design.icc?.value;
  const icc = reported ?? protocol.extraction?.assumedIcc;
  if (clusterSize === null || clusterSize === undefined || icc === null || icc === undefined) return null;
  const factor = designEffectOf({ clusterSize, icc });
  if (typeof factor === 'string') return null;
  return { factor, assumed: typeof reported !== 'number' || design.icc?.assumed === true };
}
