import { itemTypes } from '../../meeting/itemTypes.js';
import { mostAssignees } from '../../minutes/minutes.js';
import { keyOf, stemsIn, trimmedAddress } from './comparedWords.js';
import { secondsOfTime, shiftBetween } from './dates.js';
import { type Difference, differenceOf } from './difference.js';
import { type Held, isSamePerson, isSameTime, listFact, listOf, refTo } from './held.js';
import { checkParts } from './looseParts.js';
import type { Fact, Said } from './meetingFacts.js';
import { sameFacts, togetherOf } from './sameFacts.js';
import { type Claim, isSection, untimedSource } from './statementClaims.js';
import type { LogLineRef } from './verifyReport.js';

/** How much of a statement and a fact must be the same words for one to be a wrong form of the other. */
const nearEnough = 0.5;

/** Holds a statement against the items of the log. Returns whether it is about one of them, right or wrong. */
export function checkItem(held: Held, claim: Claim): boolean {
  if (claim.core === '') return false;
  if (checkSame(held, claim)) return true;
  const untimed = withUntimedSource(held, claim);
  if (untimed && checkSame(held, untimed)) return true;
  return checkNear(held, claim);
}

function checkSame(held: Held, claim: Claim): boolean {
  const { facts, result } = held;
  const same = sameFacts(held, claim);
  const vote = claim.keys.flatMap((key) => facts.votesLike(key))[0];
  if (same.length > 0) {
    const fact = bestOf(held, claim, same);
    listFact(held, listOf(claim), fact);
    checkDetails(held, claim, fact, same);
  } else if (vote) result.support(claim, facts, vote.line);
  return same.length > 0 || vote !== undefined;
}

/** The same statement if what is in brackets at its end is who gave it, as bots write it of logs without times. */
function withUntimedSource({ facts }: Held, claim: Claim): Claim | undefined {
  const { statement, start } = claim;
  const source = claim.source ? undefined : untimedSource(statement.text);
  // The title of a section may have a note: `People present (lines said)`.
  if (!source || (isSection(claim) && facts.people.of(source.nick) === undefined)) return undefined;
  const core = statement.text.slice(start, source.start).trim();
  return { ...claim, core, end: source.start, keys: [keyOf(core)], source };
}

/** Of facts with the same text, the one that a statement means: by its type, who gave it, its time, and their order. */
function bestOf(held: Held, claim: Claim, facts: readonly Fact[]): Fact {
  const listed = held.listed.get(listOf(claim));
  const { source } = claim;
  let best = facts[0] as Fact;
  let most = -1;
  for (const fact of someOf(held, claim, facts)) {
    const score =
      (fitsLabel(claim, fact) ? 8 : 0) +
      (source && isSamePerson(held, source.nick, fact.nick) ? 4 : 0) +
      (source?.time !== undefined && isSameTime(held, source.time, fact.time) ? 4 : 0) +
      (listed?.has(fact) ? 0 : 1);
    if (score > most) [best, most] = [fact, score];
  }
  return best;
}

/** How many facts with the same text are compared. */
const mostCompared = 50;

/** Those of facts with the same text that are worth a comparison: if they are very many, the one at that time, or the next. */
function someOf(held: Held, claim: Claim, facts: readonly Fact[]): readonly Fact[] {
  if (facts.length <= mostCompared) return facts;
  const { source, keys } = claim;
  if (source?.time !== undefined) {
    const time = timeText(shiftBetween(secondsOfTime(source.time), held.shift));
    const at = keys.flatMap((key) => held.facts.factWhen(key, time) ?? []);
    if (at.length > 0) return at;
  }
  const place = `${listOf(claim)} ${keys[0]}`;
  const next = held.taken.get(place) ?? 0;
  held.taken.set(place, next + 1);
  return facts.slice(next, next + 1);
}

function fitsLabel({ label, role }: Claim, { type }: Pick<Fact, 'type'>): boolean {
  if (label) return label.types.includes(type);
  if (role === 'actions' || role === 'byPerson') return type === 'ACTION';
  return role !== 'decisions' || isAgreement(type);
}

function isAgreement(type: Fact['type']): boolean {
  return 'decides' in itemTypes[type] && !['REJECTED', 'FAILED', 'INCONCLUSIVE'].includes(type);
}

/** Checks what a statement says besides the text of an item. */
function checkDetails(held: Held, claim: Claim, fact: Fact, same: readonly Fact[]): void {
  const { result, facts } = held;
  const ref = refTo(held, fact.line);
  const before = result.isFinding(claim.index);
  checkLabel(held, claim, fact, same, ref);
  checkSource(held, claim, fact, ref);
  checkAnchors(held, claim, fact, ref);
  checkLinks(held, claim);
  checkGroup(held, claim, fact, same, ref);
  if (!before && !result.isFinding(claim.index)) result.support(claim, facts, fact.line);
}

