import { groupBy } from '../../log/groups.js';
import { perObject } from '../../log/text/perBlock.js';
import type { MeetingLog } from '../meetingLog.js';
import type { Meeting } from '../model.js';
import { sectionAt } from '../sections.js';
import { firstNotAbove, lastUpTo } from '../sorted.js';
import type { Change, Correction } from './corrections.js';
import { withoutTrailingSpaces } from './labels.js';
import { nickKey } from './nameLists.js';
import type { Scribed } from './readScribed.js';
import type { ChatRecord } from './record.js';
import type { Role, RoleChange } from './roster.js';
import type { Rule, Shown } from './shown.js';

/* A line of a meeting with a scribe, for everything that is about a place in it. Lines of records count from the meeting's first. */

/** What a correction did to a line. */
export interface AppliedChange {
  readonly correction: Correction;
  readonly change: Change;
}

/** What is known about a line of a meeting with a scribe. */
export interface ScribedLine {
  readonly meeting: Meeting;
  readonly scribed: Scribed;
  /** The line, counted from the meeting's first. */
  readonly row: number;
  /** What is said on it, after all corrections. */
  readonly record: ChatRecord;
  readonly rule: Rule;
  /** What it shows in the minutes, or what it goes on with; undefined if it shows nothing. */
  readonly shown: Shown | undefined;
  /** Whether that begins on an earlier line. */
  readonly isContinuation: boolean;
  /** The correction that it is. */
  readonly correction: Correction | undefined;
  /** What corrections changed on it, in order, or inserted in front of it. */
  readonly changes: readonly AppliedChange[];
}

/** What goes on below, by the rows of those lines. */
const continued = perObject(({ state }: Scribed) => {
  const byRow = new Map<number, Shown>();
  for (const one of state.shown) for (const { place } of one.lines.slice(1)) byRow.set(place.line, one);
  return byRow;
});

/** What corrections did, by the rows of what they changed. */
const changesByRow = perObject(({ corrections }: Scribed) => {
  const applied = corrections.flatMap((correction) => correction.changes.map((change) => ({ correction, change })));
  return groupBy(applied, ({ change }) => lineOf(change.target));
});

/** The line on which a record is, or in front of which it was inserted. */
export function lineOf({ line, at }: ChatRecord): number {
  return at ?? line;
}

/** The meeting with a scribe that a line belongs to, up to the next meeting; undefined if it belongs to none. */
export function scribedMeetingAt({ sections }: MeetingLog, line: number): Meeting | undefined {
  const meeting = sectionAt(sections, line)?.meeting;
  return meeting?.scribed && line >= meeting.startLine ? meeting : undefined;
}

/**
 * What is known about a line; undefined if no message of a meeting with a scribe begins on it. Finding it takes a binary search;
 * what needs a view of the whole meeting is made when it is first read, and anew only after an edit of the meeting.
 */
export function scribedLine(log: MeetingLog, line: number): ScribedLine | undefined {
  const meeting = scribedMeetingAt(log, line);
  const scribed = meeting?.scribed;
  if (!scribed) return undefined;
  const row = line - meeting.startLine;
  const { records, shown } = scribed.state;
  let index = firstNotAbove(records, row, lineOf);
  while (records[index]?.isInserted && records[index]?.at === row) index++;
  const record = records[index];
  const rule = scribed.rules[index];
  if (record?.line !== row || !rule) return undefined;
  const own = shown[firstNotAbove(shown, index, indexOfShown)];
  const isOwn = own?.index === index;
  return {
    meeting,
    scribed,
    row,
    record,
    rule,
    get shown() {
      return isOwn ? own : continued(scribed).get(row);
    },
    get isContinuation() {
      return !isOwn && continued(scribed).has(row);
    },
    get correction() {
      const found = scribed.corrections[firstNotAbove(scribed.corrections, row, (one) => one.record.line)];
      return found?.record.line === row ? found : undefined;
    },
    get changes() {
      return changesByRow(scribed).get(row) ?? [];
    },
  };
}

function indexOfShown({ index }: Shown): number {
  return index;
}

/** In the order of lines: those of inserted records have the lines of their corrections. */
const roleChanges = perObject(({ state }: Scribed) => state.roster.changes.toSorted((a, b) => a.line - b.line));

