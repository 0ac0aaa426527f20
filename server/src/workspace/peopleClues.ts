import { speakers } from '../log/facts/speakers.js';
import { isSpokenKind } from '../log/logLine.js';
import { blockEvents, type NickEvent } from '../meeting/events.js';
import { stemOf } from '../meeting/identity.js';
import { shortName } from '../meeting/knownNames.js';
import { type MeetingLog, textAt } from '../meeting/meetingLog.js';
import { folded } from '../meeting/nameWords.js';
import { toldNames } from '../meeting/toldNames.js';

/** What one log shows about who is who: plain data that owes nothing to the log. */
export interface PeopleClues {
  /** The log: its path or URI. */
  readonly log: string;
  /** Everyone who spoke in it, except bots, in the order of their first line. */
  readonly nicks: readonly string[];
  readonly changes: readonly NickChange[];
  readonly names: readonly NickName[];
}

/** A change of nick. Lines are 1-based. */
export interface NickChange {
  readonly from: string;
  readonly to: string;
  readonly line: number;
}

/** A full name of someone. */
export interface NickName {
  readonly nick: string;
  readonly name: string;
}

/** So many clues of a kind are taken from a log. */
const mostClues = 1_000;

/** What a log, which is called `name` in messages, shows about who is who. */
export function peopleClues(log: MeetingLog, name: string): PeopleClues {
  const { text, meetings } = log;
  const bots = new Set(meetings.map(({ bot }) => bot));
  const nicks = speakers(text, 0, text.lineCount - 1)
    .map(({ nick }) => nick)
    .filter((nick) => !bots.has(nick))
    .slice(0, mostClues);
  return { log: name, nicks, changes: changesIn(log), names: namesIn(log, nicks) };
}

/** Between nicks of one stem, a change shows nothing new. */
function changesIn({ text }: MeetingLog): NickChange[] {
  const found: NickChange[] = [];
  for (const { block, start } of text.parts(0, text.lineCount - 1)) {
    const changes = blockEvents(block).filter((event): event is NickEvent => event.kind === 'nick');
    for (const { line, nick, to } of changes) {
      if (stemOf(nick) !== stemOf(to)) found.push({ from: nick, to, line: start + line + 1 });
    }
    if (found.length >= mostClues) break;
  }
  return found.slice(0, mostClues);
}

/** The full names that a bot told, that people gave themselves, and that are before nicks in a list of those present. */
function namesIn(log: MeetingLog, nicks: readonly string[]): NickName[] {
  const spoke = new Map(
    nicks.flatMap((nick) => [nick, shortName(nick) ?? []].flat().map((one) => [folded(one), nick])),
  );
  const names = log.meetings.flatMap((meeting) => [
    ...[...toldNames(log, meeting), ...meeting.aliases].map(([name, nick]) => ({ name: plainName(name), nick })),
    ...listedNames(log, meeting.startLine, meeting.lastLine),
  ]);
  return names.slice(0, mostClues).flatMap(({ name, nick }) => {
    const own = spoke.get(folded(nick));
    return own !== undefined && isFullName(name) ? [{ nick: own, name }] : [];
  });
}

const heading = /^\s*(?:present|attendees|attendance|in attendance|participants|roll call)\s*:/i;

/** `Present: Ann Lee (ann), Bob Ray (bob)` */
function listedNames(log: MeetingLog, from: number, to: number): NickName[] {
  const found: NickName[] = [];
  for (let line = from; line <= to; line++) {
    const { kind, textStart: start, textEnd: end } = log.text.read(line);
    if (!isSpokenKind(kind) || end - start > 1_000) continue;
    const said = textAt(log, { line, start, end });
    if (!heading.test(said)) continue;
    for (const part of said.replace(heading, '').split(/[,;]/)) {
      const [, name = '', nick = ''] = /^([^()]{1,80}?)\s*\(([^\s()]{1,64})\)$/.exec(part.trim()) ?? [];
      if (nick) found.push({ name, nick });
    }
  }
  return found;
}

/** Without pronouns, companies and the like behind it. */
function plainName(name: string): string {
  return name.replace(/(?:[([,/|]|\s[-–—]\s).*$/s, '').trim();
}

/** Whether a name is that of a person: two to four words, each with a capital letter first, except for “de” and “van”. */
function isFullName(name: string): boolean {
  return /^\p{Lu}[\p{L}.'’-]{0,40}(?: (?:\p{Lu}[\p{L}.'’-]{0,40}|\p{Ll}{2,3})){1,3}$/u.test(name);
}
