import { type Held, isSamePerson, isSameTime, refTo } from './held.js';
import type { NamedTarget } from './statement.js';

/** Holds the targets of reStructuredText's links against the log: `.. _`NICK-TIME`: PAGE#l-LINE`. */
export function checkTargets(held: Held, targets: readonly NamedTarget[]): void {
  const { facts, result } = held;
  for (const { name, url, source } of targets) {
    const [, nick, time] = /^(.+)-(\d\d:\d\d:\d\d)(?:[a-z]+|-\d+)?$/.exec(name) ?? [];
    const [, anchor] = /#[lL]-?(\d+)$/.exec(url) ?? [];
    if (nick === undefined || time === undefined || anchor === undefined) continue;
    const named = facts.all.filter((fact) => isSameTime(held, time, fact.time) && isSamePerson(held, nick, fact.nick));
    if (named.length === 0 || named.some(({ anchors }) => anchors.includes(Number(anchor)) || anchors.includes(0)))
      continue;
    const message = `This link leads to line ${anchor}; the log has this on line ${(named[0]?.line ?? 0) + 1}.`;
    result.findAt('unsupported', [source, source + url.length], message, refTo(held, named[0]?.line ?? 0));
  }
}
