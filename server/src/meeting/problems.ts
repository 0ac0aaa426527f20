import type { Scope } from './findings.js';
import { type MeetingLog, perMeeting, stepsOf } from './meetingLog.js';
import type { Place, Section } from './model.js';
import { movedBy } from './moved.js';
import { sectionAt } from './resume.js';
import * as rules from './rules.js';
import * as voteRules from './voteRules.js';

/** How much harm a problem does. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What a rule finds: a place of the log and what is wrong there. */
export interface Finding extends Place {
  readonly message: string;
  /** Other places of the log that explain it. */
  readonly related?: readonly Related[];
  /** What was most likely meant: what should stand there instead. */
  readonly meant?: string;
}

export interface Related extends Place {
  readonly message: string;
}

/** Something a chair would want to know of. */
export interface Problem extends Finding {
  readonly code: ProblemCode;
}

interface Rule {
  /** Unless a setting changes it: error where minutes would not come to be, warning where the bot ignores what a person meant, information where the minutes are poorer than they could be. */
  readonly severity: Severity;
  /** What it is, for people who have to choose a severity. */
  readonly about: string;
  /** Whether the bot ignores what is there: an editor may fade it. */
  readonly ignored?: true;
  /** Whether it is found outside of meetings as well. */
  readonly outside?: true;
  readonly find: (scope: Scope) => Iterable<Finding>;
}

/** Every kind of problem by its stable code. */
const table = {
  'unknown-command': {
    severity: 'warning',
    about: 'A word after `#` that no bot knows, close to the name of a command.',
    outside: true,
    find: rules.unknownCommands,
  },
  'not-chair': {
    severity: 'warning',
    about: 'A command for chairs, given by somebody who is not a chair.',
    ignored: true,
    find: rules.notChair,
  },
  'missing-argument': {
    severity: 'information',
    about: 'A command without the text or the nicks that it needs.',
    find: rules.missingArguments,
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
  'missing-endmeeting': {
    severity: 'error',
    about: 'A meeting that nobody ended: a bot never writes its minutes.',
    find: rules.missingEnd,
  },
  'nothing-to-undo': {
    severity: 'warning',
    about: 'An `#undo` when the minutes hold no item.',
    ignored: true,
    find: rules.nothingToUndo,
  },
  'invalid-link': {
    severity: 'information',
    about: 'A `#link` without a URL.',
    find: rules.invalidLinks,
  },
  'unassigned-action': {
    severity: 'information',
    about: 'An `#action` that names nobody who is present.',
    find: rules.unassignedActions,
  },
  'unknown-nick': {
    severity: 'information',
    about: 'A nick after `#chair` or `#unchair` that is most likely another one, mistyped.',
    find: rules.unknownNicks,
  },
  'chair-mismatch': {
    severity: 'warning',
    about: 'The bot lists other chairs than the commands in the log give.',
    find: rules.chairMismatches,
  },
  'time-backwards': {
    severity: 'information',
    about: 'A line that is earlier than the line above it.',
    find: rules.timeBackwards,
  },
  'indented-command': {
    severity: 'warning',
    about: 'A command with blanks in front of it, which a bot takes for talk.',
    find: rules.indentedCommands,
  },
  'vote-not-open': {
    severity: 'warning',
    about: 'A vote, or the end of one, while no vote is open.',
    ignored: true,
    find: voteRules.votesNotOpen,
  },
  'vote-already-open': {
    severity: 'warning',
    about: 'A vote that is opened while another is.',
    ignored: true,
    find: voteRules.votesAlreadyOpen,
  },
  'vote-not-closed': {
    severity: 'warning',
    about: 'A vote that nobody closed: it leaves no result.',
    find: voteRules.votesNotClosed,
  },
  'invalid-vote': {
    severity: 'warning',
    about: 'A vote for none of the options, or one that the bot cannot open or close.',
    ignored: true,
    find: voteRules.invalidVotes,
  },
  'vote-mismatch': {
    severity: 'warning',
    about: 'The bot counts other votes than the log shows.',
    find: voteRules.voteMismatches,
  },
} as const satisfies Record<string, Rule>;

export type ProblemCode = keyof typeof table;

export const problemTable: Readonly<Record<ProblemCode, Rule>> = table;

export const problemCodes = Object.keys(table) as readonly ProblemCode[];

/** Every problem of a log, in the order of its lines. */
export function problems(log: MeetingLog): Problem[] {
  return problemsBySection(log).flat();
}

/**
 * The same, in a list for each section that has problems. A list stays the same object as long as no edit touches the section or those beside it,
 * or moves it.
 */
export function problemsBySection(log: MeetingLog): (readonly Problem[])[] {
  const all: (readonly Problem[])[] = [];
  for (const [index, { meeting }] of log.sections.entries()) {
    const found = meeting ? problemsOf(log, meeting) : problemsBetween(log, index);
    if (found.length > 0) all.push(found);
  }
  return all;
}

/** The problems of one meeting, which no edit elsewhere changes. */
const problemsOf = perMeeting((log, meeting) => {
  const section = sectionAt(log.sections, meeting.startLine);
  return findAll({ ...log, meetings: [meeting], own: section ? stepsOf(section) : [], running: meeting });
}, moved);

interface Between {
  readonly start: number;
  readonly beside: readonly unknown[];
  readonly found: readonly Problem[];
}

const between = new WeakMap<Section['steps'], Between>();

/** The problems of what lies between two meetings, to which they point. */
function problemsBetween(log: MeetingLog, index: number): readonly Problem[] {
  const section = log.sections[index] as Section;
  const { start, steps } = section;
  if (steps.length === 0) return [];
  const meetings = [log.sections[index - 1], log.sections[index + 1]].flatMap((one) => one?.meeting ?? []);
  const beside = meetings.map(({ views }) => views);
  const known = between.get(steps);
  const isKnown = known?.beside.length === beside.length && known.beside.every((views, at) => views === beside[at]);
  if (isKnown && known.start === start) return known.found;
  const found = isKnown
    ? moved(known.found, start - known.start)
    : findAll({ ...log, meetings, own: stepsOf(section), running: undefined });
  between.set(steps, { start, beside, found });
  return found;
}

function findAll(scope: Scope): readonly Problem[] {
  const codes = problemCodes.filter((code) => scope.running || problemTable[code].outside);
  return codes
    .flatMap((code) => Array.from(problemTable[code].find(scope), (finding) => ({ code, ...finding })))
    .sort((a, b) => a.line - b.line || a.start - b.start);
}

/** Problems that an edit above them has moved by some lines. */
function moved(found: readonly Problem[], by: number): readonly Problem[] {
  return found.map((problem) => ({
    ...movedBy(problem, by),
    ...(problem.related && { related: problem.related.map((place) => movedBy(place, by)) }),
  }));
}
