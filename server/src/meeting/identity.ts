import type { LogText } from '../log/text/logText.js';
import { perBlock } from '../log/text/perBlock.js';
import { perGroup } from '../log/text/perGroup.js';
import { blockEvents, type NickEvent } from './events.js';
import { shortName } from './knownNames.js';
import { type MeetingLog, meetingAt } from './meetingLog.js';
import { folded } from './nameWords.js';

/*
 * Which nicks are one person's: `name`, `name_`, `name[m]` and `@name:host.org`, and those between which someone changed. A
 * bridge's `<name>` is a nick like any other. Each block caches its nicks, so an edit costs only what it touches.
 */

/** A stem is only searched for as a name if it has so many letters: people with the nick `a_` are not called `a`. */
const shortestStem = 3;
/**
 * Changes of nick count in a meeting and so many lines around it, or around a line of talk. In a year, several people may have
 * used one nick.
 */
const linesAround = 2_000;

/** What the nicks of a person have in common without changes of nick. */
export function stemOf(nick: string): string {
  const name = folded(shortName(nick) ?? nick);
  let end = name.length;
  while (/[_`]/.test(name.charAt(end - 1))) end--;
  return name.slice(0, end) || name;
}

/** The names by which someone with a nick is met: the nick, its short form, and its stem. Their case does not count. */
export function namesOfNick(nick: string): string[] {
  const stem = stemOf(nick);
  return [nick, shortName(nick) ?? [], stem.length >= shortestStem ? stem : []].flat();
}

/** What is known about the nicks of a block: the rows on which each is in the column of those who speak, join and leave. */
interface BlockNicks {
  /** By nick in lower case. */
  readonly rows: ReadonlyMap<string, readonly number[]>;
  /** The nicks with each stem, as written, including those that someone changed to. */
  readonly byStem: ReadonlyMap<string, ReadonlySet<string>>;
  /** Every name by which one of them is met, in lower case. */
  readonly names: ReadonlySet<string>;
}

export const blockNicks = perBlock((block): BlockNicks => {
  const rows = new Map<string, number[]>();
  const nicks = new Set<string>();
  for (let row = 0; row < block.size; row++) {
    const nick = block.nick(row);
    if (nick === '') continue;
    nicks.add(nick);
    const key = nick.toLowerCase();
    const known = rows.get(key);
    if (known) known.push(row);
    else rows.set(key, [row]);
  }
  for (const { to } of nickChanges(block)) nicks.add(to);
  const byStem = new Map<string, Set<string>>();
  const names = new Set<string>();
  for (const nick of nicks) {
    const stem = stemOf(nick);
    byStem.set(stem, (byStem.get(stem) ?? new Set()).add(nick));
    for (const name of namesOfNick(nick)) names.add(name.toLowerCase());
  }
  return { rows, byStem, names };
});

/** The same for some consecutive blocks, without rows. */
const groupNicks = perGroup((blocks) => {
  const byStem = new Map<string, Set<string>>();
  const names = new Set<string>();
  for (const block of blocks) {
    const own = blockNicks(block);
    for (const [stem, nicks] of own.byStem) {
      const known = byStem.get(stem);
      if (!known) byStem.set(stem, new Set(nicks));
      else for (const nick of nicks) known.add(nick);
    }
    for (const name of own.names) names.add(name);
  }
  return { byStem, names };
});

/** Whether someone anywhere in the log is met by this name, ignoring case. */
export function isNameIn(text: LogText, name: string): boolean {
  const called = name.toLowerCase();
  return groupNicks(text).some(({ names }) => names.has(called));
}

/** Lines are relative to the block's start. */
const nickChanges = perBlock((block) =>
  blockEvents(block).filter((event): event is NickEvent => event.kind === 'nick'),
);

/** The nicks of whoever has a nick, or is met by a name, around a line: as written, sorted, the given one first if it is one. */
export function nicksOf(log: MeetingLog, name: string, line: number): readonly string[] {
  const found = new Set<string>();
  for (const stem of stemsOf(log, stemOf(name), line)) {
    for (const { byStem } of groupNicks(log.text)) for (const nick of byStem.get(stem) ?? []) found.add(nick);
  }
  // In which order blocks have them would depend on earlier edits.
  const sorted = [...found].sort();
  return found.has(name) ? [...new Set([name, ...sorted])] : sorted;
}

/** A stem and all those that changes of nick connect with it. */
function stemsOf(log: MeetingLog, stem: string, line: number): ReadonlySet<string> {
  const { text } = log;
  const meeting = meetingAt(log, line);
  const from = Math.max(0, (meeting?.startLine ?? line) - linesAround);
  const to = Math.min(text.lineCount - 1, (meeting?.lastLine ?? line) + linesAround);
  const connected = connections(text, from, to);
  const stems = new Set([stem]);
  for (const one of stems) for (const other of connected.get(one) ?? []) stems.add(other);
  return stems;
}

function connections(text: LogText, from: number, to: number): ReadonlyMap<string, ReadonlySet<string>> {
  const connected = new Map<string, Set<string>>();
  const connect = (a: string, b: string) => connected.set(a, (connected.get(a) ?? new Set()).add(b));
  for (const { block, from: first, to: last } of text.parts(from, to)) {
    for (const { line, nick, to: next } of nickChanges(block)) {
      if (line < first || line > last) continue;
      const [a, b] = [stemOf(nick), stemOf(next)];
      connect(a, b);
      connect(b, a);
    }
  }
  return connected;
}
