import type { LogLine } from '../logLine.js';
import { type LineRule, rule, skip } from './rule.js';

/*
 * Lines without a stamp below a message: its next lines, if it had several or a program wrapped it without indenting. In most
 * layouts only the log as a whole shows whether they are that, or a client's notes.
 */

const stamp = String.raw`\W{0,2}\d{1,4}[-:/.]\d`;

/**
 * Any line below a message of several lines, in layouts of programs that write no notes without a stamp. Commands stay apart.
 */
export const nextLine: LineRule = rule('continuation', skip(`[ \\t]?(?!${stamp}|[#!^]\\w|<)(?=\\S)`));

/** What clients, mail programs and other programs write between messages. */
const notes = [
  String.raw`.{0,80}\b(?:joined|quit|left|parted|now known as|sets? mode|signed off|wrote|connected|talking)\b`,
  '(?:Topic|Users?|Session|Log|Logging|Channel|Mode|Server|Nick|Notice|Ping|Closing|You|Generated|Conversation)\\b',
  String.raw`[^\s:]{1,32}:`,
];

/** A line that was most likely wrapped: neither a client's note nor marked in any way. */
export const bareLine: LineRule = rule(
  'continuation',
  skip(`(?!${stamp}|${notes.join('|')})(?=[^\\s#!^<>[\\](){}*=+|~_@$%&/\\\\-])`),
);

/** How many messages a log must have, and the largest share of its lines that may be wrapped. */
const fewestMessages = 3;
const mostWrapped = 1 / 3;

/**
 * Whether the lines that a layout does not read are wrapped messages: every message has a time, and all such lines are plain text
 * right below messages, with others below them.
 */
export function areWrapped(rows: readonly string[], lines: readonly LogLine[]): boolean {
  const said = lines.filter(({ kind }) => kind === 'message');
  if (said.length < fewestMessages || said.some(({ time }) => time === undefined)) return false;
  const bare = lines.flatMap(({ kind }, index) => (kind === 'other' ? index : []));
  if (bare.length === 0 || bare.length > lines.length * mostWrapped) return false;
  return bare.every((index) => bareLine.pattern.test(rows[index] ?? '') && isBelowMessage(lines, index));
}

function isBelowMessage(lines: readonly LogLine[], index: number): boolean {
  for (let above = index - 1; above >= 0; above--) {
    const kind = lines[above]?.kind;
    if (kind !== 'other' && kind !== 'continuation') return kind === 'message' && index < lines.length - 1;
  }
  return false;
}
