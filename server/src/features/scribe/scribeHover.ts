import { assigneesIn } from '../../meeting/assignees.js';
import { agendaKeeper, isScribeBot, queueKeeper, recorder, tracker } from '../../meeting/dialects/scribeBots.js';
import { listed, named, quoted } from '../../meeting/listed.js';
import type { MeetingLog } from '../../meeting/meetingLog.js';
import type { Meeting } from '../../meeting/model.js';
import type { Correction } from '../../meeting/scribe/corrections.js';
import { labelFaults } from '../../meeting/scribe/labelHelp.js';
import type { Role } from '../../meeting/scribe/roster.js';
import {
  addedIn,
  agendaRows,
  goesOnWith,
  linesMinuted,
  namesWith,
  roleChange,
  type ScribedLine,
  scribedLine,
} from '../../meeting/scribe/scribedLine.js';
import { shownText } from '../../meeting/scribe/scribeMeeting.js';
import type { Rule, ShownKind } from '../../meeting/scribe/shown.js';
import { escapeForHover } from '../../minutes/escape/markdownDoor.js';
import { count, timeAt } from '../describe.js';
import { labelOn, lineOfRecord, roleBy, type ScribedTarget } from './scribeTarget.js';

/* Hovers that only meetings with a scribe have. Each is a list of paragraphs in Markdown. */

type Paragraphs = (string | undefined)[];

/** What is known about a label, a correction, dots, or a line that something was done to. */
export function scribedCard(log: MeetingLog, { part, place: { line }, on }: ScribedTarget): Paragraphs {
  switch (part) {
    case 'label':
      return labelCard(log, line, on);
    case 'correction':
      return on.correction ? correctionCard(on, on.correction) : [];
    case 'dots':
      return [dotsText(on)];
    default:
      return [];
  }
}

function labelCard(log: MeetingLog, line: number, on: ScribedLine): Paragraphs {
  const label = labelOn(log, line, on);
  if (!label?.help) return [];
  const { word, argument, help } = label.help;
  return [
    `**${escapeForHover(word)}** *${argument}*`,
    help,
    labelFaults[on.rule] ?? labelEffect(log, on, roleBy(label)),
  ];
}

const roleTitles: Readonly<Record<Role, string>> = {
  present: 'Present',
  regrets: 'Regrets',
  chair: 'Chairs',
  scribe: 'Scribes',
};

/** What a label did at its place. */
function labelEffect(log: MeetingLog, { meeting, scribed, row, rule, shown }: ScribedLine, role?: Role) {
  if (role) {
    const names = namesWith(scribed, role, row);
    return `${roleTitles[role]} after this line: ${names.length > 0 ? listed(names, shownName) : 'nobody'}`;
  }
  if (rule === 'meeting' && scribed.state.title?.place.line !== row) return 'A later line sets another title.';
  if (rule === 'date' && scribed.state.date?.place.line !== row) return 'A later line sets another date.';
  if (rule !== 'action' || !shown) return undefined;
  const people = assigneesIn(log, meeting, shownText(shown));
  return people.length > 0 ? `For ${listed(people, shownName)}` : 'For nobody who is known here.';
}

function shownName(name: string): string {
  return escapeForHover(named(name));
}

function correctionCard(on: ScribedLine, correction: Correction): Paragraphs {
  const { changes, command, isTooMuch, record, old } = correction;
  const head = `**Correction** by ${shownName(record.nick)}`;
  const [first] = changes;
  if (!first) return [head, isTooMuch ? 'Not applied: it would write too much.' : whyFailed(correction, old)];
  const line = lineOfRecord(on, first.target) + 1;
  if (command === 'i') return [head, `Inserts above line ${line}: ${said(first.after)}`];
  const more = changes.length - 1;
  const where = more > 0 ? `line ${line} and ${count(more, 'more line')}` : `line ${line}`;
  return [head, `Changes ${where}: ${change(first.before ?? '', first.after)}`];
}

function whyFailed({ flag }: Correction, old: string): string {
  if (old === '') return 'Not applied: it does not say what to replace.';
  return `Not applied: ${said(old)} is ${flag === 'G' ? 'nowhere in the meeting' : 'not in any line above'}.`;
}

function said(text: string): string {
  return escapeForHover(quoted(text));
}

/** A text before and after a correction: of long ones, what is around the difference. */
function change(before: string, after: string): string {
  let same = 0;
  while (same < before.length && before[same] === after[same]) same++;
  const from = same > around ? same - around : 0;
  const cut = (text: string) => said(from === 0 ? text : `…${text.slice(from).toWellFormed()}`);
  return `${cut(before)} → ${cut(after)}`;
}

