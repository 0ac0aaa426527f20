import * as botRules from './botRules.js';
import * as pairRules from './pairRules.js';
import type { Finding } from './problem.js';
import type { ProblemKind } from './problemKind.js';
import { reversedLog } from './reversedLogRule.js';
import * as rules from './rules.js';
import * as formRules from './scribed/formRules.js';
import * as labelRules from './scribed/labelRules.js';
import * as nameRules from './scribed/nameRules.js';
import { unreadByScribePerl } from './scribed/unreadRules.js';
import { scribedProblems } from './scribedProblems.js';
import * as slipRules from './slipRules.js';
import * as strayRules from './strayRules.js';
import { unreadLog } from './unreadLogRule.js';
import * as voteRules from './voteRules.js';
import * as wrapRules from './wrapRules.js';

/** Something that a chair would want to know about. */
export interface Problem extends Finding {
  readonly code: ProblemCode;
}

/** Every kind of problem, by its stable code. */
const table = {
  'unknown-command': {
    severity: 'warning',
    about: 'A word after `#` or a label that is not known, but close to one that is.',
    outside: true,
    find: slipRules.unknownCommands,
    findInScribed: labelRules.unknownLabels,
  },
  'misplaced-command': {
    severity: 'warning',
    about: 'A command that is not the first thing said, which bots ignore.',
    outside: true,
    find: strayRules.misplacedCommands,
  },
  'unrecognized-command': {
    severity: 'warning',
    about: 'Something that looks like a command to people, but not to the bot.',
    outside: true,
    find: strayRules.unrecognizedCommands,
    findInScribed: formRules.unreadForms,
  },
  'glued-command': {
    severity: 'information',
    about: 'Punctuation directly after a command, which the bot records too.',
    find: strayRules.gluedCommands,
  },
  'not-chair': {
    severity: 'warning',
    about: 'A command for chairs, given by someone who is not a chair.',
    ignored: true,
    find: rules.notChair,
  },
  'refused-command': {
    severity: 'warning',
    about: 'A command that the bot refused.',
    ignored: true,
    outside: true,
    find: botRules.refusedCommands,
  },
  'bridged-command': {
    severity: 'warning',
    about: 'A command that came through a bridge, so that the bot did not hear it.',
    ignored: true,
    find: botRules.unheardCommands,
  },
  'missing-argument': {
    severity: 'information',
    about: 'A command without the text, the nicks or the URL that it needs.',
    find: rules.missingArguments,
    findInScribed: labelRules.emptyLabels,
  },
  'outside-meeting': {
    severity: 'warning',
    about: 'A command while no meeting is running.',
    ignored: true,
    outside: true,
    find: rules.outsideMeeting,
  },
  'meeting-already-started': {
    severity: 'warning',
    about: 'A `#startmeeting` while a meeting is running.',
    ignored: true,
    find: rules.alreadyStarted,
  },
  'unread-log': {
    severity: 'error',
    about: 'A log that is not read, or less than half of it: no layout is known that reads it.',
    findInLog: unreadLog,
  },
  'reversed-log': {
    severity: 'error',
    about: 'A log whose newest line is the first.',
    findInLog: reversedLog,
  },
  'missing-startmeeting': {
    severity: 'information',
    about: 'A meeting that a bot recorded, whose start is not in the log.',
    findInMeeting: botRules.missingStart,
  },
  'restarted-meeting': {
    severity: 'information',
    about: 'A meeting that was ended and started anew within ten minutes.',
    findInPair: pairRules.restartedMeetings,
  },
  'missing-endmeeting': {
    severity: 'error',
    about: 'A meeting that is never ended: the bot writes no minutes.',
    findInMeeting: rules.missingEnd,
  },
  'nothing-to-undo': {
    severity: 'warning',
    about: 'An `#undo` while the minutes have no items.',
    ignored: true,
    find: rules.nothingToUndo,
  },
  'invalid-link': {
    severity: 'information',
    about: 'A `#link` without a URL, or an `Agenda:` with more than one.',
    find: rules.invalidLinks,
    findInScribed: labelRules.invalidAddresses,
  },
  'unassigned-action': {
    severity: 'information',
    about: 'An action that names no one present.',
    find: rules.unassignedActions,
    findInScribed: labelRules.unownedActions,
  },
  'unknown-nick': {
    severity: 'information',
    about: 'A nick after `#chair`, `#unchair` or `present-` that is probably mistyped.',
    find: rules.unknownNicks,
    findInScribed: nameRules.unknownNames,
  },
  'chair-mismatch': {
    severity: 'warning',
    about: "The bot's list of chairs differs from what the commands in the log give.",
    find: rules.chairMismatches,
  },
  'time-backwards': {
    severity: 'information',
    about: 'A line with an earlier time than the line above it.',
    findInMeeting: rules.timeBackwards,
  },
  'indented-command': {
    severity: 'warning',
    about: 'A command after leading spaces, which bots ignore.',
    find: rules.indentedCommands,
  },
  'unread-line': {
    severity: 'information',
    about: 'A line below an item that fits no line of the layout, or on which scribe.perl gives up.',
    findInMeeting: wrapRules.unreadLines,
    findInLog: unreadByScribePerl,
  },
  'vote-not-open': {
    severity: 'warning',
    about: 'A vote, or the end of one, while no vote is open.',
    ignored: true,
    find: voteRules.votesNotOpen,
  },
  'vote-already-open': {
    severity: 'warning',
    about: 'A vote that is opened while another one is open.',
    ignored: true,
    find: voteRules.votesAlreadyOpen,
  },
  'vote-not-closed': {
    severity: 'warning',
    about: 'A vote that is never closed, so it has no result.',
    findInMeeting: voteRules.votesNotClosed,
  },
  'invalid-vote': {
    severity: 'warning',
    about: 'A vote for something that is not an option, or one that the bot cannot open or close.',
    ignored: true,
    find: voteRules.invalidVotes,
  },
  'vote-mismatch': {
    severity: 'warning',
    about: "The bot's count of votes differs from the votes in the log.",
    find: voteRules.voteMismatches,
  },
  ...scribedProblems,
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof table;

export const problemTable: Readonly<Record<ProblemCode, ProblemKind>> = table;

export const problemCodes = Object.keys(table) as readonly ProblemCode[];