function checkLabel(held: Held, claim: Claim, fact: Fact, same: readonly Fact[], ref: LogLineRef): void {
  const { label, role, statement, start, end } = claim;
  if ([...togetherOf(held, same).types].some((type) => fitsLabel(claim, { type }))) return;
  const isTurned = label !== undefined || role === 'decisions' || (held.isVerbatim && role === 'actions');
  if (!isTurned) return;
  const at: [number, number] = label
    ? [0, Math.max(1, statement.text.slice(0, start).trimEnd().length)]
    : [start, Math.min(end, statement.text.length)];
  held.result.find('unsupported', claim, at, `The log has this as ${fact.type}.`, ref);
}

function checkSource(held: Held, claim: Claim, fact: Fact, ref: LogLineRef): void {
  const { source, statement } = claim;
  if (!source) return;
  const { nick, time, start, timeStart } = source;
  if (nick !== '' && !isSamePerson(held, nick, fact.nick)) {
    const from = statement.text.indexOf(nick, start);
    held.result.find('wrong-person', claim, [from, from + nick.length], `In the log, ${fact.nick} said this.`, ref);
  }
  if (time !== undefined && fact.time !== null && !isSameTime(held, time, fact.time)) {
    const message = `In the log, this was said at ${fact.time}.`;
    held.result.find('wrong-date', claim, [timeStart, timeStart + time.length], message, ref);
  }
}

