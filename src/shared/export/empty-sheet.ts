import { planOfProtocol, type Protocol } from '../protocol';
import { poolingSheetFormat, poolingSheetVersion, type PoolingSheet } from './pooling-sheet';

/** A sheet without rows: what the protocol says about effects, pooling and the analyses planned. */
export const emptySheet = (
  review: string,
  protocol: Protocol | undefined,
  protocolVersion: number,
): PoolingSheet => ({
  format: poolingSheetFormat,
  version: poolingSheetVersion,
  review,
  protocolVersion,
  measure: protocol?.effect.measure ?? 'SMD',
  varianceFormula: protocol?.effect.varianceFormula ?? 'LS',
  pooling: { method: protocol?.pooling.method ?? 'REML', test: protocol?.pooling.test ?? 'hk' },
  rows: [],
  leftOut: [],
  ...(protocol
    ? {
        planned: {
          plan: planOfProtocol(protocol),
          stated: protocol.analysis !== undefined,
          predictionInterval: protocol.pooling.predictionInterval,
          domains: protocol.outcomeDomains.map(({ id, label }) => ({ id, label })),
          windows: protocol.windows.map(({ id, label }) => ({ id, label })),
          codebook: protocol.codebook ?? [],
        },
      }
    : {}),
});