/** How many characters before a difference are shown. */
const around = 40;

/** The most corrections of a line that are told. */
const mostChanges = 5;

/** Who is told something by lines that are read so. */
const toldTo: Partial<Readonly<Record<Rule, string>>> = {
  'queue-command': queueKeeper,
  'to-recorder': recorder,
  'to-tracker': tracker,
  'to-agenda-keeper': agendaKeeper,
};

/** What corrections did to a line, and when its agenda item was added or taken up. */
export function linesAbout(log: MeetingLog, line: number): Paragraphs {
  const on = scribedLine(log, line);
  if (!on) return [];
  const { changes, record } = on;
  const own = changes.filter(({ change: { target, before } }) => before === undefined || target === record);
  const paragraphs = own.slice(0, mostChanges).map(({ correction, change: { before, after } }) => {
    const by = `by ${shownName(correction.record.nick)}${place(log, lineOfRecord(on, correction.record))}`;
    return before === undefined
      ? `Inserted above it ${by}: ${said(after)}`
      : `Corrected ${by}: ${change(before, after)}`;
  });
  if (own.length > mostChanges) paragraphs.push(`… and ${count(own.length - mostChanges, 'more correction')}`);
  const told = toldTo[on.rule];
  return [
    ...paragraphs,
    told === undefined || isScribeBot(record.nick) ? undefined : `A command to ${told}, which the minutes leave out.`,
    agendaNote(log, on),
  ];
}

function agendaNote(log: MeetingLog, on: ScribedLine): string | undefined {
  const { record, rule, scribed, shown } = on;
  const { added, taken } = agendaRows(scribed);
  const wanted = rule === 'queue-command' ? addedIn(record.text) : undefined;
  if (wanted) {
    const by = taken.get(wanted);
    return by ? `Taken up${place(log, lineOfRecord(on, by))}` : 'Never taken up.';
  }
  const by = rule === 'queue-keeper-topic' ? added.get(shown?.lines[0]?.text.trim() ?? '') : undefined;
  return by && `Added to the agenda by ${shownName(by.nick)}${place(log, lineOfRecord(on, by))}`;
}

function place(log: MeetingLog, line: number): string {
  const time = timeAt(log, line);
  return `${time && ` at ${time}`} in line ${line + 1}`;
}

const kindNames: Partial<Readonly<Record<ShownKind, string>>> = {
  topic: 'the topic',
  subtopic: 'the subtopic',
  action: 'the action item',
  resolution: 'the decision',
  issue: 'the issue',
  narration: 'the narration',
};

/** What a line that begins with dots goes on with. */
function dotsText(on: ScribedLine): string {
  const above = goesOnWith(on);
  if (!above) return 'There is nothing of the same person that these dots could go on with.';
  const what =
    above.speaker === undefined ? (kindNames[above.kind] ?? 'what is') : `what ${shownName(above.speaker)} said`;
  return `Goes on with ${what} in line ${lineOfRecord(on, above.record) + 1}: ${said(above.lines[0]?.text ?? '')}`;
}

const roleNames = {
  chair: ['chair', 'no longer a chair'],
  scribe: ['scribe', 'no longer scribe'],
  present: ['present', 'no longer listed as present'],
  regrets: ['sent regrets', 'no longer among the regrets'],
} as const satisfies Record<Role, readonly [on: string, off: string]>;

/** The roles of someone at a line: `scribe since 10:02:00, present since 10:01:00`. */
export function rolesText(log: MeetingLog, meeting: Meeting, nick: string, line: number): string | undefined {
  const { scribed } = meeting;
  if (!scribed) return undefined;
  const row = line - meeting.startLine;
  const texts = (['chair', 'scribe', 'present', 'regrets'] as const).flatMap((role) => {
    const last = roleChange(scribed, role, nick, row);
    if (!last) return role === 'present' ? ['not listed as present'] : [];
    const isGuess = role === 'scribe' && scribed.isScribeGuessed;
    const since = timeAt(log, meeting.startLine + last.line);
    const when = last.on && last.line === 0 && role === 'scribe' ? 'from the start' : since && `since ${since}`;
    const name = roleNames[role][last.on ? 0 : 1];
    return [[name, when, isGuess && '(a guess: nobody says who scribes)'].filter(Boolean).join(' ')];
  });
  return texts.join(', ');
}

/** How much the scribe wrote down for someone; undefined if that is nothing. */
export function minutedText({ scribed }: Meeting, name: string): string | undefined {
  const lines = scribed ? linesMinuted(scribed, name) : 0;
  return lines === 0 ? undefined : `Minuted as speaking in ${count(lines, 'line')}`;
}
