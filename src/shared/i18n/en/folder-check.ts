/** What `concord verify` finds in a review folder, by its code; `where` names the file and the line. */
export const folderCheck = {
  'unreadable-line': (where: string) =>
    `${where} cannot be read as an event. What stands before it counts; bring the file back from a backup or a colleague.`,
  gap: (where: string, detail: string) =>
    `Events are missing before ${where} (${detail}). What stands before the gap counts; bring the file back from a backup or a colleague.`,
  'broken-chain': (where: string) =>
    `${where} does not continue the line before it: one of the two was changed after it was written. What stands before counts.`,
  'foreign-event': (where: string) =>
    `${where} belongs to another review, coder or computer. Files may have been exchanged.`,
  'repeated-sequence': (where: string) =>
    `${where} stands there a second time. A file may have been copied over another.`,
  'review-file': (where: string) =>
    `${where} is missing, damaged, or says something else than the review itself. The work is not touched by that; opening the review writes it anew.`,
  'torn-line': (where: string) =>
    `${where} ends in an unfinished line, which was never shown as saved. It is cut off at the next opening.`,
  'missing-segment': (where: string) => `${where} is missing although a later file of the log is there.`,
  'blob-missing': (where: string, detail: string) =>
    `${where} is missing: ${detail}. In a shared review it may not have arrived yet.`,
  'blob-damaged': (where: string, detail: string) =>
    `${where} is not what was kept under this name any more: ${detail}.`,
  'conflicted-copy': (where: string) =>
    `${where} is a second version made by a sync service. Concord takes from it only what the log lacks.`,
  'seal-broken': (where: string, detail: string) =>
    `The sealed judgement ${where} does not open to what it promised (${detail}). It does not count.`,
  'no-right': (where: string, detail: string) =>
    `Event ${where} was made without the right to (${detail}). It is kept and does not count.`,
};
