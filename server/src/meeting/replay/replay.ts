import type { Steps } from '../../log/steps.js';
import type { LogText } from '../../log/text/logText.js';
import { perObject } from '../../log/text/perBlock.js';
import type { Dialect } from '../dialects/dialect.js';
import { findingDialect } from '../dialects/findDialect.js';
import type { Section } from '../model.js';
import { startsMeeting } from './blockReplay.js';
import { Resumed } from './resume.js';
import { Run } from './run.js';

/** A log as seen by a bot: a sequence of meetings, and what is between them. */
export interface Replay {
  readonly dialect: Dialect;
  /** Whether the dialect was given instead of detected. */
  readonly isDialectGiven: boolean;
  /** The dialect used for the replay: the same, or the one for a whole log. */
  readonly rules: Dialect;
  /** All lines of the log, in order. */
  readonly sections: readonly Section[];
}

/** Options for replaying a log. */
export interface ReplayOptions {
  /** Used instead of the dialect of the bot that was there. */
  readonly dialect?: Dialect | undefined;
  /** Treats a log without #startmeeting as one meeting; everyone has all rights. */
  readonly wholeLog?: boolean | undefined;
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
  { dialect: given, wholeLog = false }: ReplayOptions = {},
  earlier?: EarlierReplay,
): Steps<Replay> {
  const isDialectGiven = given !== undefined;
  const dialect = given ?? (yield* findingDialect(log, earlier?.isDialectGiven === false ? earlier : undefined));
  const rules = wholeLog && !(yield* startsAny(log, dialect)) ? wholeLogOf(dialect) : dialect;
  const later = earlier?.rules === rules ? new Resumed(earlier, log) : undefined;
  const run = new Run(log, rules, later?.kept);
  const sections = yield* runToEnd(run, log, later);
  return { dialect, isDialectGiven, rules, sections };
}

/** The dialect that makes a whole log one meeting. */
const wholeLogOf = perObject((dialect: Dialect): Dialect => ({ ...dialect, isWholeLog: true }));

/** Whether any command in a log starts a meeting. */
function* startsAny(log: LogText, dialect: Dialect): Steps<boolean> {
  for (const block of log.blocks) {
    if (startsMeeting(block, dialect)) return true;
    yield;
  }
  return false;
}

function* runToEnd(run: Run, log: LogText, later?: Resumed): Steps<readonly Section[]> {
  for (const { block, start } of log.blocksFrom(Math.min(run.start, log.lineCount - 1))) {
    yield;
    for (let row = Math.max(0, run.start - start); row < block.size; ) {
      const rest = later?.rest(run);
      if (rest) return run.endWith(rest);
      row = run.take(block, start, row);
    }
  }
  return run.end();
}
