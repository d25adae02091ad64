/**
 * Imports that break a rule and are not mended yet. The list may only shrink: an import that is mended must leave it,
 * and a new one fails the test.
 */
export const knownExceptions: readonly string[] = [
  'features-do-not-know-each-other: src/renderer/features/conflicts/conflicts-screen.tsx -> src/renderer/features/screening/record-page.tsx',
  'features-do-not-know-each-other: src/renderer/features/conflicts/conflicts-screen.tsx -> src/renderer/features/screening/vote-bar.tsx',
  'features-do-not-know-each-other: src/renderer/features/extraction/extraction-screen.tsx -> src/renderer/features/pooling/use-sheet.ts',
  'features-do-not-know-each-other: src/renderer/features/hand-over/hand-over-screen.tsx -> src/renderer/features/pooling/use-sheet.ts',
  'features-do-not-know-each-other: src/renderer/features/risk-of-bias/risk-of-bias-screen.tsx -> src/renderer/features/pooling/use-sheet.ts',
  'through-the-front-door-from-outside: src/renderer/features/import/problems-dialog.tsx -> src/shared/formats/parsed-record.ts',
  'through-the-front-door-from-outside: src/renderer/features/risk-of-bias/assessment-form.tsx -> src/shared/risk-of-bias/assessment-content.ts',
  'through-the-front-door-from-outside: src/renderer/features/risk-of-bias/settle-assessment.tsx -> src/shared/risk-of-bias/assessment-content.ts',
];
