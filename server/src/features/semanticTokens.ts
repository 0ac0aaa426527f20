import type { Range, SemanticTokens } from 'vscode-languageserver';
import type { LogLine } from '../log/logLine.js';
import { chairChange } from '../meeting/chairs.js';
import type { Effect } from '../meeting/dialects/dialect.js';
import { isScribeBot } from '../meeting/dialects/scribeBots.js';
import { argumentOf } from '../meeting/events.js';
import { type MeetingLog, meetingAt, stepAt } from '../meeting/meetingLog.js';
import type { Meeting } from '../meeting/model.js';
import { roleChange, scribedLine } from '../meeting/scribe/scribedLine.js';
import { scribedTokens } from './scribe/scribeTokens.js';
import { addressedOn, semanticLegend, type Token } from './tokens.js';

/**
 * What only the server can colour: nicks in any layout, who is a chair at that point, who is addressed, commands that the bot
 * ignored, topics that it accepted, and the lines of clients and bots. Only for a range: a whole log would be a long answer to
 * every keystroke.
 */
export function semanticTokens(log: MeetingLog, { start, end }: Range): SemanticTokens {
  const data: number[] = [];
  let above = start.line;
  const last = Math.min(end.line, log.text.lineCount - 1);
  for (let line = Math.max(0, start.line); line <= last; line++) {
    let before = 0;
    for (const token of tokensOf(log, line)) {
      const length = token.end - token.start;
      if (length <= 0) continue;
      data.push(data.length === 0 ? line : line - above, token.start - before, length, ...numbersOf(token));
      above = line;
      before = token.start;
    }
  }
  return { data };
}

function numbersOf({ type, modifier }: Token): [type: number, modifiers: number] {
  return [semanticLegend.tokenTypes.indexOf(type), modifier ? 1 << semanticLegend.tokenModifiers.indexOf(modifier) : 0];
}

/** The tokens of a line, in order. */
function tokensOf(log: MeetingLog, line: number): Token[] {
  const read = log.text.read(line);
  if (read.kind === 'other') return [];
  const meeting = meetingAt(log, line);
  const modifier = meeting && roleOf(meeting, read.nick, line);
  const scribed = read.kind === 'message' ? scribedLine(log, line) : undefined;
  const said: Token = { start: read.textStart, end: read.textEnd, type: 'comment' };
  const textTokens = () =>
    modifier === 'bot' || !isTalk(read) ? [said] : [...commandOn(log, line), ...addressedOn(log, line)];
  const tokens: Token[] = [
    { start: read.timeStart, end: read.timeEnd, type: 'time' },
    { start: read.nickStart, end: read.nickEnd, type: 'nick', modifier },
    ...(scribed ? scribedTokens(log, line, scribed) : textTokens()),
  ];
  return tokens.sort((a, b) => a.start - b.start);
}

/** Whether a line was said by a person, not by a client or a bot. */
function isTalk({ kind }: LogLine): boolean {
  return kind === 'message' || kind === 'action' || kind === 'continuation' || kind === 'heading';
}

function commandOn(log: MeetingLog, line: number): Token[] {
  const step = stepAt(log, line);
  if (step?.event.kind !== 'command' || !step.event.command) return [];
  const { start, wordEnd, command } = step.event;
  const opensTopic = !step.ignored && headings.has(command.effect);
  return [
    { start, end: wordEnd, type: 'keyword', modifier: step.ignored && 'ignored' },
    ...(opensTopic ? [{ ...argumentOf(step.event), type: 'topic' as const }] : []),
  ];
}

/** The commands whose argument becomes a heading in the minutes. */
const headings: ReadonlySet<string> = new Set(['TOPIC', 'SUBTOPIC', 'title'] satisfies Effect[]);

function roleOf(meeting: Meeting, nick: string, line: number): Token['modifier'] {
  const { scribed } = meeting;
  if (nick === meeting.bot || (scribed && isScribeBot(nick))) return 'bot';
  if (scribed) return roleChange(scribed, 'chair', nick, line - meeting.startLine)?.on ? 'chair' : undefined;
  return chairChange(meeting, nick, line)?.chair ? 'chair' : undefined;
}
