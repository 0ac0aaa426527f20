import {
  type CompletionContext,
  CompletionItemKind,
  type CompletionList,
  CompletionTriggerKind,
  type Position,
} from 'vscode-languageserver';
import type { LineKind } from '../log/logLine.js';
import type { Point } from '../log/place.js';
import { commandAt, signCodes } from '../meeting/dialects/words.js';
import { behindNick } from '../meeting/events.js';
import { type MeetingLog, partAt } from '../meeting/meetingLog.js';
import { isOfNick } from '../meeting/names.js';
import { type Moment, momentAt } from '../meeting/replay/moment.js';
import type { Abilities } from './abilities.js';
import { behindCommand, commandsFor, type Found, mayBeCommand, options, people } from './completionCommands.js';
import { headsAt, isBlank } from './completionHeads.js';
import { itemsFor, type Proposal } from './completionItem.js';
import { wholeMeeting } from './completionOfMeeting.js';
import { nicksNear } from './completionPeople.js';
import { inScribed } from './scribe/scribeCompletion.js';

/** The characters behind which there may be something to propose: the signs of commands, a space behind them, and `@`. */
export const triggerCharacters: readonly string[] = [...signCodes.map((code) => String.fromCharCode(code)), ' ', '@'];

/**
 * What may be typed at a position: the commands that the bot would obey there, what may follow them, people who are addressed,
 * beginnings of lines, a whole meeting; null if there is nothing. It is the same whatever is behind the cursor.
 */
export function completion(
  log: MeetingLog,
  position: Position,
  abilities: Abilities,
  context?: CompletionContext,
): CompletionList | null {
  const point = log.text.clamp(position);
  const trigger =
    context?.triggerKind === CompletionTriggerKind.TriggerCharacter ? context.triggerCharacter : undefined;
  const whole = trigger === ' ' ? undefined : wholeMeeting(log, point, abilities);
  if (whole) return { isIncomplete: false, items: [whole] };
  const isSaid = saidKinds.has(log.text.read(point.line).kind) && !isBlank(log, point.line);
  const found = isSaid
    ? inSaid(log, point, abilities, trigger)
    : trigger === undefined && atHead(log, point, abilities);
  return found && found.items.length > 0 ? found : null;
}

const saidKinds: ReadonlySet<LineKind> = new Set(['message', 'action', 'continuation']);

/** What may be typed at the end of what is said up to the cursor. */
function inSaid(
  log: MeetingLog,
  { line, character }: Point,
  abilities: Abilities,
  trigger: string | undefined,
): CompletionList | undefined {
  const { textStart } = log.text.read(line);
  if (character < textStart) return undefined;
  const { text, placeOf } = partAt(log, { line, start: textStart, end: character });
  const found =
    mentioned(log, line, text) ?? (trigger === '@' ? undefined : atStart(log, line, text, abilities, trigger));
  if (!found) return undefined;
  const row = log.text.text(line);
  // Some editors close brackets on their own.
  const isClosed = text[found.at] === '[' && row[character] === ']';
  const end = isClosed ? character + 1 : character;
  let rest = 0;
  while (isOfNick(row, end + rest)) rest++;
  const place = { line, start: placeOf(found.at, text.length).start, end };
  return { isIncomplete: found.isIncomplete === true, items: itemsFor(found.all, { place, rest }, abilities) };
}

/** People behind an `@`; undefined if the text does not end with one and the start of a nick. */
function mentioned(log: MeetingLog, line: number, text: string): Found | undefined {
  const typed = /(?<![\p{L}\p{N}_@])@([^\s@]{0,64})$/u.exec(text)?.[1];
  if (typed === undefined) return undefined;
  const { all, isIncomplete } = people(() => nicksNear(log, line), typed);
  // Nicks on Matrix begin with the sign.
  const withSign = ({ label, ...more }: Proposal) => ({
    ...more,
    label,
    text: label.startsWith('@') ? label : `@${label}`,
  });
  return { all: all.map(withSign), isIncomplete, at: text.length - typed.length - 1 };
}

/** Commands, what may follow them, and people who are addressed at the start of what is said; undefined within talk. */
function atStart(
  log: MeetingLog,
  line: number,
  text: string,
  abilities: Abilities,
  trigger: string | undefined,
): Found | undefined {
  if (log.text.read(line).kind !== 'message') return undefined;
  if (log.rules.isScribed) return inScribed(log, line, text, abilities, trigger);
  const start = startOf(log, text);
  const typed = text.slice(start);
  const isWord = !/\s/.test(typed);
  if (!isWord && !commandAt(text, start)) return undefined;
  const moment = momentAt(log, line);
  if (!isWord) return behindCommand(log, line, moment, text, start);
  if (trigger === ' ') return undefined;
  if (mayBeCommand(log.rules, typed)) return { all: commandsFor(log, moment, typed, abilities), at: start };
  return trigger === undefined ? { ...atTalk(log, line, moment, typed, abilities), at: start } : undefined;
}

/** Where a command would begin. */
function startOf({ rules }: MeetingLog, text: string): number {
  const start = text.search(/[^ \t]|$/);
  // It looks for a letter behind the sign, which may not have been typed.
  return rules.hearsBridges ? Math.min(behindNick(`${text}a`, start, text.length + 1), text.length) : start;
}

/** What may be said where no command has begun: a vote, a command, or to whom. */
function atTalk(log: MeetingLog, line: number, moment: Moment, typed: string, abilities: Abilities): Omit<Found, 'at'> {
  const remark = log.rules.voting?.remark;
  const votes = remark?.signs.includes(typed.charAt(0)) ? options(moment) : [];
  const commands = typed === '' ? commandsFor(log, moment, '', abilities) : [];
  const { all, isIncomplete } = people(() => beginning(nicksNear(log, line), typed), '');
  const addressed = all.map((person) => ({ ...person, text: `${person.label}: ` }));
  // Only those who are meant, so that no other word is taken for a nick.
  return { all: [...votes, ...commands, ...addressed], isIncomplete: isIncomplete || typed !== '' };
}

/** The nicks that begin with what is typed. */
function* beginning(nicks: Iterable<string>, typed: string): Generator<string> {
  const folded = typed.toLowerCase();
  for (const nick of nicks) if (nick.toLowerCase().startsWith(folded)) yield nick;
}

/** How a line may begin, on an empty one or on one with nothing but the start of a word that is not read. */
function atHead(log: MeetingLog, { line, character }: Point, abilities: Abilities): CompletionList | undefined {
  const row = log.text.text(line);
  const isBegun = log.text.read(line).kind === 'other' && character === row.length && /^\S{1,64}$/.test(row);
  if (!isBlank(log, line) && !isBegun) return undefined;
  const { all, isIncomplete } = headsAt(log, line);
  const heads = all.map((label) => ({ label, kind: CompletionItemKind.Text }));
  const place = { line, start: 0, end: character };
  return { isIncomplete, items: itemsFor(heads, { place, rest: row.length - character }, abilities) };
}
