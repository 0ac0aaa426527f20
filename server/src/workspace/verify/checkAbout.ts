import { personFor } from './checkPeople.js';
import { keyOf } from './comparedWords.js';
import { datesIn, shiftBetween, timesIn } from './dates.js';
import { type Held, isSamePerson, refTo } from './held.js';
import type { Claim } from './statementClaims.js';

/*
 * What minutes say about the meeting itself: its date, when it began and ended, who started it, its chairs.
 */

const aboutPattern =
  /\bmeeting (?:was )?(?:started|ended|opened|closed|began|adjourned)|^the log (?:begins|ends)|started anew|started by|chaired by|^chairs?\b|^when\b|^date\b|^time\b|^duration\b|^start(?:ed|s)?\b|^end(?:ed|s)?\b|^channel\b|^scribe\b|^facilitator\b|^secretary\b|^minute ?taker\b|^minutes of\b|^subject minutes\b|^log of\b|we met for|was started by/;

/** Whether a statement is about the meeting itself. */
export function isAbout({ statement, role }: Claim): boolean {
  const { kind, text } = statement;
  if (kind === 'heading' || kind === 'log' || text.length > 600) return false;
  if (aboutPattern.test(keyOf(text))) return true;
  return role === 'about' && (datesIn(text).length > 0 || timesIn(text).length > 0);
}

/** Holds a statement about the meeting against the log. */
export function checkAbout(held: Held, claim: Claim): void {
  const { result, facts } = held;
  checkDates(held, claim);
  checkTimes(held, claim);
  checkDuration(held, claim);
  checkWho(held, claim);
  if (!result.isFinding(claim.index)) result.support(claim, facts, facts.meeting.startLine);
}

/** The dates in a statement about the meeting must be its date. */
export function checkDates(held: Held, claim: Claim): void {
  const { times, meeting } = held.facts;
  for (const date of datesIn(claim.statement.text)) {
    if (times.dates.length === 0 || times.isDate(date, held.shift !== 0) || times.isSaid(date)) continue;
    const message = `The meeting of the log was on ${times.dates[0]}.`;
    held.result.find('wrong-date', claim, [date.start, date.end], message, refTo(held, meeting.startLine));
  }
}

/** The times in it must be those of lines of the log. People round them, or write those of their own zone. */
function checkTimes(held: Held, claim: Claim): void {
  const { text } = claim.statement;
  const { times } = held.facts;
  if (!held.isVerbatim || !times.isKnown) return;
  const edges = edgesIn(text).flatMap(([at, edge]) => {
    const [first] = timesIn(text.slice(at));
    return first?.hasSeconds ? [{ edge, time: first.time, start: at + first.start, end: at + first.end }] : [];
  });
  for (const { edge, time, start, end } of edges) {
    if (times.isEdge(shiftBetween(time, held.shift), edge)) continue;
    const message = `The log has another time for the ${edge} of the meeting.`;
    held.result.find('wrong-date', claim, [start, end], message, refTo(held, edgeLine(held, edge)));
  }
  for (const { start, end, time, hasSeconds } of timesIn(text)) {
    const logged = shiftBetween(time, held.shift);
    if (edges.some((edge) => edge.start === start) || times.hasTime(logged, hasSeconds)) continue;
    const near = times.nearest(logged);
    const message = 'The log has nothing at this time.';
    held.result.find('wrong-date', claim, [start, end], message, near && refTo(held, near.line));
  }
}

type Edge = 'start' | 'end';

/** Where in a statement the times of the start and of the end are expected. */
function edgesIn(text: string): readonly (readonly [at: number, edge: Edge])[] {
  const found: (readonly [number, Edge])[] = [];
  const started =
    /^(?!.*started anew)(?:.*\bmeeting started by|the log begins|\W*when\b|[^:]*\d\d:\d\d:\d\d[^:]*\bstarted by)/i.exec(
      text,
    );
  if (started) found.push([0, 'start']);
  const ended =
    /meeting ended at|^the log ends/i.exec(text)?.index ?? /^\W*when\b.*?\d\d(?= to \d)/i.exec(text)?.[0].length;
  if (ended !== undefined) found.push([ended, 'end']);
  return found;
}

function edgeLine({ facts }: Held, edge: Edge): number {
  const { startLine, endLine, lastLine } = facts.meeting;
  return edge === 'start' ? startLine : (endLine ?? lastLine);
}

