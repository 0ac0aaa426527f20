import { keyOf } from './comparedWords.js';
import { secondsOfTime, shiftBetween } from './dates.js';
import type { LogFacts } from './logFacts.js';
import type { Claim } from './statementClaims.js';

/** Zones differ by whole quarters of an hour. */
const quarter = 900;

/** The seconds from the times of the log to those of the minutes, which may be in another time zone: what most of them show. */
export function shiftOf(claims: readonly Claim[], facts: LogFacts): number {
  // Without any, the times are the same.
  const counts = new Map<number, number>([[0, 0.5]]);
  for (const claim of claims) {
    const [shown, logged] = timesOfClaim(claim, facts) ?? [];
    if (shown === undefined || logged === undefined) continue;
    const shift = shiftBetween(shown, logged);
    if (shift % quarter === 0) counts.set(shift, (counts.get(shift) ?? 0) + 1);
  }
  let best = 0;
  for (const [shift, count] of counts) if (count > (counts.get(best) ?? 0)) best = shift;
  return best;
}

/** The time of a claim, and that of the same in the log. */
function timesOfClaim(claim: Claim, facts: LogFacts): readonly [shown: number, logged: number] | undefined {
  const { source, keys, statement } = claim;
  if (source?.time !== undefined) {
    const fact = keys.flatMap((key) => facts.factsLike(key)[0] ?? [])[0];
    return fact?.time ? [secondsOfTime(source.time), secondsOfTime(fact.time)] : undefined;
  }
  return statement.kind === 'log' ? timesOfLine(statement.text, facts) : timesOfEdge(statement.text, facts);
}

function timesOfLine(text: string, facts: LogFacts): readonly [number, number] | undefined {
  const [whole = '', time] = /^\[?(\d\d:\d\d:\d\d)\]?/.exec(text) ?? [];
  const said = time === undefined ? undefined : facts.said.like(keyOf(text.slice(whole.length)))[0];
  return time === undefined || said?.time === undefined ? undefined : [secondsOfTime(time), said.time];
}

function timesOfEdge(text: string, facts: LogFacts): readonly [number, number] | undefined {
  const [, edge, time] = /meeting (started by .{1,80}|ended) at (\d\d:\d\d:\d\d)/i.exec(text) ?? [];
  const { start, end } = facts.minutes;
  const moment = edge === 'ended' ? end : start;
  return time === undefined || !moment?.time ? undefined : [secondsOfTime(time), secondsOfTime(moment.time)];
}
