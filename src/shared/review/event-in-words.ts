import type { Catalogue } from '../i18n';
import { assertNever, type AuthorId } from '../kernel';
import { assessmentTarget } from '../risk-of-bias';
import type { EventBody } from './body';

type Words = Catalogue['history'];

/**
 * What an event says, as a sentence without its subject: "voted exclude (wrong-design) on 0123…-000004 at titles and
 * abstracts". Every kind of event has its own.
 *
 * @param nameOf the name of a coder of the review
 */
export function eventInWords(body: EventBody, words: Words, nameOf: (authorId: AuthorId) => string): string {
  const { did } = words;
  switch (body.kind) {
    case 'reviewCreated':
      return did.reviewCreated(body.title);
    case 'coderJoined':
      return did.coderJoined(words.roles[body.role], body.name);
    case 'roleGiven':
      return did.roleGiven(nameOf(body.coder), words.roles[body.role]);
    case 'judgementWithdrawn':
      return did.judgementWithdrawn(body.target);
    case 'protocolSaved':
      return did.protocolSaved(body.note);
    case 'poolingSheetFrozen':
      return did.poolingSheetFrozen(body.sheetVersion, body.rows, body.trials, body.note);
    case 'alarmCleared':
      return did.alarmCleared(body.check, resultName(body) || words.wholeSheet, body.reason);
    case 'resultCorrected':
      return did.resultCorrected(resultName(body), words.corrections[body.change], body.reason);
    case 'batchImported':
    case 'duplicatesFound':
    case 'duplicatesDecided':
    case 'joinSampleDrawn':
    case 'joinChecked':
    case 'sourceDescribed':
    case 'recordEdited':
    case 'recordsCompleted':
      return recordsInWords(body, words);
    case 'voteCast':
    case 'noteWritten':
    case 'recordLabelled':
    case 'recordParked':
    case 'votesRevealed':
    case 'conflictResolved':
    case 'retrievalNoted':
    case 'documentAttached':
    case 'relevantRecordsNamed':
    case 'screeningStopped':
    case 'exclusionUpheld':
    case 'commentWritten':
      return screeningInWords(body, words);
    case 'workAllocated':
      return body.people.length === 0
        ? did.workOpened()
        : did.workAllocated(body.people.map(({ coder }) => nameOf(coder)).join(', '));
    case 'pilotDrawn':
      return did.pilotDrawn(body.recordIds.length, body.coders.map(nameOf).join(', '));
    case 'pilotClosed':
      return did.pilotClosed(body.protocolVersion, body.reason);
    case 'studyAdded':
    case 'reportsLinked':
    case 'poolabilityNoted':
    case 'assessmentSaved':
    case 'assessmentReconciled':
    case 'structureSaved':
    case 'structureSettled':
    case 'extractionSaved':
    case 'extractionReconciled':
    case 'resultUseDecided':
    case 'sheetImported':
      return studyWorkInWords(body, words);
    case 'judgementSealed':
    case 'keysReleased':
    case 'stageKeyReleased':
    case 'stageUnblinded':
    case 'escrowKeyGiven':
    case 'keysEntrusted':
    case 'escrowUsed':
      return sealingInWords(body, words, nameOf);
    default:
      return assertNever(body);
  }
}

type Of<Kind extends EventBody['kind']> = Extract<EventBody, { kind: Kind }>;

const resultName = ({ studyId, resultId }: { readonly studyId: string; readonly resultId: string }): string =>
  [studyId, resultId].filter((part) => part !== '').join(' ');

function recordsInWords(
  body: Of<
    | 'batchImported'
    | 'duplicatesFound'
    | 'duplicatesDecided'
    | 'joinSampleDrawn'
    | 'joinChecked'
    | 'sourceDescribed'
    | 'recordEdited'
    | 'recordsCompleted'
  >,
  { did }: Words,
): string {
  switch (body.kind) {
    case 'batchImported':
      return did.batchImported(body.recordCount, body.source.database, body.file.name);
    case 'duplicatesFound':
      return did.duplicatesFound(body.groups.length, body.questions?.length ?? 0, body.method);
    case 'duplicatesDecided': {
      const records = body.records.join(', ');
      if (body.verdict === 'same') return did.duplicatesSame(records);
      return body.leaving === undefined
        ? did.duplicatesDifferent(records)
        : did.duplicateLeft(body.leaving, records);
    }
    case 'joinSampleDrawn':
      return did.joinSampleDrawn(body.pairs.length, body.of);
    case 'joinChecked':
      return (body.verdict === 'right' ? did.joinRight : did.joinWrong)(body.records.join(', '));
    case 'sourceDescribed':
      return did.sourceDescribed(body.source.database, body.batch);
    case 'recordEdited':
      return did.recordEdited(body.recordId, Object.keys(body.changes).join(', '), body.reason);
    case 'recordsCompleted':
      return did.recordsCompleted(body.fieldCount, body.recordCount, body.file.name);
    default:
      return assertNever(body);
  }
}