/** Checks the addresses to which links within a statement lead: the log has them. */
export function checkLinks({ facts, result }: Held, { statement, end, ...claim }: Claim): void {
  for (const link of statement.links) {
    const url = trimmedAddress(link.url);
    if (link.end > end || !/^[a-z]+:\/\//i.test(url) || facts.said.addresses.get(url)) continue;
    if (facts.discussion.hasLink(link.url)) continue;
    const near = facts.said.addresses.near(url);
    const message = near ? `The log has the address ${near.url}.` : 'The log does not have this address.';
    const source = near && { log: facts.name, line: near.thing.line };
    result.find(
      'unsupported',
      { ...claim, statement, end },
      [link.start, Math.max(link.end, link.start + 1)],
      message,
      source,
    );
  }
}

/** Checks the lines to which links of a statement lead. */
function checkAnchors(held: Held, claim: Claim, fact: Fact, ref: LogLineRef): void {
  const { links } = claim.statement;
  const anchors = held.facts.factsOn(fact.line).flatMap((one) => one.anchors);
  for (const { url, start, end } of links) {
    if (start < (claim.source?.start ?? start + 1)) continue;
    const [, line] = /#[lL]-?(\d+)$/.exec(url) ?? [];
    if (line === undefined || anchors.includes(Number(line)) || anchors.includes(0)) continue;
    const message = `This link leads to line ${line}; the log has this on line ${fact.line + 1}.`;
    held.result.find('unsupported', claim, [start, Math.max(end, start + 1)], message, ref);
  }
}

/** Checks that an action below someone's name is theirs. */
function checkGroup(held: Held, claim: Claim, fact: Fact, same: readonly Fact[], ref: LogLineRef): void {
  const group = groupOf(held, claim);
  if (!group || fact.type !== 'ACTION') return;
  const { person } = group;
  held.assigned.add(`${person ?? ''} ${fact.line}`);
  if (person === undefined) return;
  const { assignees, people } = togetherOf(held, same);
  if (people.has(person)) return;
  const names = [...assignees].slice(0, mostAssignees);
  const who = names.length > 0 ? `The log has this for ${names.join(', ')}.` : 'The log names no one for this.';
  held.result.find('wrong-person', claim, [claim.start, claim.end], who, ref);
}

/** The group of someone's actions that a claim is in. */
export function groupOf(held: Held, { statement, role }: Claim) {
  if (role !== 'actions' && role !== 'byPerson') return undefined;
  const { parent, heading } = statement;
  return held.groups.get(parent) ?? (parent < 0 ? held.groups.get(heading) : undefined);
}

/** Looks for the item that a statement changes, or says in other words. */
function checkNear(held: Held, claim: Claim): boolean {
  const isQuote = held.isVerbatim || claim.source !== undefined;
  if (isSection(claim) || (!isQuote && !isStated(claim))) return false;
  const near = isQuote ? nearFact(held, claim) : likeFact(held, claim);
  if (!near) return false;
  const difference = isQuote ? differenceOf(claim.core, near.text, held.facts) : undefined;
  if (isQuote && !difference) return false;
  listFact(held, listOf(claim), near);
  assign(held, claim, near);
  if (difference && checkCounts(held, claim, near)) return true;
  if (difference) findDifference(held, claim, near, difference);
  else checkLoosely(held, claim, near);
  return true;
}

/** Whether a statement says what was decided or what someone has to do. */
function isStated({ label, role, statement }: Claim): boolean {
  return label !== undefined || (statement.kind === 'item' && (role === 'actions' || role === 'decisions'));
}

function findDifference(held: Held, claim: Claim, near: Fact, { code, start, end, instead }: Difference): void {
  const offset = claim.statement.text.indexOf(claim.core, claim.start);
  const message = instead === '' ? 'The log does not say this.' : `The log says “${instead}”.`;
  held.result.find(code, claim, [offset + start, offset + end], message, refTo(held, near.line));
}

/** Checks the counts that minutes have after a vote: `The question (Denied), +1: 2, -1: 3`. Returns whether they have any. */
function checkCounts(held: Held, claim: Claim, { text, line }: Fact): boolean {
  const { core, statement, start } = claim;
  const vote = held.facts.votesLike(keyOf(text))[0];
  if (!vote || !core.startsWith(text)) return false;
  const from = statement.text.indexOf(core, start);
  const rest = core.slice(text.length);
  const counts = [...rest.matchAll(/, ([^,:()]+): (\d+)(?=,|$)/g)];
  if (counts.length === 0 || counts.map(([whole]) => whole).join('') !== rest) return false;
  for (const { 0: whole, 1: name = '', 2: count = '', index } of counts) {
    const option = vote.options.find((one) => one.option.toLowerCase() === name.toLowerCase());
    const number = option?.voters.length ?? 0;
    if (number === Number(count)) continue;
    const end = from + text.length + index + whole.length;
    const at: [number, number] = [end - count.length, end];
    held.result.find('wrong-count', claim, at, `The log says ${number}.`, refTo(held, line));
  }
  if (!held.result.isFinding(claim.index)) held.result.support(claim, held.facts, line);
  return true;
}

function checkLoosely(held: Held, claim: Claim, near: Fact): void {
  const { result, facts } = held;
  const { core, statement, start } = claim;
  const { text, line, assignees } = near;
  checkParts(
    held,
    { claim, text: core, start: statement.text.indexOf(core, start) },
    { text, line, people: assignees },
  );
  checkDetails(held, claim, near, [near]);
  if (!result.isDone(claim.index)) result.support(claim, facts, line);
}

/** Notes whose action a statement in a group is. */
function assign(held: Held, claim: Claim, near: Fact): void {
  const group = groupOf(held, claim);
  if (!group) return;
  for (const nick of near.assignees) held.assigned.add(`${held.facts.people.of(nick)} ${near.line}`);
  if (group.person === undefined) held.assigned.add(` ${near.line}`);
}

/** The item that says nearly the same in other words: it has a third of them, and at least two. */
function likeFact(held: Held, claim: Claim): Fact | undefined {
  const stems = stemsIn(claim.core);
  const [near] = held.facts
    .nearFacts(stems)
    .filter(({ score, shared }) => score > 1 / 3 && (shared > 1 || stems.size < 3))
    .sort((a, b) => Number(fitsLabel(claim, b.thing)) - Number(fitsLabel(claim, a.thing)) || b.score - a.score);
  return near?.thing;
}

function nearFact(held: Held, claim: Claim): Fact | undefined {
  const { facts } = held;
  const stems = stemsIn(claim.core);
  const candidates = facts.nearFacts(stems);
  const { source } = claim;
  const said = source?.time;
  const bySource = said === undefined ? [] : candidates.filter(({ thing }) => isSameTime(held, said, thing.time));
  const fitting = candidates.find(({ thing, score }) => score >= nearEnough && fitsLabel(claim, thing));
  const best = bySource[0] ?? fitting ?? candidates[0];
  if (best && (best.score >= nearEnough || (bySource.length > 0 && best.score > 0.2))) return best.thing;
  if (said === undefined) return undefined;
  const shifted = timeText(shiftBetween(secondsOfTime(said), held.shift));
  return facts.factsAt(shifted).find(({ nick }) => isSamePerson(held, source?.nick ?? '', nick));
}

function timeText(seconds: number): string {
  const part = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${part(seconds / 3600)}:${part((seconds / 60) % 60)}:${part(seconds % 60)}`;
}

/** Says that nothing in the log supports a statement, and what comes nearest. */
export function findUnsupported(held: Held, claim: Claim, near?: Said): void {
  const message = near
    ? 'The log does not say this. The nearest line says something else.'
    : 'The log does not say this.';
  const { start, end } = claim;
  held.result.find('unsupported', claim, [start, Math.max(end, start + 1)], message, near && refTo(held, near.line));
}
