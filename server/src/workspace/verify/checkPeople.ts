import { trimmedBy } from '../trimmedBy.js';
import { findUnsupported } from './checkItems.js';
import { keyOf, stemsIn, wordsIn } from './comparedWords.js';
import { type Held, refTo } from './held.js';
import { roleOf } from './sectionRoles.js';
import type { Claim } from './statementClaims.js';

/** A name in a list of people, and what the list says about it. */
interface Listed {
  readonly name: string;
  readonly start: number;
  /** The count of lines, if there is one, and where. */
  readonly count: { readonly number: number; readonly start: number; readonly end: number } | undefined;
  readonly isChair: boolean;
}

const none = /^(?:none|nobody|no one|n a|all|everyone|everybody|others?|various|)$/;

/** Holds a list of those present, or an entry of one, against the log. */
export function checkPeople(held: Held, claim: Claim): void {
  const { facts, result } = held;
  const listed = listedIn(held, claim);
  for (const one of listed) checkListed(held, claim, one);
  if (result.isDone(claim.index)) return;
  if (listed.length === 0) {
    const isNone = none.test(keyOf(claim.core)) || claim.statement.kind === 'heading' || !held.isVerbatim;
    if (isNone) result.prose(claim);
    else findUnsupported(held, claim);
    return;
  }
  const lines = listed.flatMap(({ name }) => facts.people.firstLineOf(personFor(held, name) ?? '') ?? []);
  if (lines[0] === undefined) result.accept(claim);
  else result.support(claim, facts, lines[0]);
}

function checkListed(held: Held, claim: Claim, { name, start, count }: Listed): void {
  const person = personFor(held, name);
  if (person !== undefined) {
    held.present.add(person);
    if (count) checkCount(held, claim, person, name, count);
  } else if (claim.role !== 'absent')
    held.result.find('not-present', claim, [start, start + name.length], `“${name}” is not in the log.`);
}

function checkCount(held: Held, claim: Claim, person: string, name: string, count: NonNullable<Listed['count']>): void {
  const counts = held.facts.people.linesOf(person, name);
  if (counts.includes(count.number) || counts.length === 0) return;
  const message = `In the log, ${name} said ${counts[0]} lines.`;
  const line = held.facts.people.firstLineOf(person);
  held.result.find(
    'wrong-count',
    claim,
    [count.start, count.end],
    message,
    line === undefined ? undefined : refTo(held, line),
  );
}

/** The names in a statement of a list of people. */
function listedIn(held: Held, { statement, start, role }: Claim): Listed[] {
  const { text, kind } = statement;
  if (kind === 'heading') return [];
  if (kind === 'row') return rowOf(text);
  const from = afterKey(text, start);
  const rest = text.slice(from);
  const whole = entryOf(rest, from);
  if (whole && (whole.count || held.facts.people.of(whole.name) !== undefined)) return [whole];
  const parts = partsOf(rest, from);
  const isBare = parts.length === 1 && !/[,;]/.test(rest);
  if (isBare && /\s/.test(rest.trim())) {
    const words = Array.from(rest.matchAll(/[^\s,;]+/g), ({ 0: word, index }) => entryOf(word, from + index));
    const names = words.flatMap((word) => word ?? []);
    if (names.length > 0 && names.every(({ name }) => held.facts.people.of(name) !== undefined)) return names;
  }
  const names = parts.filter(({ name }) => isNameLike(name));
  return role === 'people' || role === 'named' || role === 'absent' ? names : [];
}

