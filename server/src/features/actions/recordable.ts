import type { Command } from '../../meeting/dialects/dialect.js';
import type { CommandEvent } from '../../meeting/events.js';
import type { ItemType } from '../../meeting/itemTypes.js';
import { splitLink } from '../../meeting/links.js';
import { type MeetingLog, stepAt, textAt } from '../../meeting/meetingLog.js';
import type { Place } from '../../meeting/model.js';

/**
 * The types of items that a line of talk may become, in the order in which they are offered; the first that the bot knows of
 * each.
 */
const recordedTypes: readonly (readonly ItemType[])[] = [
  ['INFO'],
  ['ACTION'],
  ['AGREED', 'ACCEPTED'],
  ['IDEA'],
  ['LINK'],
  ['TOPIC'],
];

/** A command, and the word with which it is given. */
export interface Recording {
  readonly command: Command;
  readonly word: string;
}

/** The commands of the log's bot that can record a text. */
export function recordingsOf(log: MeetingLog, text: string): Recording[] {
  return recordedTypes.flatMap((types) => {
    const command = types.map((type) => commandFor(log, type)).find((one) => one !== undefined);
    const word = command?.words[0];
    if (!command || word === undefined || (command.effect === 'LINK' && !splitLink(text))) return [];
    return [{ command, word }];
  });
}

function commandFor({ dialect }: MeetingLog, type: ItemType): Command | undefined {
  return dialect.commands.find(({ effect }) => effect === type);
}

/** What someone says on a line, without spaces around it; undefined if it is empty. */
export function saidOn(log: MeetingLog, line: number): (Place & { readonly text: string }) | undefined {
  const { textStart, textEnd } = log.text.read(line);
  const said = textAt(log, { line, start: textStart, end: textEnd });
  if (said.trim() === '') return undefined;
  const blanks = /^[ \t]*/.exec(log.text.at({ line, start: textStart, end: textEnd }))?.[0].length ?? 0;
  return { line, start: textStart + blanks, end: textEnd, text: said.trim() };
}

/** A command that the log's bot knows, as it is given. */
export interface KnownCommand {
  readonly event: CommandEvent;
  readonly command: Command;
}

/** The command on a line; undefined if the line is talk. */
export function knownCommandOn(log: MeetingLog, line: number): KnownCommand | undefined {
  const event = stepAt(log, line)?.event;
  return event?.kind === 'command' && event.command ? { event, command: event.command } : undefined;
}
