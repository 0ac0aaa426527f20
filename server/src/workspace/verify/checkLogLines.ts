import { keyOf, stemsIn } from './comparedWords.js';
import { secondsOfTime, shiftBetween } from './dates.js';
import { differenceOf } from './difference.js';
import { type Held, listFact, refTo } from './held.js';
import type { Said } from './meetingFacts.js';
import type { Claim } from './statementClaims.js';

const logLine = /^(?:\[?(\d{1,2}:\d\d(?::\d\d)?)\]?\s*(?:<([^<>]+)>|\* (\S+)|(\S[^\s:]*):)?|<([^<>]+)>|\* (\S+))\s*/;

/** Holds a line of a log that is within minutes against the log. */
export function checkLogLine(held: Held, claim: Claim): void {
  const { text } = claim.statement;
  const { facts, result } = held;
  const head = logLine.exec(text);
  if (!head) {
    // Code and the like.
    if (facts.said.like(keyOf(text)).length > 0) result.accept(claim);
    else result.prose(claim);
    return;
  }
  const [whole, time = '', ...nicks] = head;
  const nick = nicks.find((one) => one !== undefined)?.trimStart() ?? '';
  const at = text.indexOf(time);
  const key = keyOf(text.slice(at + time.length));
  const when = time === '' ? undefined : facts.said.when(key, shiftBetween(secondsOfTime(time), held.shift));
  const said = when ?? facts.said.like(key)[0];
  if (!said) {
    checkOther(held, claim, { time, nick, textStart: whole.length });
    return;
  }
  listLine(held, said.line);
  if (time === '' || said.time === undefined || isAt(held, time, said.time)) result.support(claim, facts, said.line);
  else
    result.find(
      'wrong-date',
      claim,
      [at, at + time.length],
      'The log has this at another time.',
      refTo(held, said.line),
    );
}

interface Head {
  readonly time: string;
  readonly nick: string;
  readonly textStart: number;
}

/** A line that the log does not have: perhaps it has another at that time. */
function checkOther(held: Held, claim: Claim, { time, nick, textStart }: Head): void {
  const { text } = claim.statement;
  const { facts, result } = held;
  const near = saidNear(held, text, time);
  if (!near) {
    result.find('unsupported', claim, [0, text.length], 'This line is not in the log.');
    return;
  }
  listLine(held, near.line);
  const shown = `${nick} ${text.slice(textStart)}`;
  const difference = differenceOf(shown, `${near.nick} ${near.text}`, facts);
  const offset = textStart - nick.length - 1;
  const at: [number, number] = difference
    ? [Math.max(0, difference.start + offset), Math.max(1, difference.end + offset)]
    : [0, text.length];
  result.find(difference?.code ?? 'unsupported', claim, at, 'The log has another text here.', refTo(held, near.line));
}

/** What was said at a time, or in words like these. */
function saidNear({ facts, shift }: Held, text: string, time: string): Said | undefined {
  const at = time === '' ? undefined : facts.times.saidAt(shiftBetween(secondsOfTime(time), shift));
  return at ?? facts.said.near(stemsIn(text))[0]?.thing;
}

function listLine(held: Held, line: number): void {
  for (const fact of held.facts.factsOn(line)) listFact(held, 'log', fact);
}

function isAt(held: Held, shown: string, logged: number): boolean {
  const apart = shiftBetween(secondsOfTime(shown), logged + held.shift);
  return apart === 0 || (shown.split(':').length === 2 && shiftBetween(logged + held.shift, secondsOfTime(shown)) < 60);
}
