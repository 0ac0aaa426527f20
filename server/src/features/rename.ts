import {
  type AnnotatedTextEdit,
  LSPErrorCodes,
  type Position,
  type PrepareRenameResult,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { readLine } from '../log/layouts/layout.js';
import type { Place } from '../log/place.js';
import type { Steps } from '../log/steps.js';
import { isScribeBot } from '../meeting/dialects/scribeBots.js';
import { namesOfNick, nicksOf } from '../meeting/identity.js';
import { shortName } from '../meeting/knownNames.js';
import { type MeetingLog, meetingAt, textAt } from '../meeting/meetingLog.js';
import { allNamePlaces, type NamePlace } from '../meeting/names.js';
import { cleanText } from '../minutes/escape/clean.js';
import type { Abilities } from './abilities.js';
import { type FoundPerson, personAt } from './person.js';
import { rangeOf } from './positions.js';
import { type PersonTarget, targetAtCursor } from './target.js';
import { type Versioned, workspaceEdit } from './workspaceEdit.js';

/** The range and the nick to rename. Throws a ResponseError that says why if there is none at the position. */
export function* prepareRename(log: MeetingLog, position: Position): Steps<PrepareRenameResult> {
  const { target, person } = yield* renamedAt(log, position);
  return { range: rangeOf(target.place), placeholder: person.nick };
}

/**
 * Renames a nick wherever it is written: where its owner speaks, joins and leaves, after commands, in the bot's lists, and where
 * it is mentioned by word; other nicks of the same person remain. Throws a ResponseError that says why for anything but a nick,
 * and for a name that cannot be one. If someone else has the name, clients with annotations ask before they merge the two.
 */
export function* rename(
  log: MeetingLog,
  document: Versioned,
  position: Position,
  newName: string,
  abilities: Abilities,
): Steps<WorkspaceEdit> {
  const { person } = yield* renamedAt(log, position);
  const to = newName.trim();
  const places = yield* allNamePlaces(log.text, person.searched);
  const names = ownNames(person);
  const own = places.filter((place) => names.has(textAt(log, place).toLowerCase()) || isColumnOf(log, place, names));
  const fault = nameFault(log, person, to) ?? (own.every((place) => isReadAs(log, place, to)) ? undefined : unreadable);
  if (fault !== undefined) refuse(`${shownName(to)} cannot be a nick in this log: ${fault}.`);
  const nick = person.nick.toLowerCase();
  const isNick = (place: NamePlace) => place.kind === 'nick' || textAt(log, place).toLowerCase() === nick;
  const edits = own.map((place) => ({
    range: rangeOf(place),
    newText: isNick(place) ? to : (shortName(to) ?? to),
  }));
  const merged = to.toLowerCase() === nick ? undefined : nickLike(log, to, position.line);
  if (merged === undefined || !abilities.annotations) return workspaceEdit(document, edits, abilities);
  return merging(document, edits, `Merge ${shownName(person.nick)} into ${shownName(merged)}`);
}

const unreadable = 'its lines would not be read';

/** Edits that a client asks to confirm. */
function merging(
  { uri, version }: Versioned,
  edits: readonly Omit<AnnotatedTextEdit, 'annotationId'>[],
  label: string,
): WorkspaceEdit {
  const description = 'Both are in the log. Their lines cannot be told apart afterwards.';
  return {
    documentChanges: [
      { textDocument: { uri, version }, edits: edits.map((edit) => ({ ...edit, annotationId: 'merge' })) },
    ],
    changeAnnotations: { merge: { label, description, needsConfirmation: true } },
  };
}

/** The person at a position; throws if there is none, or if it is the bot. */
function* renamedAt(
  log: MeetingLog,
  position: Position,
): Steps<{ readonly target: PersonTarget; readonly person: FoundPerson }> {
  const target = yield* targetAtCursor(log, position);
  if (target?.kind !== 'person') return refuse('Only nicks can be renamed.');
  const person = personAt(log, target);
  if (isBot(log, person.nick)) refuse(`${shownName(person.nick)} is the bot: its replies show what it recorded.`);
  return { target, person };
}

function refuse(why: string): never {
  throw new ResponseError(LSPErrorCodes.RequestFailed, why);
}

function isBot({ meetings, rules }: MeetingLog, nick: string): boolean {
  if (rules.isScribed && isScribeBot(nick)) return true;
  return meetings.some(({ bot }) => bot?.toLowerCase() === nick.toLowerCase());
}

function shownName(name: string): string {
  return `“${cleanText(name)}”`;
}

/** The names of the nick that is renamed, in lower case, without those of the person's other nicks. */
function ownNames({ nick, nicks }: FoundPerson): ReadonlySet<string> {
  const others = new Set(
    nicks.filter((one) => one.toLowerCase() !== nick.toLowerCase()).map((one) => one.toLowerCase()),
  );
  return new Set(
    namesOfNick(nick)
      .map((name) => name.toLowerCase())
      .filter((name) => !others.has(name)),
  );
}

/** Whether a place is a speaker's with the nick, although invisible codes in it make it look otherwise. */
function isColumnOf({ text }: MeetingLog, { kind, line }: NamePlace, names: ReadonlySet<string>): boolean {
  return kind === 'nick' && names.has(text.read(line).nick.toLowerCase());
}

/** A nick in the log that is a name in some case, or one that the meeting only names; undefined if there is none. */
function nickLike(log: MeetingLog, name: string, line: number): string | undefined {
  const nick = nicksOf(log, name, line).find((one) => one.toLowerCase() === name.toLowerCase());
  return nick ?? (meetingAt(log, line)?.named.has(name) ? name : undefined);
}

/** Why a name cannot be a nick; undefined if it can. */
function nameFault(log: MeetingLog, { nick }: FoundPerson, name: string): string | undefined {
  if (name === '') return 'it is empty';
  if (name.length > 64) return 'it is longer than 64 characters';
  if (cleanText(name) !== name || /[\p{C}\u2028\u2029]/u.test(name)) return 'it has invisible characters';
  if (/\s/.test(name) && !/\s/.test(nick)) return 'it has spaces';
  if (/[,;]/.test(name)) return 'commas and semicolons separate nicks';
  if (/^[#!.]/.test(name)) return 'it looks like a command';
  if (/[:.]$/.test(name)) return 'a nick is addressed with such a sign behind it';
  return isBot(log, name) ? 'it is the nick of the bot' : undefined;
}

/**
 * Whether a line is still read in the same way, by someone with another nick. Lines that only mention a nick always are; whether
 * one that only its surroundings make a heading is, cannot be told.
 */
function isReadAs({ text }: MeetingLog, place: NamePlace, name: string): boolean {
  if (place.kind !== 'nick') return true;
  const row = text.text(place.line);
  const before = readLine(text.layout, row);
  if (before.nickStart !== place.start || before.nickEnd !== place.end) return true;
  const after = readLine(text.layout, spliced(row, place, name));
  const by = name.length - (place.end - place.start);
  return before.kind === after.kind && after.nick === name && after.textStart === before.textStart + by;
}

function spliced(row: string, { start, end }: Place, name: string): string {
  return row.slice(0, start) + name + row.slice(end);
}
