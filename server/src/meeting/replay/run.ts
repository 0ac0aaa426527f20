import type { Block } from '../../log/text/block.js';
import type { LogText } from '../../log/text/logText.js';
import type { Dialect } from '../dialects/dialect.js';
import type { Part, Section } from '../model.js';
import { assembled } from './assemble.js';
import { replayBlock } from './blockReplay.js';
import { newState, type State } from './state.js';

/** A replay in progress. */
export class Run {
  readonly #log: LogText;
  readonly #dialect: Dialect;
  readonly #sections: Section[];
  /** The first line of the current section, and that of its meeting. */
  #start: number;
  #meetingStart = 0;
  #parts: Part[] = [];
  #state: State | undefined;
  #depth = 0;

  constructor(log: LogText, dialect: Dialect, before: readonly Section[] = []) {
    this.#log = log;
    this.#dialect = dialect;
    this.#sections = before.slice();
    this.#start = before.at(-1)?.end ?? 0;
  }

  get start(): number {
    return this.#start;
  }

  /** Whether a section is about to begin. */
  get isBetween(): boolean {
    return this.#parts.length === 0 && this.#state?.isStarted !== true;
  }

  /** Replays the events of a block from a row up to the end of a section. Returns the row after it. */
  take(block: Block, start: number, from: number): number {
    const before = {
      dialect: this.#dialect,
      from,
      state: this.#state,
      offset: this.#state ? start - this.#meetingStart : 0,
      depth: this.#depth,
    };
    const { stretch, to, isEnd, state, added } = replayBlock(block, before);
    this.#parts.push({ start, stretch, kept: stretch.items.length });
    this.#state = state;
    this.#depth += added;
    if (isEnd && state) this.#finish(state, start + to, start + to - 1);
    else if (isEnd) this.#begin(start + to, block.nick(to));
    return to;
  }

  /** The sections at the end of the log. */
  end(): readonly Section[] {
    if (this.#state) this.#finish(this.#state, this.#log.lineCount, undefined);
    else this.#endGap(this.#log.lineCount);
    return this.#sections;
  }

  /** The sections if no meeting is running and all later ones are known. */
  endWith(rest: readonly Section[]): readonly Section[] {
    this.#endGap(rest[0]?.start ?? this.#log.lineCount);
    return this.#sections.concat(rest);
  }

  #begin(line: number, owner: string): void {
    this.#endGap(line);
    this.#meetingStart = line;
    this.#state = this.#dialect.isWholeLog ? newState('', true) : newState(owner, false);
  }

  #finish(state: State, end: number, endLine: number | undefined): void {
    const { meeting, parts } = assembled(this.#log, this.#parts, {
      state,
      startLine: this.#meetingStart,
      endLine,
      isWholeLog: this.#dialect.isWholeLog === true,
    });
    this.#push({ start: this.#start, end, meeting, parts });
    this.#state = undefined;
  }

  #endGap(end: number): void {
    if (end > this.#start) this.#push({ start: this.#start, end, meeting: undefined, parts: this.#parts });
  }

  #push(section: Section): void {
    this.#sections.push(section);
    this.#start = section.end;
    this.#parts = [];
    this.#depth = 0;
  }
}