function screeningInWords(
  body: Of<
    | 'voteCast'
    | 'noteWritten'
    | 'recordLabelled'
    | 'recordParked'
    | 'votesRevealed'
    | 'conflictResolved'
    | 'retrievalNoted'
    | 'documentAttached'
    | 'relevantRecordsNamed'
    | 'screeningStopped'
    | 'exclusionUpheld'
    | 'commentWritten'
  >,
  words: Words,
): string {
  const { did, stages, votes } = words;
  switch (body.kind) {
    case 'voteCast': {
      const said = [votes[body.vote], body.reasonId ?? '', body.recordId, stages[body.stage]] as const;
      return body.earlier === undefined
        ? did.voteCast(...said)
        : did.voteBrought(...said, body.earlier.program, body.earlier.coder);
    }
    case 'noteWritten':
      return did.noteWritten(body.recordId, stages[body.stage], body.text);
    case 'recordLabelled':
      return (body.on ? did.labelOn : did.labelOff)(body.label, body.recordId, stages[body.stage]);
    case 'recordParked':
      return (body.parked ? did.parked : did.takenUp)(body.recordId, stages[body.stage]);
    case 'votesRevealed':
      return did.votesRevealed(body.recordId, stages[body.stage]);
    case 'conflictResolved':
      return did.conflictResolved(
        body.recordId,
        stages[body.stage],
        votes[body.decision],
        words.methods[body.method],
        body.rationale,
      );
    case 'retrievalNoted':
      return did.retrievalNoted(body.recordId, words.retrieval[body.status], body.note);
    case 'documentAttached':
      return (body.replaces === undefined ? did.documentAttached : did.documentReplaced)(
        body.name,
        body.recordId,
      );
    case 'relevantRecordsNamed':
      return did.relevantRecordsNamed(body.recordIds.length);
    case 'screeningStopped':
      return did.screeningStopped(stages[body.stage], body.basis.read, body.basis.total, body.reason);
    case 'exclusionUpheld':
      return did.exclusionUpheld(body.recordId, stages[body.stage]);
    case 'commentWritten':
      return did.commentWritten(body.recordId, stages[body.stage], body.text);
    default:
      return assertNever(body);
  }
}

function studyWorkInWords(
  body: Of<
    | 'studyAdded'
    | 'reportsLinked'
    | 'poolabilityNoted'
    | 'assessmentSaved'
    | 'assessmentReconciled'
    | 'structureSaved'
    | 'structureSettled'
    | 'extractionSaved'
    | 'extractionReconciled'
    | 'resultUseDecided'
    | 'sheetImported'
  >,
  { did, methods, notPoolable }: Words,
): string {
  switch (body.kind) {
    case 'studyAdded':
      return did.studyAdded(body.label);
    case 'reportsLinked':
      return did.reportsLinked(body.records.join(', '), body.studyId);
    case 'poolabilityNoted':
      return body.poolable
        ? did.poolable(body.studyId, body.note)
        : did.notPoolable(body.studyId, notPoolable[body.reason ?? 'other'], body.note);
    case 'assessmentSaved':
      return did.assessmentSaved(body.complete, assessmentTarget(body));
    case 'assessmentReconciled':
      return did.assessmentReconciled(assessmentTarget(body), methods[body.method], body.note);
    case 'structureSaved':
      return did.structureSaved(body.complete, body.studyId);
    case 'structureSettled':
      return did.structureSettled(body.studyId, methods[body.method], body.note);
    case 'extractionSaved':
      return did.extractionSaved(body.complete, body.studyId);
    case 'extractionReconciled':
      return did.extractionReconciled(body.studyId, methods[body.method], body.note);
    case 'resultUseDecided': {
      const say = body.use === null ? did.resultByRule : body.use ? did.resultUsed : did.resultNotUsed;
      return say(resultName(body), body.reason);
    }
    case 'sheetImported':
      return did.sheetImported(body.fileName, body.rows, body.studies);
    default:
      return assertNever(body);
  }
}

function sealingInWords(
  body: Of<
    | 'judgementSealed'
    | 'keysReleased'
    | 'stageKeyReleased'
    | 'stageUnblinded'
    | 'escrowKeyGiven'
    | 'keysEntrusted'
    | 'escrowUsed'
  >,
  { did, sealed, stages }: Words,
  nameOf: (authorId: AuthorId) => string,
): string {
  switch (body.kind) {
    case 'judgementSealed': {
      const named: { readonly [kind: string]: string } = sealed;
      const item = body.item.slice(body.item.indexOf('/') + 1);
      return did.judgementSealed(named[body.of] ?? sealed.other, item, stages[body.stage], body.complete);
    }
    case 'keysReleased':
      return did.keysReleased(body.keys.length, stages[body.stage]);
    case 'stageKeyReleased':
      return did.stageKeyReleased(stages[body.stage]);
    case 'stageUnblinded':
      return did.stageUnblinded(stages[body.stage], body.reason);
    case 'escrowKeyGiven':
      return did.escrowKeyGiven();
    case 'keysEntrusted':
      return did.keysEntrusted(body.keys.length, nameOf(body.to));
    case 'escrowUsed':
      return did.escrowUsed(nameOf(body.coder), stages[body.stage], body.reason);
    default:
      return assertNever(body);
  }
}
