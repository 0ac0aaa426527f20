import type { ProblemKind } from './problemKind.js';
import * as blockRules from './scribed/blockRules.js';
import * as correctionHits from './scribed/correctionHits.js';
import * as correctionRules from './scribed/correctionRules.js';
import * as dateRules from './scribed/dateRules.js';
import * as formRules from './scribed/formRules.js';
import * as minutesRules from './scribed/minutesRules.js';
import * as nameRules from './scribed/nameRules.js';
import * as scribeRules from './scribed/scribeRules.js';
import * as speechRules from './scribed/speechRules.js';

/** The kinds of problems that only meetings with a scribe have, by their stable code. */
export const scribedProblems = {
  'failed-correction': {
    severity: 'warning',
    about: 'A correction such as `s/old/new/` whose old text is nowhere above.',
    findInScribed: correctionRules.failedCorrections,
  },
  'odd-correction': {
    severity: 'information',
    about: 'A correction in a form that is read otherwise than it looks.',
    findInScribed: correctionRules.oddCorrections,
  },
  'misplaced-correction': {
    severity: 'information',
    about: 'A correction that changes a label, a part of another word, or a line that was not meant.',
    findInScribed: correctionHits.misplacedCorrections,
  },
  'odd-action': {
    severity: 'information',
    about: 'A line that is taken for an action because it begins with that word, such as `Action items: none`.',
    findInScribed: formRules.oddActions,
  },
  'no-scribe': {
    severity: 'warning',
    about: 'A meeting with labels in which no line says who scribes.',
    findInScribed: scribeRules.missingScribe,
  },
  'unknown-scribe': {
    severity: 'warning',
    about: 'A scribe who says nothing, or who is named in a form that is not read.',
    findInScribed: scribeRules.unknownScribes,
  },
  'scribe-not-set': {
    severity: 'information',
    about: 'Someone who writes down what others say and is not a scribe.',
    findInScribed: scribeRules.scribesNotSet,
  },
  'misplaced-dots': {
    severity: 'warning',
    about: 'A line with dots below an item of the scribe’s, which goes on with the last speaker.',
    findInScribed: speechRules.misplacedDots,
  },
  'maybe-present': {
    severity: 'information',
    about: 'Someone who speaks and is not listed as present.',
    findInScribed: speechRules.maybePresent,
  },
  'not-a-speaker': {
    severity: 'information',
    about: 'Something before a colon that is taken for a speaker.',
    findInScribed: speechRules.notSpeakers,
  },
  'swallowed-line': {
    severity: 'warning',
    about: 'Talk that is left out of the minutes as if it were a command to a bot.',
    findInScribed: speechRules.swallowedLines,
  },
  'unclosed-block': {
    severity: 'warning',
    about: 'A block of lines to be taken as they are that is never closed, or only much later.',
    findInScribed: blockRules.unclosedBlocks,
  },
  'off-record': {
    severity: 'warning',
    about: 'A line that begins with `[off]` or `/me`, which the minutes show nevertheless.',
    findInScribed: speechRules.offRecord,
  },
  'no-minutes': {
    severity: 'error',
    about: 'A meeting that a bot records, and of which it makes no minutes.',
    findInScribed: minutesRules.missingMinutes,
  },
  'minutes-outdated': {
    severity: 'information',
    about: 'Lines for the minutes after these were asked for the last time.',
    findInScribed: minutesRules.outdatedMinutes,
  },
  'topic-lost': {
    severity: 'information',
    about: 'An agenda item that is taken up without a topic in the log.',
    findInScribed: minutesRules.lostTopics,
  },
  'doubled-topic': {
    severity: 'information',
    about: 'A topic that a bot and a person set, or that is set twice.',
    findInScribed: minutesRules.doubledTopics,
  },
  'present-reset': {
    severity: 'information',
    about: 'A `Present:` that takes names off the list.',
    findInScribed: nameRules.presentReset,
  },
  'invalid-date': {
    severity: 'warning',
    about: 'A `Date:` that is not read, or that differs from another one of the meeting.',
    findInScribed: dateRules.invalidDates,
  },
  'two-meetings': {
    severity: 'hint',
    about: 'A log of several meetings, of which scribe.perl would make one page.',
    findInLog: minutesRules.severalMeetings,
  },
} as const satisfies Record<string, ProblemKind>;
