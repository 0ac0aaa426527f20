import { isSpokenKind } from '../log/logLine.js';
import { perBlock } from '../log/text/perBlock.js';
import { shortName } from './knownNames.js';
import { type MeetingLog, textAt } from './meetingLog.js';
import type { Meeting } from './model.js';
import { folded } from './nameWords.js';

/*
 * The names that a bot tells of those who greet it: `!hi` is answered by `Wren Hill (wren) - she / her / hers`, on Matrix; on IRC,
 * `.hello2` by `wren: wren 'Wren Hill' <wren@example.org>`.
 */

/** What asks a bot for the name of its author, or of someone else. */
const greeting = /^[!.,](?:hi|hello2?|hellomynameis)(?:\s|$)/;
/** The nick of whoever asked may precede the answer, and pronouns may follow it. */
const answers = [
  /^(?:([^\s:]{1,64}): )?(\p{Lu}[^()<>:]{1,80}) \([^\s()]{1,64}\)( - [^\n]{1,80})?$/u,
  /^([^\s:]{1,64}): \S{1,64} '([^'\n]{1,80})' <[^\s<>]{0,100}>$/,
];
/** An answer is at most this many lines below what asked for it, */
const mostBelow = 8;
/** and at most this many are looked for in a meeting. */
const mostGreetings = 200;

/** The names that a bot told in a meeting, and the nicks of those who have them. */
export function toldNames(log: MeetingLog, meeting: Meeting): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const used = new Set<number>();
  for (const { line, nick } of greetings(log, meeting)) {
    for (let at = line + 1; at <= Math.min(line + mostBelow, meeting.lastLine); at++) {
      const name = used.has(at) ? undefined : answer(log, meeting, at, nick);
      if (name === undefined) continue;
      names.set(name, nick);
      used.add(at);
      break;
    }
  }
  return names;
}

interface Greeting {
  readonly line: number;
  readonly nick: string;
}

function greetings({ text }: MeetingLog, { startLine, lastLine }: Meeting): Greeting[] {
  const found: Greeting[] = [];
  for (const { block, start, from, to } of text.parts(startLine, lastLine)) {
    for (const { line, nick } of blockGreetings(block)) {
      if (line >= from && line <= to) found.push({ line: start + line, nick });
    }
    if (found.length >= mostGreetings) break;
  }
  return found.slice(0, mostGreetings);
}

/** The name that a line tells whoever asked; undefined if it does not. */
function answer(log: MeetingLog, { bot }: Meeting, line: number, asking: string): string | undefined {
  const { kind, nick, textStart: start, textEnd: end } = log.text.read(line);
  if (!isSpokenKind(kind) || nick === asking) return undefined;
  const said = textAt(log, { line, start, end });
  for (const pattern of answers) {
    const [, to, name, pronouns] = pattern.exec(said) ?? [];
    if (name === undefined) continue;
    // People write such lines too.
    const isSure =
      to === undefined ? pronouns !== undefined || nick === bot || /bot\b/i.test(nick) : isSame(to, asking);
    if (isSure) return name.trim();
  }
  return undefined;
}

/** Whether an answer's address is that of a nick. */
function isSame(address: string, nick: string): boolean {
  return folded(address) === folded(nick) || folded(address) === folded(shortName(nick) ?? nick);
}

/** Lines are relative to the block's start. */
const blockGreetings = perBlock((block) => {
  const found: Greeting[] = [];
  for (let row = 0; row < block.size; row++) {
    const glance = block.glance(row);
    if (glance >= 0 && !signs.includes(block.text.charAt(glance))) continue;
    const start = glance >= 0 ? glance : block.textStart(row);
    if (!signs.includes(block.text.charAt(start)) || block.kind(row) !== 'message') continue;
    if (greeting.test(block.text.slice(start, start + 20))) found.push({ line: row, nick: block.nick(row) });
  }
  return found;
});

const signs = '!.,';