/** `Present: ` at the start of a list. */
function afterKey(text: string, start: number): number {
  const [whole = '', key = ''] = /^([^:;()]{2,40}):[*_'"`\s]+/.exec(text) ?? [];
  const isKey = whole !== '' && whole.length < text.length && (!key.includes(',') || roleOf(keyOf(key)) !== undefined);
  return isKey ? whole.length : start;
}

function partsOf(text: string, from: number): Listed[] {
  const parts: Listed[] = [];
  let depth = 0;
  let begin = 0;
  const end = (at: number) => {
    const entry = entryOf(text.slice(begin, at), from + begin);
    if (entry) parts.push(entry);
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '(') depth++;
    else if (sign === ')') depth = Math.max(0, depth - 1);
    const isAnd = sign === ' ' && /^ (?:and|&) /.test(text.slice(at, at + 5));
    if (depth > 0 || !(sign === ',' || sign === ';' || isAnd)) continue;
    end(at);
    if (isAnd) at += text.startsWith(' & ', at) ? 2 : 4;
    begin = at + 1;
  }
  end(text.length);
  return parts;
}

/** `NICK (15)`, `NICK (15 lines)`, `Name (nick)`, `**Name**`. */
function entryOf(text: string, from: number): Listed | undefined {
  const lead = /^[\s*'"`[]*(?:and\s+)?/.exec(text)?.[0].length ?? 0;
  const bare = text.slice(lead);
  const counted = /\((\d+)(?: lines?)?\)$/.exec(trimmedBy(bare, undefined, /[\s*_'"`\]]/));
  const noted = counted ?? /\s\([^()]*\)$/.exec(trimmedBy(bare, undefined, /[\s.*_'"`\]]/));
  // Bots count lines of nicks that look like markup, too.
  const listed = counted ? text.slice(0, lead + counted.index) : '';
  const name = counted ? listed.trim() : trimmedBy(bare.slice(0, noted?.index), undefined, /[\s.*"'`\]]/);
  if (name === '') return undefined;
  const number = counted?.[1];
  const at = counted ? from + lead + counted.index + counted[0].indexOf(number ?? '') : 0;
  const count = number === undefined ? undefined : { number: Number(number), start: at, end: at + number.length };
  return {
    name,
    start: from + (counted ? listed.length - listed.trimStart().length : lead),
    count,
    isChair: /chair/i.test(noted?.[0] ?? ''),
  };
}

/** A row of a table: a name, lines said, their share, a role. */
function rowOf(text: string): Listed[] {
  const [name = '', second = '', , fourth = ''] = text.split(/ \| | \|$/).map((cell) => cell.trim());
  if (name === '' || /^(?:nick|name|who|person|attendee)s?$/i.test(name)) return [];
  const start = text.indexOf(name);
  const at = text.indexOf(second, start + name.length);
  const count = /^\d+$/.test(second) ? { number: Number(second), start: at, end: at + second.length } : undefined;
  return [{ name, start, count, isChair: fourth === 'chair' }];
}

function isNameLike(name: string): boolean {
  const words = name.split(/\s+/);
  if (none.test(keyOf(name)) || words.length > 4 || name.length > 60) return false;
  return words.length === 1
    ? /[\p{L}\p{N}]/u.test(name)
    : words.every((word) => /^[\p{Lu}'"(@]|^(?:de|van|von|der|la|le|del|di|da)$/u.test(word));
}

/** Whom a name in a list means: a nick, another name of someone, or a full name like a nick or one that the log has. */
export function personFor({ facts }: Held, name: string): string | undefined {
  const own = facts.people.of(name) ?? facts.people.of(trimmedBy(name, /[@+~&%_*'"`[]/, /[_*'"`\]]/));
  if (own !== undefined) return own;
  const like = facts.people.lookingLike(name);
  if (like !== undefined) return like;
  const noted = /[(<[]([^()<>[\]]+)[)>\]]$/.exec(name);
  if (noted) return facts.people.of(noted[1]?.trim() ?? '') ?? facts.people.of(name.slice(0, noted.index).trim());
  const words = wordsIn(name).map(({ word }) => word);
  if (words.length < 2) return undefined;
  return facts.people.like(words) ?? (facts.said.hasTogether(stemsIn(name)) ? name.toLowerCase() : undefined);
}
