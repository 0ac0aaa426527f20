import { elementAt } from '../../log/indexing.js';
import type { Steps } from '../../log/steps.js';
import type { LogText } from '../../log/text/logText.js';
import { isSilent, type ScribeMark, scribeMarks } from './scribeMarks.js';

/** The lines of a meeting with a scribe: 0-based, `end` exclusive. They reach to the next meeting, as corrections follow the end. */
export interface ScribeSpan {
  readonly start: number;
  readonly end: number;
  /** The last line that ends it; undefined if none does. */
  readonly endLine: number | undefined;
  /** Who told a bot that it starts; undefined if nobody did. */
  readonly starter: string | undefined;
}

/** A meeting that is running while marks are walked. */
interface Open {
  start: number;
  starter: string | undefined;
  url: string | undefined;
  endLine: number | undefined;
  /** The line of its last mark. */
  last: number;
}

/** Talk before the first mark belongs to the meeting if it is no more than so many seconds before. */
const most = 3600;

/**
 * The meetings with a scribe in a log. A meeting begins where the recorder begins another log, where a bot is told so, or with a
 * label after a silence, and lasts until the next.
 */
export function* scribeSpans(log: LogText): Steps<ScribeSpan[]> {
  const walk = new Walk(log);
  for (const [index, block] of log.blocks.entries()) {
    walk.take(elementAt(log.starts, index), scribeMarks(block));
    yield;
  }
  return walk.end();
}

class Walk {
  readonly #log: LogText;
  readonly #spans: ScribeSpan[] = [];
  #open: Open | undefined;
  /** The line of the first message, and of the first after the last silence; undefined if there was none yet. */
  #first: number | undefined;
  #resumed: number | undefined;
  #lastTime: number | undefined;

  constructor(log: LogText) {
    this.#log = log;
  }

  take(start: number, { marks, silences, firstRow, firstTime, lastTime }: ReturnType<typeof scribeMarks>): void {
    if (firstRow !== undefined) this.#first ??= start + firstRow;
    if (firstRow !== undefined && isSilent(this.#lastTime, firstTime)) this.#resumed = start + firstRow;
    this.#lastTime = lastTime ?? this.#lastTime;
    let next = 0;
    for (const mark of marks) {
      for (; (silences[next] ?? Number.POSITIVE_INFINITY) <= mark.row; next++)
        this.#resumed = start + (silences[next] ?? 0);
      this.#mark(mark, start + mark.row);
    }
    const last = silences.at(-1);
    if (last !== undefined) this.#resumed = start + last;
  }

  end(): ScribeSpan[] {
    this.#close(this.#log.lineCount);
    return this.#spans;
  }

  #mark(mark: ScribeMark, line: number): void {
    const open = this.#open;
    if (mark.kind === 'end') {
      if (open) open.endLine = line;
    } else if (mark.kind === 'log') this.#beginLog(mark, line);
    else if (mark.kind === 'start') {
      if (!open || open.endLine !== undefined || this.#isResumed(open)) this.#begin(line, mark.nick);
    } else if (!open || this.#isResumed(open)) this.#begin(this.#resumed ?? line, undefined);
    if (this.#open) this.#open.last = line;
  }

  /** The recorder begins a log, perhaps after somebody has told a bot that the meeting starts. */
  #beginLog({ url }: ScribeMark, line: number): void {
    const open = this.#open;
    if (open && open.url === undefined && open.endLine === undefined && !this.#isResumed(open)) open.url = url;
    else if (open?.url !== url || !open) this.#begin(line, undefined, url);
  }

  /** Whether there was a silence since a meeting's last mark. */
  #isResumed({ last }: Open): boolean {
    return this.#resumed !== undefined && this.#resumed > last;
  }

  #begin(line: number, starter: string | undefined, url?: string): void {
    const start = this.#open ? line : this.#talkBefore(line);
    this.#close(start);
    this.#open = { start, starter, url, endLine: undefined, last: line };
  }

  /** Where the talk begins that the first mark of a log is in. */
  #talkBefore(line: number): number {
    const from = this.#resumed ?? this.#first ?? line;
    const [before, after] = [this.#log.time(from), this.#log.time(line)];
    const isLong = before !== undefined && after !== undefined && (after - before + 86_400) % 86_400 > most;
    return isLong ? line : Math.min(from, line);
  }

  #close(end: number): void {
    if (this.#open) {
      const { start, endLine, starter } = this.#open;
      this.#spans.push({ start, end, endLine, starter });
    }
    this.#open = undefined;
  }
}
