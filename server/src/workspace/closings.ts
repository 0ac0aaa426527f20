import { agenda } from '../meeting/agenda.js';
import { type MeetingLog, partsOf, stepsOfPart, textAt } from '../meeting/meetingLog.js';
import type { Meeting, Topic } from '../meeting/model.js';
import { cleanNick, cleanText } from '../minutes/escape/clean.js';

/** Words that say that an action is done. */
export interface Closing {
  /** What is done, in the speaker's words. */
  readonly text: string;
  /** 1-based. */
  readonly line: number;
  readonly nick: string;
  /** How it was said: the command, or `done:` in a line or an item below a topic of action items. */
  readonly by: '#done' | 'done:';
}

/** The command, with any bot's sign. Few bots know it, but people who use it mean it. */
const doneCommand = /^[#!^[]done\]?$/i;

/** A topic below which people say what they have done. */
const reviews = /\baction items?\b/i;

/** Every line of a meeting that says that an action is done, in order. What `#undo` took back does not count. */
export function closingsOf(log: MeetingLog, meeting: Meeting): Closing[] {
  const commands = [...commandsIn(log, meeting)];
  const taken = new Set(commands.map(({ line }) => line));
  const said = [...saidBelowTopics(log, meeting)].filter(({ line }) => !taken.has(line));
  return [...commands, ...said].sort((a, b) => a.line - b.line);
}

function* commandsIn(log: MeetingLog, meeting: Meeting): Generator<Closing> {
  const undone = new Set(meeting.undone.map(({ item }) => item.line));
  for (const part of partsOf(log, meeting)) {
    for (const { event } of stepsOfPart(part)) {
      if (event.kind !== 'command' || !doneCommand.test(event.word) || undone.has(event.line)) continue;
      const text = cleanText(event.argument).trim();
      if (text) yield { text, line: event.line + 1, nick: cleanNick(event.nick), by: '#done' };
    }
  }
}

function* saidBelowTopics(log: MeetingLog, meeting: Meeting): Generator<Closing> {
  for (const topic of agenda(meeting).topics) {
    if (!reviews.test(textAt(log, topic.item))) continue;
    for (const { line, nick, text } of remarksBelow(log, topic)) {
      const done = nick === meeting.bot ? undefined : saidDone(cleanText(text));
      if (done !== undefined) yield { text: done, line: line + 1, nick: cleanNick(nick), by: 'done:' };
    }
  }
}

interface Remark {
  /** 0-based. */
  readonly line: number;
  readonly nick: string;
  readonly text: string;
}

/** What is said below a topic: of an item the text, of any other line all that was said. */
function* remarksBelow(log: MeetingLog, { item, items, lastLine }: Topic): Generator<Remark> {
  const itemAt = new Map(items.map((one) => [one.line, one]));
  for (const { block, start, from, to } of log.text.parts(item.line + 1, lastLine)) {
    for (let row = from; row <= to; row++) {
      if (block.kind(row) !== 'message') continue;
      const line = start + row;
      const { nick, textStart, textEnd } = block.line(row);
      const recorded = itemAt.get(line);
      if (recorded?.type !== 'ACTION')
        yield { line, nick, text: textAt(log, recorded ?? { line, start: textStart, end: textEnd }) };
    }
  }
}

/** What a line says is done: `done: TEXT` or `TEXT: done`, after the name of someone addressed too; undefined if nothing. */
function saidDone(said: string): string | undefined {
  const text = said.trim();
  const behind = /^(?:\S{1,64}[:,]\s{1,4})?done\s{0,4}:(.+)$/is.exec(text)?.[1];
  const before = /:\s{0,4}done[.!]?$/i.exec(text.slice(-12));
  const done = (behind ?? (before ? text.slice(0, text.length - before[0].length) : '')).trim();
  return /\s/.test(done) ? done : undefined;
}
