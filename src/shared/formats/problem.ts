import type { ParseProblemCode, ParseSink } from './parsed-record';

/** The longest stretch of a file that a problem quotes, in UTF-16 code units. */
const RAW_LIMIT = 200;

/**
 * Reports one repair or loss to the sink. `line` is 1-based (0: the whole file); `raw` is cut to what a list can show.
 */
export function reportProblem(
  sink: ParseSink,
  line: number,
  code: ParseProblemCode,
  message: string,
  raw = '',
): void {
  sink.problem({ line, code, message, raw: raw.length > RAW_LIMIT ? raw.slice(0, RAW_LIMIT) : raw });
}
