import type { AuthorId } from '@shared/kernel';
import type { EventBody } from '@shared/review';

/** What an event says, as a sentence without its subject: "voted exclude (wrong-design) on 0123…-000004 at title-abstract". */
export function eventInWords(body: EventBody, nameOf: (authorId: AuthorId) => string): string {
  switch (body.kind) {
    case 'reviewCreated':
      return `began the review “${body.title}”`;
    case 'coderJoined':
      return `joined as ${body.role} under the name ${body.name}`;
    case 'roleGiven':
      return `made ${nameOf(body.coder)} ${body.role}`;
    case 'judgementWithdrawn':
      return `took back event ${body.target}`;
    case 'protocolSaved':
      return `saved the protocol${body.note === '' ? '' : `: ${body.note}`}`;
    case 'batchImported':
      return `imported ${body.recordCount} records of ${body.source.database} from ${body.file.name}`;
    case 'duplicatesFound':
      return `found ${body.groups.length} groups of duplicates by ${body.method}`;
    case 'duplicatesDecided':
      return `called ${body.records.join(', ')} ${body.verdict === 'same' ? 'the same report' : 'different reports'}`;
    case 'voteCast':
      return `voted ${body.vote}${body.reasonId === null ? '' : ` (${body.reasonId})`} on ${body.recordId} at ${body.stage}`;
    case 'noteWritten':
      return `noted on ${body.recordId} at ${body.stage}: ${body.text}`;
    case 'votesRevealed':
      return `asked how the coders voted on ${body.recordId} at ${body.stage}`;
    case 'conflictResolved':
      return `settled ${body.recordId} at ${body.stage} as ${body.decision} by ${body.method}${body.rationale === '' ? '' : `: ${body.rationale}`}`;
    case 'retrievalNoted':
      return `noted ${body.recordId} as ${body.status}`;
    case 'documentAttached':
      return `attached ${body.name} to ${body.recordId}`;
    case 'studyAdded':
      return `added the study ${body.label}`;
    case 'reportsLinked':
      return `linked ${body.records.join(', ')} to study ${body.studyId}`;
    case 'assessmentSaved':
      return `${body.complete ? 'finished' : 'worked on'} the assessment of ${body.studyId}${body.resultId === null ? '' : `, result ${body.resultId}`}`;
    case 'assessmentReconciled':
      return `settled the assessment of ${body.studyId} by ${body.method}`;
    case 'extractionSaved':
      return `${body.complete ? 'finished' : 'worked on'} the extraction of ${body.studyId}`;
    case 'extractionReconciled':
      return `settled the extraction of ${body.studyId} by ${body.method}`;
    case 'judgementSealed':
      return `${body.complete ? 'committed' : 'worked on'} something sealed: ${body.of} on ${body.item} at ${body.stage}`;
    case 'keysReleased':
      return `gave out ${body.keys.length} keys of ${body.stage}`;
    case 'stageKeyReleased':
      return `gave out the key of ${body.stage}`;
    case 'stageUnblinded':
      return `unblinded ${body.stage}: ${body.reason}`;
    default:
      return body.kind.replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);
  }
}