const changesByName = perObject((scribed: Scribed) =>
  groupBy(roleChanges(scribed), ({ role, name }) => keyOf(role, name)),
);

function keyOf(role: Role, name: string): string {
  return `${role} ${nickKey(name)}`;
}

/** How someone got or lost a role last, up to a row; undefined if they never had it. Names are compared as nicks are. */
export function roleChange(scribed: Scribed, role: Role, name: string, row: number): RoleChange | undefined {
  return lastUpTo(changesByName(scribed).get(keyOf(role, name)) ?? [], row);
}

/** Who has a role after a row. */
export function namesWith(scribed: Scribed, role: Role, row: number): string[] {
  const last = new Map<string, RoleChange>();
  const changes = roleChanges(scribed);
  for (const change of changes.slice(
    0,
    firstNotAbove(changes, row + 1, ({ line }) => line),
  )) {
    if (change.role === role) last.set(nickKey(change.name), change);
  }
  return [...last.values()].filter(({ on }) => on).map(({ name }) => name);
}

/** Who scribed last, after each change of scribes. */
const lastScribes = perObject((scribed: Scribed) => {
  const current = new Set<string>();
  return roleChanges(scribed)
    .filter(({ role }) => role === 'scribe')
    .map(({ line, name, on }) => {
      current.delete(name);
      if (on) current.add(name);
      return { line, scribe: [...current].at(-1) };
    });
});

/** Who scribes when a row is said: of several, the one who was added last. */
export function scribeAt(scribed: Scribed, row: number): string | undefined {
  return lastUpTo(lastScribes(scribed), row)?.scribe;
}

/** The most paragraphs above a line that are searched for what it goes on with. */
const mostSearched = 500;

/** What a line that begins with dots goes on with: of a speech that others interrupted, its part above. */
export function goesOnWith({ scribed, shown, isContinuation, rule }: ScribedLine): Shown | undefined {
  if (isContinuation || !shown) return shown;
  const all = scribed.state.shown;
  const at = firstNotAbove(all, shown.index, indexOfShown);
  const above = rule === 'speech-continuation' ? all.slice(Math.max(0, at - mostSearched), at) : [];
  return above.findLast(({ speaker, nick }) => speaker === shown.speaker && nick === shown.nick);
}

/** Those for whom the scribe wrote, by nick key: as first written, and in how many lines. */
const minuted = perObject(({ state }: Scribed) => {
  const speakers = new Map<string, { readonly name: string; lines: number }>();
  for (const { speaker, lines } of state.shown) {
    if (speaker === undefined) continue;
    const known = speakers.get(nickKey(speaker));
    if (known) known.lines += lines.length;
    else speakers.set(nickKey(speaker), { name: speaker, lines: lines.length });
  }
  return speakers;
});

/** How many lines the scribe wrote down for someone. */
export function linesMinuted(scribed: Scribed, name: string): number {
  return minuted(scribed).get(nickKey(name))?.lines ?? 0;
}

/** Those for whom the scribe wrote, in order of appearance. */
export function* speakersMinuted(scribed: Scribed): Generator<string> {
  for (const { name } of minuted(scribed).values()) yield name;
}

/** What people added to the agenda, and when the queue keeper took it up: rows by text. */
export const agendaRows = perObject(({ state, rules }: Scribed) => {
  const added = new Map<string, ChatRecord>();
  const taken = new Map<string, ChatRecord>();
  for (const [index, record] of state.records.entries()) {
    const rule = rules[index];
    if (rule === 'queue-command') {
      const text = addedIn(record.text);
      if (text && !added.has(text)) added.set(text, record);
    }
  }
  for (const { kind, record, lines, index } of state.shown) {
    const text = lines[0]?.text.trim();
    if (kind === 'topic' && rules[index] === 'queue-keeper-topic' && text && !taken.has(text)) taken.set(text, record);
  }
  return { added, taken };
});

/** What a command to the queue keeper adds to the agenda. */
export function addedIn(text: string): string | undefined {
  const start = /^ *agenda *\+ */i.exec(text)?.[0].length;
  return start === undefined ? undefined : withoutTrailingSpaces(text.slice(start));
}
