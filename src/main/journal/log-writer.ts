import path from 'node:path';
import type { DiskPort } from './disk-port';
import { appendDurably, replaceDurably } from './durable-files';
import { Refused } from './failures';
import {
  headName,
  readLogContents,
  segmentName,
  segmentSize,
  sequenceOf,
  textOf,
  type LogContents,
} from './log-contents';

/** What has been acknowledged of a log: whole segments, and the lines of the head. */
type Acknowledged = {
  readonly segments: number;
  readonly head: readonly string[];
  readonly headBytes: number;
};

/**
 * The only writer of one log. An append is acknowledged after its bytes are on the medium. If it fails, what it may have
 * left behind is taken back before anything else is written or read, so that the same sequence numbers can be used again.
 */
export class LogWriter {
  #acknowledged: Acknowledged | null = null;
  /** An append has failed since; the folder may hold lines that were never acknowledged. */
  #mustTakeBack = false;

  constructor(
    private readonly disk: DiskPort,
    private readonly folder: string,
  ) {}

  async read(): Promise<LogContents> {
    await this.#takeBack();
    return readLogContents(this.disk, this.folder);
  }

  /**
   * @param fromSequence of the first line; the others follow without a gap.
   * @throws {Refused} `not-an-event`, `sequence-gap`, `log-differs`; or the error of the disk.
   */
  async append(fromSequence: number, lines: readonly string[]): Promise<void> {
    refuseOthers(fromSequence, lines);
    await this.#takeBack();
    const known = (await this.#stillTrue()) ?? (await this.#readAcknowledged());
    if (known && fromSequence === countOf(known) + 1) {
      await this.#write(known, lines);
      return;
    }
    await this.#fitIn(fromSequence, lines);
  }

  /**
   * Makes the log these lines, from its first event on: a file that holds anything else is written anew, and what it held is
   * kept beside it under another name.
   *
   * @throws {Refused} `not-an-event`, or `sequence-gap` where the folder has more of the log than these lines.
   */
  async mend(lines: readonly string[]): Promise<void> {
    refuseOthers(1, lines);
    await this.#takeBack();
    const contents = await readLogContents(this.disk, this.folder);
    if (contents.lines.length > lines.length)
      throw new Refused({ code: 'sequence-gap', detail: `${lines.length + 1} is on disk` });
    this.#acknowledged = null;
    await this.disk.makeFolder(this.folder);
    const { segments, head } = acknowledgedOf(lines);
    const wanted = new Map<string, string>();
    for (let number = 1; number <= segments; number += 1)
      wanted.set(segmentName(number), textOf(lines.slice((number - 1) * segmentSize, number * segmentSize)));
    wanted.set(headName, textOf(head));
    const known = /^(?:\d{6}|head)\.jsonl$/u;
    const superfluous: string[] = [];
    for (const name of (await this.disk.list(this.folder)).filter((each) => known.test(each))) {
      const bytes = await this.disk.read(this.#file(name));
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
      const right = wanted.get(name);
      if (text === right) {
        wanted.delete(name);
        continue;
      }
      if (text !== '') await this.#setAside(name);
      if (right === undefined) superfluous.push(name);
    }
    for (const [name, text] of wanted) await replaceDurably(this.disk, this.#file(name), text);
    for (const name of superfluous) await this.disk.remove(this.#file(name));
    await this.#syncNewFolders();
  }

  /** What was acknowledged, unless somebody else has changed the head meanwhile. */
  async #stillTrue(): Promise<Acknowledged | null> {
    const known = this.#acknowledged;
    if (!known) return null;
    const bytes = (await this.disk.size(path.join(this.folder, headName))) ?? 0;
    return bytes === known.headBytes ? known : null;
  }

  async #readAcknowledged(): Promise<Acknowledged | null> {
    const contents = await readLogContents(this.disk, this.folder);
    this.#acknowledged = contents.sound ? acknowledgedOf(contents.lines) : null;
    return this.#acknowledged;
  }

  /** The rare way: lines that repeat, fill a gap, or continue a folder that needs putting in order first. */
  async #fitIn(fromSequence: number, lines: readonly string[]): Promise<void> {
    const contents = await readLogContents(this.disk, this.folder);
    const merged = [...contents.bySequence];
    const last = fromSequence + lines.length - 1;
    while (merged.length < last) merged.push(undefined);
    for (const [index, line] of lines.entries()) {
      const place = fromSequence - 1 + index;
      const there = merged[place];
      if (there !== undefined && there !== line) {
        throw new Refused({ code: 'log-differs', detail: `at ${place + 1}` });
      }
      merged[place] = line;
    }
    const whole = merged.filter((line) => line !== undefined);
    if (whole.length < merged.length) {
      const missing = merged.findIndex((line) => line === undefined) + 1;
      throw new Refused({ code: 'sequence-gap', detail: `${missing} is missing` });
    }
    const present = whole.slice(0, contents.bySequence.length);
    const fresh = whole.slice(contents.bySequence.length);
    const known = acknowledgedOf(present);
    if (!contents.sound) await this.#putInOrder(contents, present);
    if (fresh.length > 0) await this.#write(known, fresh);
    else await this.#secure(known);
  }

  async #write(before: Acknowledged, lines: readonly string[]): Promise<void> {
    this.#acknowledged = null;
    await this.disk.makeFolder(this.folder);
    this.#acknowledged = before;
    this.#mustTakeBack = true;
    let { segments, head } = before;
    let rest = lines;
    while (rest.length > 0) {
      const part = rest.slice(0, segmentSize - head.length);
      rest = rest.slice(part.length);
      await appendDurably(this.disk, this.#file(headName), textOf(part));
      head = [...head, ...part];
      if (head.length === segmentSize) {
        segments += 1;
        await this.disk.rename(this.#file(headName), this.#file(segmentName(segments)));
        await this.disk.syncFolder(this.folder);
        head = [];
      }
    }
    if (countOf(before) === 0) await this.#syncNewFolders();
    this.#acknowledged = { segments, head, headBytes: Buffer.byteLength(textOf(head)) };
    this.#mustTakeBack = false;
  }

  /**
   * Back to what was acknowledged, without needing space: a full disk is why it is called. When a segment was closed
   * meanwhile, the acknowledged head is the beginning of that segment. The order leaves no gap if it is interrupted.
   */
  async #takeBack(): Promise<void> {
    const known = this.#acknowledged;
    if (!this.#mustTakeBack || !known) return;
    const head = this.#file(headName);
    const closed: string[] = [];
    for (let number = known.segments + 1; ; number += 1) {
      const file = this.#file(segmentName(number));
      if ((await this.disk.size(file)) === null) break;
      closed.push(file);
    }
    const [first, ...later] = closed;
    if (first !== undefined) {
      await this.disk.remove(head);
      for (const file of [...later].reverse()) await this.disk.remove(file);
      await this.disk.rename(first, head);
    }
    if ((await this.disk.size(head)) !== null) await this.disk.shorten(head, known.headBytes);
    await this.disk.syncFolder(this.folder);
    this.#mustTakeBack = false;
  }

  /** Writes every file that is not as it should be anew. A damaged one is kept beside it under another name. */
  async #putInOrder(contents: LogContents, lines: readonly string[]): Promise<void> {
    await this.disk.makeFolder(this.folder);
    this.#acknowledged = null;
    const segments = Math.floor(lines.length / segmentSize);
    for (const name of contents.damagedFiles) {
      if (name !== headName) await this.#setAside(name);
    }
    for (let number = 1; number <= segments; number += 1) {
      const name = segmentName(number);
      if (contents.soundSegments.has(name)) continue;
      const part = lines.slice((number - 1) * segmentSize, number * segmentSize);
      await replaceDurably(this.disk, this.#file(name), textOf(part));
    }
    if (contents.damagedFiles.has(headName)) await this.#setAside(headName);
    const { head } = acknowledgedOf(lines);
    await replaceDurably(this.disk, this.#file(headName), textOf(head));
    await this.#syncNewFolders();
  }

  /** Copied, not moved, so that there is no moment without its sound lines. */
  async #setAside(name: string): Promise<void> {
    const bytes = await this.disk.read(this.#file(name));
    for (let number = 1; ; number += 1) {
      const kept = this.#file(`${name}.damaged-${number}`);
      if ((await this.disk.size(kept)) !== null) continue;
      await replaceDurably(this.disk, kept, bytes);
      return;
    }
  }

  /** Lines found on disk after a start may never have reached the medium; they are promised now. */
  async #secure(known: Acknowledged): Promise<void> {
    if (known.headBytes > 0) await appendDurably(this.disk, this.#file(headName), '');
    this.#acknowledged = known;
  }

  async #syncNewFolders(): Promise<void> {
    await this.disk.syncFolder(this.folder);
    await this.disk.syncFolder(path.dirname(this.folder));
    await this.disk.syncFolder(path.dirname(path.dirname(this.folder)));
  }

  #file = (name: string): string => path.join(this.folder, name);
}

const countOf = ({ segments, head }: Acknowledged): number => segments * segmentSize + head.length;

function acknowledgedOf(lines: readonly string[]): Acknowledged {
  const segments = Math.floor(lines.length / segmentSize);
  const head = lines.slice(segments * segmentSize);
  return { segments, head, headBytes: Buffer.byteLength(textOf(head)) };
}

/** Main does not read events, but what is no event of this place would make the whole log unreadable. */
function refuseOthers(fromSequence: number, lines: readonly string[]): void {
  for (const [index, line] of lines.entries()) {
    const expected = fromSequence + index;
    if (line.includes('\n') || line.includes('\r') || sequenceOf(line) !== expected) {
      throw new Refused({ code: 'not-an-event', detail: `in place of ${expected}` });
    }
  }
}
