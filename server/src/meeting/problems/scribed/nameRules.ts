import { isBotName } from '../../dialects/scribeBots.js';
import { listed, named } from '../../listed.js';
import { labelIn } from '../../scribe/labels.js';
import { folded, namesIn, nickKey } from '../../scribe/nameLists.js';
import type { ChatRecord } from '../../scribe/record.js';
import type { RoleChange } from '../../scribe/roster.js';
import type { Rule } from '../../scribe/shown.js';
import { slipDistance } from '../../slipDistance.js';
import { nearNick } from '../nearNick.js';
import type { Finding } from '../problem.js';
import type { Ruled, ScribedScope } from './scribedScope.js';

/* The lists of those present, and of regrets. */

/** Names that a line with the whole list takes off the list of those present. */
export function* presentReset(scope: ScribedScope): Generator<Finding> {
  const lost = lostNames(scope);
  if (lost.size === 0) return;
  const person = scope.records.find(({ nick }) => !isBotName(nick))?.nick;
  for (const { record } of scope.ruled('present-set')) {
    const names = lost.get(record.line);
    if (!names || record.isInserted) continue;
    lost.delete(record.line);
    const nick = isBotName(record.nick) ? person : record.nick;
    const text = `present+ ${names.map(named).join(', ')}`;
    yield {
      ...scope.placeOf(record),
      message: `This replaces the list of those present: ${listed(names)} ${names.length === 1 ? 'is' : 'are'} no longer on it.`,
      ...(nick !== undefined && { missing: { nick, text, line: scope.lineOf(record), isBelow: true } }),
    };
  }
}

/** The names that are taken off the list and not on it at the end, by line. */
function lostNames({ scribed }: ScribedScope): Map<number, string[]> {
  const { roster } = scribed.state;
  const lost = new Map<number, string[]>();
  for (const { role, name, on, line } of roster.changes) {
    if (role !== 'present' || on || name === '' || roster.has('present', name)) continue;
    const names = lost.get(line);
    if (names) names.push(name);
    else lost.set(line, [name]);
  }
  return lost;
}

/** Names that are probably mistyped: of someone who is on the list already, or taken off a list on which they are not. */
export function* unknownNames(scope: ScribedScope): Generator<Finding> {
  yield* listedTwice(scope);
  const { changes } = scope.scribed.state.roster;
  const removed = new Set(changes.filter(({ on }) => !on).map(keyOf));
  const lists = { present: namesEver(changes, 'present'), regrets: namesEver(changes, 'regrets') };
  for (const ruled of scope.ruled('present-remove', 'regrets-remove')) {
    if (ruled.record.isInserted) continue;
    const role = ruled.rule === 'present-remove' ? 'present' : 'regrets';
    yield* notListed(scope, ruled, role, lists[role], removed);
  }
}

function namesEver(changes: readonly RoleChange[], wanted: RoleChange['role']): ReadonlySet<string> {
  return new Set(changes.filter(({ role, on }) => on && role === wanted).map(({ name }) => name));
}

function keyOf({ line, role, name }: Pick<RoleChange, 'line' | 'role' | 'name'>): string {
  return `${line} ${role} ${folded(name)}`;
}

function* notListed(
  scope: ScribedScope,
  { record }: Ruled,
  role: 'present' | 'regrets',
  list: ReadonlySet<string>,
  removed: ReadonlySet<string>,
): Generator<Finding> {
  const typed = labelIn(record.text);
  if (!typed) return;
  if (typed.text === '') {
    yield {
      ...scope.placeOf(record),
      message: 'Without a name, this takes no one off the list.',
      ...own(list, record),
    };
  }
  for (const name of namesIn(typed.text)) {
    if (name === '' || removed.has(keyOf({ line: record.line, role, name }))) continue;
    const from = record.text.indexOf(name, typed.textStart);
    const near = nearNick(name, list, scope);
    yield {
      ...scope.placeOf(record, from, from + name.length),
      message: `${named(name)} is not on the list, so this takes no one off it.${near ? ` Did you mean ${named(near)}?` : ''}`,
      ...(near && record.isInLog && { meant: near }),
    };
  }
}

/** `present- ann` instead of `present-` by ann. */
function own(list: ReadonlySet<string>, { nick, text, isInLog }: ChatRecord): Pick<Finding, 'meant'> {
  const key = nickKey(nick);
  const name = list.has(nick) ? nick : [...list].find((one) => nickKey(one) === key);
  return name === undefined || !isInLog ? {} : { meant: `${text.trimEnd()} ${name}` };
}

const adding: readonly Rule[] = [
  'present-add',
  'present-add-self',
  'regrets-add',
  'regrets-add-self',
  'chair-set-or-add',
  'chair-add-self',
];

/** Names that are on a list in another spelling, too: `kim_` and `kim`, `Ann Smith` and `AnnSmith`, `ottomomy` and `ottonomy`. */
function* listedTwice(scope: ScribedScope): Generator<Finding> {
  const { roster } = scope.scribed.state;
  const lines = new Map(Array.from(scope.ruled(...adding), ({ record }) => [record.line, record]));
  const before = {
    present: new Map<string, string>(),
    regrets: new Map<string, string>(),
    chair: new Map<string, string>(),
  };
  // Of its own, so that other rules have theirs left.
  const budget = { comparisons: 10_000 };
  for (const { role, name, on, line } of roster.changes) {
    if (role === 'scribe' || name === '' || !on || !roster.has(role, name)) continue;
    const list = before[role];
    const other = list.get(spelling(name)) ?? misspelled(scope, name, list.values(), budget);
    const record = lines.get(line);
    if (other !== undefined && folded(other) !== folded(name) && record && !record.isInserted)
      yield twice(scope, record, name, other);
    list.set(spelling(name), name);
  }
}

/** A name as people compare it: without case, spaces and signs. */
function spelling(name: string): string {
  return name.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase() || name;
}

/** A long name from which another one is a typing error away; two nicks that say something are two people. */
function misspelled(
  { people }: ScribedScope,
  name: string,
  among: Iterable<string>,
  budget: { comparisons: number },
): string | undefined {
  if (name.length < 6) return undefined;
  const near = nearNick(name, among, budget) ?? undefined;
  if (near === undefined || (people.speaks(name) && people.speaks(near))) return undefined;
  return slipDistance(name.toLowerCase(), near.toLowerCase(), 1) <= 1 ? near : undefined;
}

function twice(scope: ScribedScope, record: ChatRecord, name: string, other: string): Finding {
  const from = record.text.indexOf(name, labelIn(record.text)?.textStart);
  const place = from < 0 ? scope.placeOf(record) : scope.placeOf(record, from, from + name.length);
  const meant = from < 0 ? `${record.text.trimEnd()} ${other}` : other;
  return {
    ...place,
    message: `${named(name)} and ${named(other)} are both on the list, and are probably the same person.`,
    ...(record.isInLog && { meant }),
  };
}