function checkDuration(held: Held, claim: Claim): void {
  const { text } = claim.statement;
  const found = /(?<!\d)(?:(\d{1,6}) ?h(?:ours?)?)?,?\s?(\d{1,6}) ?min(?:utes?)?\b/.exec(text);
  const { duration } = held.facts.minutes;
  if (!found || duration === null) return;
  const minutes = Number(found[1] ?? 0) * 60 + Number(found[2]);
  const apart = Math.abs(minutes - duration / 60);
  if (apart <= (held.isVerbatim || /\(\d+ min\)|we met for/.test(text) ? 1 : 5) && !(apart === 1 && held.isVerbatim))
    return;
  const message = `By the log, the meeting took ${Math.round(duration / 60)} minutes.`;
  held.result.find(
    'wrong-count',
    claim,
    [found.index, found.index + found[0].length],
    message,
    refTo(held, edgeLine(held, 'end')),
  );
}

const startedBy = /\bstarted by[*_'":\s]+(.+?)(?= at \d| \(|[.,;]?$|[.,;] |, \d| on \d)/i;
const chairs = /(?:\bchairs?[*_'"]*:[*_'"\s]*|\bchaired by )(.+)$/is;

/** Who started and who chaired the meeting. */
function checkWho(held: Held, claim: Claim): void {
  const { text } = claim.statement;
  const { facts, result } = held;
  const discussion = /^The discussion about "(.*)" was started by ([^"]+)\.$/s.exec(text);
  if (discussion) {
    checkDiscussion(held, claim, discussion);
    return;
  }
  const started = startedBy.exec(text);
  if (started?.[1] !== undefined && !/^at \d/.test(started[1])) {
    const name = started[1];
    const isRight = facts.people.owners.some((owner) => isSamePerson(held, name, owner));
    const at = started.index + started[0].indexOf(name);
    if (!isRight) {
      const message = `In the log, ${facts.people.owners[0] ?? 'someone else'} started it.`;
      result.find('wrong-person', claim, [at, at + name.length], message, refTo(held, facts.meeting.startLine));
    }
  }
  const chaired = chairs.exec(text);
  if (chaired?.[1] !== undefined)
    checkChairs(held, claim, chaired[1].replace(/\.$/, ''), chaired.index + chaired[0].indexOf(chaired[1]));
}

function checkDiscussion(held: Held, claim: Claim, [, title = '', who = '']: RegExpExecArray): void {
  const { facts, result } = held;
  const { text } = claim.statement;
  const [end = '', time] = / at (\d\d:\d\d:\d\d)$/.exec(who) ?? [];
  const nick = who.slice(0, who.length - end.length);
  const topics = facts.factsLike(keyOf(title)).filter(({ type }) => type === 'TOPIC');
  const [first] = topics;
  if (!first) return;
  if (!topics.some((topic) => isSamePerson(held, topic.nick, nick))) {
    const at = text.lastIndexOf(nick);
    result.find(
      'wrong-person',
      claim,
      [at, at + nick.length],
      `In the log, ${first.nick} started it.`,
      refTo(held, first.line),
    );
  }
  if (
    time === undefined ||
    topics.some((topic) => timesIn(topic.time ?? '')[0]?.time === shiftBetween(timesIn(time)[0]?.time ?? 0, held.shift))
  )
    return;
  const at = text.lastIndexOf(time);
  result.find(
    'wrong-date',
    claim,
    [at, at + time.length],
    `In the log, it was started at ${first.time}.`,
    refTo(held, first.line),
  );
}

function checkChairs(held: Held, claim: Claim, list: string, from: number): void {
  const { facts, result } = held;
  const named = new Set<string>();
  for (const { 0: part, index } of list.matchAll(/[^,;]+/g)) {
    const name = part.replace(/^\s*(?:and\s+)?[*"'`]*|[*"'`.\s]+$/g, '');
    if (name === '') continue;
    const person = personFor(held, name);
    const at = from + index + part.indexOf(name);
    if (person === undefined) result.find('not-present', claim, [at, at + name.length], `“${name}” is not in the log.`);
    else if (!facts.people.chairs.has(person) && held.isVerbatim)
      result.find(
        'wrong-person',
        claim,
        [at, at + name.length],
        `In the log, ${name} is not a chair.`,
        refTo(held, facts.meeting.startLine),
      );
    if (person !== undefined) named.add(person);
  }
  if (!held.isOfBot) return;
  for (const nick of facts.minutes.chairs) {
    const person = facts.people.of(nick);
    if (person !== undefined && named.has(person)) continue;
    result.find(
      'missing',
      claim,
      [from, from + list.length],
      `${nick} was a chair, too.`,
      refTo(held, facts.meeting.startLine),
    );
  }
}
