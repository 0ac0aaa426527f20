import { ChairCursor } from '../chairs.js';
import { type CommandEvent, wordOf } from '../events.js';
import { type MeetingLog, stepAt } from '../meetingLog.js';
import type { Ignored, Item, Meeting, Place, Step } from '../model.js';
import { type Present, presentAt } from '../present.js';
import { linesWithSigns, type SaidLine } from '../strays.js';
import type { Related } from './problem.js';

/** Where rules look for problems: a part of a meeting, or of the lines between two. Lines are those of the log. */
export class Scope {
  readonly log: MeetingLog;
  /** Its first and last line. */
  readonly startLine: number;
  readonly lastLine: number;
  /** The steps in it. */
  readonly steps: readonly Step[];
  /** The items recorded in it and not removed. */
  readonly items: readonly Item[];
  /** The meeting; undefined outside. */
  readonly running: Meeting | undefined;
  /** Outside of meetings: those above and below. */
  readonly above: Meeting | undefined;
  readonly below: Meeting | undefined;
  /** What was on the lines that notes refer to. */
  readonly noted = new Map<number, Place>();
  /** Who is present, if a rule asked. */
  usedPresent: Present | undefined;
  #chairs: ChairCursor | undefined;
  /** How many more pairs of nicks may be compared; see `nearNick`. */
  comparisons = 5_000;

  constructor({ log, startLine, lastLine, steps, items, running, above, below }: ScopeOf) {
    this.log = log;
    this.startLine = startLine;
    this.lastLine = lastLine;
    this.steps = steps;
    this.items = items;
    this.running = running;
    this.above = above;
    this.below = below;
  }

  /** Who is present at the meeting. Throws a RangeError if none is running. */
  get present(): Present {
    if (!this.running) throw new RangeError('no one is present outside of meetings');
    this.usedPresent ??= presentAt(this.log, this.running);
    return this.usedPresent;
  }

  /** Every command, with the reason if it was ignored. */
  *commands(): Generator<GivenCommand> {
    for (const { event, ...outcome } of this.steps) if (event.kind === 'command') yield { event, ...outcome };
  }

  /** The lines in which people may see a command, whether the bot does or not. */
  linesWithSigns(): Generator<SaidLine> {
    return linesWithSigns(this.log.text, this.startLine, this.lastLine);
  }

  /** The commands that were ignored for a reason. */
  *ignored(why: Ignored): Generator<GivenCommand> {
    for (const command of this.commands()) if (command.ignored === why) yield command;
  }

  /** The chairs after a line; asking for increasing lines costs only one walk over the meeting. */
  chairsAt(meeting: Meeting, line: number): ReadonlySet<string> {
    this.#chairs ??= new ChairCursor(meeting);
    return this.#chairs.at(line);
  }

  /**
   * A note on the command on another line, or else on what the line says. Findings may depend on other lines only through notes.
   */
  note(line: number, message: string): Related {
    const place = at(this.log, line);
    this.noted.set(line, place);
    return { ...place, message };
  }
}

/** What a scope is made of. */
export type ScopeOf = Pick<Scope, 'log' | 'startLine' | 'lastLine' | 'steps' | 'items' | 'running' | 'above' | 'below'>;

/** A command with its result. */
export interface GivenCommand extends Omit<Step, 'event'> {
  readonly event: CommandEvent;
}

export function placeOf({ line, start, end }: Place): Place {
  return { line, start, end };
}

/** The command on a line, or else what the line says. */
export function at(log: MeetingLog, line: number): Place {
  const event = stepAt(log, line)?.event;
  if (event?.kind === 'command') return wordOf(event);
  const { textStart, textEnd } = log.text.read(line);
  return { line, start: textStart, end: textEnd };
}
