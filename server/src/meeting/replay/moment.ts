import { hintReader } from '../../log/facts/stamps.js';
import { elementAt } from '../../log/indexing.js';
import type { Block } from '../../log/text/block.js';
import type { Command } from '../dialects/dialect.js';
import { type CommandEvent, isByOp } from '../events.js';
import type { MeetingLog } from '../meetingLog.js';
import { sectionAt } from '../sections.js';
import { runningBefore } from './blockReplay.js';
import { take } from './fold.js';
import { isKnownChair } from './rights.js';
import { RunningMeeting } from './runningMeeting.js';
import type { OpenedVote } from './state.js';
import { mayVote } from './voteEffects.js';

/** What someone who speaks on a line finds: what the lines above have left of the meeting, whatever is on the line itself. */
export interface Moment {
  /** Whether a meeting is running. */
  readonly isRunning: boolean;
  /** Its open vote, if there is one in which the speaker may vote. */
  readonly vote: OpenedVote | undefined;
  /** Whether someone is a chair, or owns the meeting. */
  isChair(nick: string): boolean;
  /** The chairs without the owner, who always has their rights. */
  chairs(): Iterable<string>;
  /** Whether a nick is one of these. */
  isRemovable(nick: string): boolean;
  /** Whether the bot would obey the speaker if the line were this command, with a suitable argument. */
  obeys(command: Command): boolean;
}

/** The moment before a line. Costs as much as replaying its block. */
export function momentAt(log: MeetingLog, line: number): Moment {
  const { text, sections, rules } = log;
  const index = text.blockAt(line);
  const [block, start] = [elementAt(text.blocks, index), elementAt(text.starts, index)];
  const part = sectionAt(sections, line)?.parts.find((one) => one.start === start);
  const running = part && runningBefore(block, part.stretch, line - start);
  return running ? within(running, block, line - start) : between(rules.isWholeLog === true);
}

/** Outside of meetings, anyone may start one, except in a log that is one. */
function between(isWholeLog: boolean): Moment {
  return {
    isRunning: false,
    vote: undefined,
    isChair: () => false,
    chairs: () => [],
    isRemovable: () => false,
    obeys: ({ effect }) => effect === 'start' && !isWholeLog,
  };
}

function within(running: RunningMeeting, block: Block, row: number): Moment {
  const { now, dialect, offset, depth } = running;
  const state = running.state();
  const isOpen = state.vote?.isOpen === true;
  const votes = mayVote(running, block.nick(row));
  return {
    isRunning: true,
    vote: isOpen && votes ? state.vote : undefined,
    isChair: (nick) => isKnownChair(running, nick),
    *chairs() {
      for (const [nick] of state.chairs.entries()) if (nick !== now.owner) yield nick;
    },
    isRemovable: (nick) => nick !== now.owner && state.chairs.get(nick) === true,
    obeys(command) {
      const { effect, argument, duringVote } = command;
      if (dialect.isWholeLog && (effect === 'start' || effect === 'end')) return false;
      if (duringVote && !isOpen) return false;
      if (effect === 'castVote' && !votes) return false;
      const { ignored } = take(new RunningMeeting(state, dialect, offset, depth), eventOf(command, block, row));
      // It is tried without an argument.
      return ignored === undefined || (ignored === 'invalid-vote' && argument !== undefined);
    },
  };
}

/** A command without an argument on a row, as the bot would read it. */
function eventOf(command: Command, block: Block, row: number): CommandEvent {
  const [word = ''] = command.words;
  const { textStart: start } = block.line(row);
  const end = start + word.length;
  const relay = block.relay(row);
  return {
    kind: 'command',
    line: row,
    time: block.time(row),
    hint: hintReader(block)(row),
    nick: block.nick(row),
    start,
    end,
    said: word,
    wordEnd: end,
    argumentStart: end,
    lineEnd: end,
    word,
    argument: '',
    isByOp: isByOp(block, row),
    command,
    answer: undefined,
    ...(relay !== undefined && { relay }),
  };
}
