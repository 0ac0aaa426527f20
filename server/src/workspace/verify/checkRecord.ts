import type { MinutesLinks, MinutesScribe } from '../../minutes/minutes.js';
import { dateOf } from '../../minutes/scribe/scribeRecord.js';
import { checkDates } from './checkAbout.js';
import { keyOf } from './comparedWords.js';
import { datesIn } from './dates.js';
import type { DiscussionFacts } from './discussionFacts.js';
import { type Held, refTo } from './held.js';
import type { Claim } from './statementClaims.js';

/*
 * What a scribe's meeting says about itself: who was present, sent regrets, chaired and scribed, its date, and links to what
 * belongs to it.
 */

type Names = keyof MinutesScribe & ('present' | 'regrets' | 'chairs' | 'scribes');

const namesOf: Readonly<Record<string, Names>> = {
  present: 'present',
  regrets: 'regrets',
  chair: 'chairs',
  chairs: 'chairs',
  scribe: 'scribes',
  scribes: 'scribes',
};

const linksOf: Readonly<Record<string, keyof MinutesLinks>> = {
  'previous meeting': 'previous',
  agenda: 'agenda',
  'irc log': 'log',
  'next meeting': 'next',
  minutes: 'minutes',
};
/** Those that a scribe's page has. */
const pageLinks = ['previous', 'agenda', 'log', 'next'] as const;

/** Holds a part of a scribe's record against the log. Returns whether a statement is one. */
export function isRecordPart(held: Held, claim: Claim): boolean {
  if (!held.isOfScribe && !(held.isOfMeetlog && held.facts.minutes.scribe)) return false;
  const { part } = claim.statement;
  if (part === 'date') checkDate(held, claim);
  else if (part === 'links') checkLinkList(held, claim);
  else return checkNames(held, claim);
  return true;
}

function checkDate(held: Held, claim: Claim): void {
  const { facts, result } = held;
  const { text } = claim.statement;
  const dates = facts.variants.flatMap(({ minutes }) => [minutes.scribe?.date ?? '', dateOf(minutes) ?? '']);
  if (!dates.some((date) => keyOf(date) === keyOf(text))) {
    if (datesIn(text).some(({ start, end }) => keyOf(text.slice(start, end)) === keyOf(text))) checkDates(held, claim);
    else result.find('wrong-date', claim, [0, text.length], 'The log has another date.');
  }
  if (!result.isFinding(claim.index)) result.support(claim, facts, facts.meeting.startLine);
}

function checkLinkList(held: Held, claim: Claim): void {
  const { facts, result } = held;
  const { text, links } = claim.statement;
  for (const { url, start, end } of links) {
    const name = linksOf[keyOf(text.slice(start, end))];
    if (name === undefined) continue;
    held.recorded.add(name);
    const own = facts.discussion.records.flatMap((record) => record.links[name] ?? []);
    if (own.includes(url)) continue;
    const message = own[0] === undefined ? 'The log does not have this address.' : `The log has the address ${own[0]}.`;
    result.find('unsupported', claim, [start, end], message, refTo(held, facts.meeting.startLine));
  }
  if (!result.isFinding(claim.index)) result.support(claim, facts, facts.meeting.startLine);
}

/** `Present: ann, bob`. In other minutes than a scribe's page, those present and the chairs are in lists of their own. */
function checkNames(held: Held, claim: Claim): boolean {
  const { facts, result } = held;
  const { text, part } = claim.statement;
  const [head = '', word = ''] =
    /^[^\p{L}:]{0,9}(present|regrets|chairs?|scribes?)[*_'"`]{0,4}:[*_'"`]{0,4}\s{1,9}/iu.exec(text) ?? [];
  const name = namesOf[word.toLowerCase()];
  const isOfOthers = name === 'present' || name === 'chairs';
  if (name === undefined || claim.role === 'topics' || (isOfOthers && !held.isOfScribe && part !== 'names'))
    return false;
  const listed = listedIn(text, head.length);
  if (name === 'present') for (const one of listed) held.present.add(facts.people.of(one.name) ?? '');
  compareNames(held, claim, name, listed);
  if (!result.isFinding(claim.index)) result.support(claim, facts, facts.meeting.startLine);
  return true;
}

function compareNames(held: Held, claim: Claim, name: Names, listed: readonly Listed[]): void {
  const { facts, result, recorded } = held;
  const isAgain = recorded.has(name);
  recorded.add(name);
  const { known, always } = namesIn(facts.discussion, name);
  const given = new Set(listed.map((one) => folded(one.name)));
  const source = refTo(held, facts.meeting.startLine);
  for (const { name: wrong, start } of listed) {
    if (known.has(folded(wrong))) continue;
    const isPerson = facts.people.of(wrong) !== undefined;
    const message = isPerson ? `In the log, ${wrong} is not in this list.` : `“${wrong}” is not in the log.`;
    result.find(isPerson ? 'wrong-person' : 'not-present', claim, [start, start + wrong.length], message, source);
  }
  // A list that is there twice lacks what it lacks once.
  if (isAgain) return;
  const at: [number, number] = [0, claim.statement.text.length];
  for (const one of always)
    if (!given.has(folded(one))) result.find('missing', claim, at, `${one} is in this list, too.`, source);
}

/** The names of a list of the record, folded, and those that it has however the minutes are made. */
interface KnownNames {
  readonly known: ReadonlySet<string>;
  readonly always: readonly string[];
}

const knownNames = new WeakMap<DiscussionFacts, Map<Names, KnownNames>>();

function namesIn(discussion: DiscussionFacts, name: Names): KnownNames {
  const all = knownNames.get(discussion) ?? new Map<Names, KnownNames>();
  knownNames.set(discussion, all);
  const before = all.get(name);
  if (before) return before;
  const [own = [], ...others] = discussion.records.map((record) => record[name]);
  const sets = others.map((list) => new Set(list));
  const known = new Set([own, ...others].flat().map(folded));
  const made = { known, always: own.filter((one) => sets.every((set) => set.has(one))) };
  all.set(name, made);
  return made;
}

/** What a scribe's page has not got of the record, as sentences. */
export function missingRecord({ facts, isOfScribe, recorded }: Held): readonly string[] {
  const [record] = facts.discussion.records;
  if (!isOfScribe || !record) return [];
  const lists = Object.entries({ Present: 'present', Regrets: 'regrets', Chair: 'chairs', Scribe: 'scribes' } as const);
  const links = pageLinks.filter((name) => /^https?:/i.test(record.links[name] ?? ''));
  return [
    ...lists.flatMap(([title, name]) =>
      record[name].length > 0 && !recorded.has(name)
        ? [`The list “${title}” is missing: ${record[name].join(', ')}`]
        : [],
    ),
    ...links.flatMap((name) => (recorded.has(name) ? [] : [`A link is missing: ${record.links[name]}`])),
  ];
}

interface Listed {
  readonly name: string;
  readonly start: number;
}

function listedIn(text: string, from: number): Listed[] {
  return Array.from(text.slice(from).matchAll(/[^,\s][^,]*/g), ({ 0: name, index }) => ({
    name: name.trimEnd(),
    start: from + index,
  })).filter(({ name }) => name !== '-');
}

function folded(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}
