import { elementAt } from '../../log/indexing.js';
import type { LogText } from '../../log/text/logText.js';
import type { Dialect } from '../dialects/dialect.js';
import type { Part, Section } from '../model.js';
import { answersTo } from './answers.js';
import { assembled } from './assemble.js';
import { replayBlock } from './blockReplay.js';
import { type Joins, joinsWithin } from './join.js';
import { newState, type Opening, type State } from './state.js';

/** A replay in progress. */
export class Run {
  readonly #log: LogText;
  readonly #dialect: Dialect;
  readonly #joins: Joins | undefined;
  readonly #sections: Section[];
  /** Whether the log begins inside a meeting. */
  readonly #isInside: boolean;
  /** The first line of the current section, and that of its meeting. */
  #start: number;
  #meetingStart = 0;
  #parts: Part[] = [];
  #state: State | undefined;
  #depth = 0;

  constructor(log: LogText, dialect: Dialect, isInside: boolean, before: readonly Section[] = [], joins?: Joins) {
    this.#log = log;
    this.#joins = joins;
    this.#dialect = dialect;
    this.#isInside = isInside;
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

  /** Replays the events of the block with an index from a row up to the end of a section. Returns the row after it. */
  take(index: number, from: number): number {
    const block = elementAt(this.#log.blocks, index);
    const start = elementAt(this.#log.starts, index);
    const before = {
      dialect: this.#dialect,
      from,
      state: this.#state,
      offset: this.#state ? start - this.#meetingStart : 0,
      depth: this.#depth,
      answers: answersTo(this.#log, index, this.#dialect),
      isInside: this.#isInside && !this.#sections.some(({ meeting }) => meeting),
      joins: joinsWithin(this.#joins, start, block.size),
    };
    const { stretch, to, opening, isEnd, isEnded, state, added } = replayBlock(block, before);
    this.#parts.push({ start, stretch, kept: stretch.items.length });
    this.#state = state;
    this.#depth += added;
    if (isEnd && state) this.#finish(state, start + to, isEnded ? start + to - 1 : undefined);
    if (opening) this.#begin(start + to, opening);
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

  #begin(line: number, opening: Opening): void {
    this.#endGap(line);
    this.#meetingStart = line;
    this.#state = newState(opening);
  }

  #finish(state: State, end: number, endLine: number | undefined): void {
    const { meeting, parts } = assembled(this.#log, this.#parts, {
      state,
      startLine: this.#meetingStart,
      endLine,
      end,
      isWholeLog: this.#dialect.isWholeLog === true,
      restarts: this.#restarts(end),
    });
    this.#push({ start: this.#start, end, meeting, parts });
    this.#state = undefined;
  }

  /** The lines on which the current meeting was started anew. */
  #restarts(end: number): number[] {
    const lines = Array.from(this.#joins ?? [], ([line, how]) => (how === 'restart' ? line : -1));
    return lines.filter((line) => line > this.#meetingStart && line < end);
  }

  #endGap(end: number): void {
    if (end > this.#start) this.#push({ start: this.#start, end, meeting: undefined, parts: this.#parts });
    // A part without lines would be a second part of the same block.
    else this.#parts = [];
  }

  #push(section: Section): void {
    this.#sections.push(section);
    this.#start = section.end;
    this.#parts = [];
    this.#depth = 0;
  }
}
