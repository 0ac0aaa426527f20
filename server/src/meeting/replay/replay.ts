import { elementAt } from '../../log/indexing.js';
import type { Steps } from '../../log/steps.js';
import type { LogText } from '../../log/text/logText.js';
import { perObject } from '../../log/text/perBlock.js';
import type { Dialect } from '../dialects/dialect.js';
import { findingDialect } from '../dialects/findDialect.js';
import type { Section } from '../model.js';
import { scribeSections } from '../scribe/scribeReplay.js';
import { answersTo } from './answers.js';
import { beginsInside } from './beginsInside.js';
import { startsAnyMeeting } from './blockReplay.js';
import { joinsOf } from './join.js';
import { Resumed } from './resume.js';
import { Run } from './run.js';

/** A log as seen by a bot: a sequence of meetings, and what is between them. */
export interface Replay {
  readonly dialect: Dialect;
  /** Whether the dialect was given instead of detected. */
  readonly isDialectGiven: boolean;
  /** The dialect used for the replay: the same, or the one for a whole log. */
  readonly rules: Dialect;
  /** Whether the log begins inside a meeting: its first, unless that is the whole log. */
  readonly isInside: boolean;
  /** All lines of the log, in order. */
  readonly sections: readonly Section[];
}

/** Options for replaying a log. */
export interface ReplayOptions {
  /** Used instead of the dialect of the bot that was there. */
  readonly dialect?: Dialect | undefined;
  /** Treats a log without #startmeeting as one meeting; everyone has all rights. */
  readonly wholeLog?: boolean | undefined;
  /** Joins meetings with those that were started anew after them; see `restartsIn`. */
  readonly join?: boolean | undefined;
}

/** A replay of an earlier state of a log. */
export interface EarlierReplay extends Replay {
  readonly text: LogText;
}

/**
 * Replays the events of a log as the given or detected bot handled them during the meeting. Everything that edits did not touch
 * is reused from the replay of an earlier state. This takes long for a long log, so it can be paused at any `yield`.
 */
export function* replaying(
  log: LogText,
  { dialect: given, wholeLog = false, join = false }: ReplayOptions = {},
  earlier?: EarlierReplay,
): Steps<Replay> {
  const isDialectGiven = given !== undefined;
  const dialect = given ?? (yield* findingDialect(log, earlier?.isDialectGiven === false ? earlier : undefined));
  const rules = wholeLog && !(yield* startsAny(log, dialect)) ? wholeLogOf(dialect) : dialect;
  if (rules.isScribed) {
    const same = earlier?.rules === rules ? earlier : undefined;
    const sections = yield* scribeSections(log, rules.isWholeLog === true, same);
    return { dialect, isDialectGiven, rules, isInside: false, sections };
  }
  const isInside = rules.isWholeLog || (yield* beginsInside(log));
  // Joined meetings are not those of an earlier state.
  const isSame = !join && earlier?.rules === rules && earlier.isInside === isInside;
  const later = isSame ? new Resumed(earlier, log) : undefined;
  const run = new Run(log, rules, isInside, later?.kept);
  const single = yield* runToEnd(run, log, later);
  const joins = join ? joinsOf(log, single) : undefined;
  const sections = joins ? yield* runToEnd(new Run(log, rules, isInside, [], joins), log) : single;
  return { dialect, isDialectGiven, rules, isInside, sections };
}

/** The dialect that makes a whole log one meeting. */
const wholeLogOf = perObject((dialect: Dialect): Dialect => ({ ...dialect, isWholeLog: true }));

/** Whether anything in a log starts a meeting. */
function* startsAny(log: LogText, dialect: Dialect): Steps<boolean> {
  for (const [index, block] of log.blocks.entries()) {
    if (startsAnyMeeting(block, answersTo(log, index, dialect), dialect)) return true;
    yield;
  }
  return false;
}

function* runToEnd(run: Run, log: LogText, later?: Resumed): Steps<readonly Section[]> {
  for (let index = log.blockAt(Math.min(run.start, log.lineCount - 1)); index < log.blocks.length; index++) {
    yield;
    const { size } = elementAt(log.blocks, index);
    for (let row = Math.max(0, run.start - elementAt(log.starts, index)); row < size; ) {
      const rest = later?.rest(run);
      if (rest) return run.endWith(rest);
      row = run.take(index, row);
    }
  }
  return run.end();
}
