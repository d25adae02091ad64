export { useMarksShown } from './marked-text';
export * from './pdf-viewer';
export * from './report-pane';
export { RecordPage } from './record-page';
export { StudyDesk, type StudyDeskWords } from './study-desk';
export { useSheet, useStudyLabel } from './use-sheet';
export { VoteBadge } from './vote-badge';
export { draftOf, RecordForm, recordOfDraft, type RecordDraft } from './record-form';
export { SavedFigure } from './saved-figure';
