import { refTo } from './checkItems.js';
import type { Claim } from './claims.js';
import { secondsOfTime, shiftBetween } from './dates.js';
import { differenceOf } from './difference.js';
import { type Held, listFact } from './held.js';
import { keyOf, stemsIn } from './words.js';

const logLine = /^\[?(\d{1,2}:\d\d(?::\d\d)?)\]?\s*(?:<\s*([^<>]+)>|\* (\S+)|(\S+?):)?\s*/;

/** Holds a line of a log that is within minutes against the log. */
export function checkLogLine(held: Held, claim: Claim): void {
  const { text } = claim.statement;
  const { facts, result } = held;
  const head = logLine.exec(text);
  if (!head) {
    // Code and the like.
    if (facts.saidLike(keyOf(text)).length > 0) result.accept(claim);
    else result.prose(claim);
    return;
  }
  const [, time = '', nick = head[3] ?? head[4] ?? ''] = head;
  const withoutTime = text.slice(text.indexOf(time) + time.length);
  const candidates = facts.saidLike(keyOf(withoutTime));
  const said = candidates.find((one) => one.time === undefined || isAt(held, time, one.time)) ?? candidates[0];
  if (said) {
    for (const fact of facts.factsOn(said.line)) listFact(held, 'log', fact);
    if (said.time === undefined || isAt(held, time, said.time)) result.support(claim, facts, said.line);
    else {
      const at = text.indexOf(time);
      result.find(
        'wrong-date',
        claim,
        [at, at + time.length],
        'The log has this at another time.',
        refTo(held, said.line),
      );
    }
    return;
  }
  const near =
    facts.times.saidAt(shiftBetween(secondsOfTime(time), held.shift)) ?? facts.nearSaid(stemsIn(text))[0]?.thing;
  const own = near && `${near.nick} ${near.text}`;
  const shown = `${nick} ${text.slice(head[0].length)}`;
  const difference = own === undefined ? undefined : differenceOf(shown, own, facts);
  const by = text.slice(head[0].length).length;
  const shift = text.length - by - nick.length - 1;
  const at: [number, number] = difference
    ? [Math.max(0, difference.start + shift), Math.max(1, difference.end + shift)]
    : [0, text.length];
  if (near) for (const fact of facts.factsOn(near.line)) listFact(held, 'log', fact);
  const message = near ? 'The log has another text here.' : 'This line is not in the log.';
  result.find(difference?.code ?? 'unsupported', claim, at, message, near && refTo(held, near.line));
}

function isAt(held: Held, shown: string, logged: number): boolean {
  const apart = shiftBetween(secondsOfTime(shown), logged + held.shift);
  return apart === 0 || (shown.split(':').length === 2 && shiftBetween(logged + held.shift, secondsOfTime(shown)) < 60);
}
