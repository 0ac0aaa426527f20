import type { MeetingLog } from '../../meeting/meetingLog.js';
import type { Problem, ProblemCode } from '../../meeting/problems/problemTable.js';
import { addStart, comeInside, endMeeting, endMeetingBefore } from './boundaryFixes.js';
import type { Fix } from './fix.js';
import { joinWithAbove } from './joinFix.js';
import { reverseLines } from './reverseFix.js';
import { correctNick, makeChair, removeRefused, sayAsChair, takeListedChairs } from './rightsFixes.js';
import {
  assignScribed,
  correctOddAction,
  escapeLine,
  goOnWithItem,
  isScribed,
  joinUnread,
  removeEmpty,
  respell,
  sayMissing,
} from './scribeFixes.js';
import { swapLines } from './timeFixes.js';
import { addBallots, closeOpenVote, closeVote, correctVote, moveBallot } from './voteFixes.js';
import { completeLink, joinAbove, removeLine, replaceByMeant, sayFirst } from './wordFixes.js';

/** The fixes for a problem, most likely first; none if a person has to decide what was meant. */
export function fixesOf(log: MeetingLog, problem: Problem): Fix[] {
  return fixes[problem.code](log, problem);
}

const fixes: Readonly<Record<ProblemCode, (log: MeetingLog, problem: Problem) => Fix[]>> = {
  'unknown-command': replaceByMeant,
  'misplaced-command': sayFirst,
  'unrecognized-command': replaceByMeant,
  'glued-command': replaceByMeant,
  'not-chair': makeChair,
  'refused-command': removeRefused,
  'bridged-command': sayAsChair,
  'missing-argument': removeEmpty,
  'outside-meeting': comeInside,
  'meeting-already-started': endMeetingBefore,
  // Its layout is to be chosen or reported.
  'unread-log': () => [],
  'reversed-log': reverseLines,
  'missing-startmeeting': addStart,
  'restarted-meeting': (log, { line }) => joinWithAbove(log, line),
  'missing-endmeeting': endMeeting,
  'nothing-to-undo': (log, problem) => removeLine(log, problem, { preferred: true }),
  'invalid-link': (log, problem) =>
    problem.meant === undefined ? completeLink(log, problem) : replaceByMeant(log, problem),
  'unassigned-action': assignScribed,
  'unknown-nick': (log, problem) =>
    isScribed(log, problem) ? replaceByMeant(log, problem) : correctNick(log, problem),
  'chair-mismatch': takeListedChairs,
  'time-backwards': swapLines,
  'indented-command': replaceByMeant,
  'unread-line': (log, problem) => (isScribed(log, problem) ? joinUnread(log, problem) : joinAbove(log, problem)),
  'vote-not-open': moveBallot,
  'vote-already-open': closeOpenVote,
  'vote-not-closed': closeVote,
  'invalid-vote': correctVote,
  'vote-mismatch': addBallots,
  'failed-correction': respell,
  'odd-correction': respell,
  'misplaced-correction': (log, problem) => (problem.meant === undefined ? [] : respell(log, problem)),
  'odd-action': correctOddAction,
  'no-scribe': sayMissing,
  'unknown-scribe': replaceByMeant,
  'scribe-not-set': sayMissing,
  'misplaced-dots': goOnWithItem,
  'maybe-present': sayMissing,
  'not-a-speaker': (log, problem) => [...replaceByMeant(log, problem), ...escapeLine(log, problem)],
  'swallowed-line': escapeLine,
  'unclosed-block': sayMissing,
  'off-record': (log, problem) => removeLine(log, problem),
  'no-minutes': sayMissing,
  'minutes-outdated': sayMissing,
  'topic-lost': sayMissing,
  'doubled-topic': (log, problem) => removeLine(log, problem),
  'present-reset': sayMissing,
  'invalid-date': replaceByMeant,
  // They are in one file; whoever wants pages of their own splits it.
  'two-meetings': () => [],
};
