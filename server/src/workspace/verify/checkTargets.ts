import { secondsOfTime, shiftBetween } from './dates.js';
import { type Held, refTo } from './held.js';
import type { NamedTarget } from './statement.js';

/** Holds the targets of reStructuredText's links against the log: `.. _`NICK-TIME`: PAGE#l-LINE`. */
export function checkTargets(held: Held, targets: readonly NamedTarget[]): void {
  const { result } = held;
  const lines = targets.length > 0 ? linesOf(held) : new Map<string, Anchored>();
  for (const { name, url, source } of targets) {
    const [, nick, time] = /^(.+)-(\d\d:\d\d:\d\d)(?:[a-z]+|-\d+)?$/.exec(name) ?? [];
    const [, anchor] = /#[lL]-?(\d+)$/.exec(url) ?? [];
    if (nick === undefined || time === undefined || anchor === undefined) continue;
    const named = lines.get(lineKey(held, nick, shiftBetween(secondsOfTime(time), held.shift)));
    if (!named || named.anchors.has(Number(anchor)) || named.anchors.has(0)) continue;
    const message = `This link leads to line ${anchor}; the log has this on line ${named.line + 1}.`;
    result.findAt('unsupported', [source, source + url.length], message, refTo(held, named.line));
  }
}

interface Anchored {
  /** The first of the lines. */
  readonly line: number;
  readonly anchors: Set<number>;
}

/** The lines of facts by who gave them and when. */
function linesOf(held: Held): ReadonlyMap<string, Anchored> {
  const lines = new Map<string, Anchored>();
  for (const { nick, time, line, anchors } of held.facts.variants.flatMap(({ facts }) => facts)) {
    if (time === null) continue;
    const key = lineKey(held, nick, secondsOfTime(time));
    const known = lines.get(key) ?? { line, anchors: new Set() };
    lines.set(key, known);
    for (const anchor of anchors) known.anchors.add(anchor);
  }
  return lines;
}

function lineKey({ facts }: Held, nick: string, time: number): string {
  return `${facts.people.of(nick) ?? `=${nick}`} ${time}`;
}
