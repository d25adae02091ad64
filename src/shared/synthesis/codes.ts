import type { PoolingSheet } from '../export';
import type { CodedPassages } from './results';

/** Every code of the codebook with its passages, codes without any too: that nobody described one is a finding. */
export function codedPassages(sheet: PoolingSheet): CodedPassages[] {
  const codings = sheet.codings ?? [];
  return (sheet.planned?.codebook ?? []).flatMap((group) =>
    group.codes.map((code): CodedPassages => {
      const own = codings.filter(({ codeId }) => codeId === code.id);
      return {
        groupId: group.id,
        group: group.label,
        codeId: code.id,
        code: code.label,
        trials: new Set(own.map(({ studyId }) => studyId)).size,
        passages: own.map(({ studyId, study, quote, page }) => ({
          studyId,
          study,
          quote,
          page: page ?? null,
        })),
      };
    }),
  );
}
