/** Why a command was refused; the interface words it in the reader's language (`i18n` namespace `refusals`). */
export type Refusal = {
  readonly code:
    | 'not-a-member'
    | 'observers-only-read'
    | 'only-lead'
    | 'adjudicators-do-not-vote'
    | 'unknown-record'
    | 'unknown-batch'
    | 'source-without-name'
    | 'record-invalid'
    | 'unknown-reason'
    | 'reason-required'
    | 'reason-without-exclusion'
    | 'maybe-not-allowed'
    | 'nothing-to-settle'
    | 'protocol-invalid'
    | 'too-few-records'
    | 'empty-note'
    | 'no-protocol'
    | 'stop-without-reason'
    | 'nothing-unread'
    | 'still-blind'
    | 'not-excluded'
    | 'report-not-retrieved'
    | 'retrieval-reason-required'
    | 'document-unknown';
};
