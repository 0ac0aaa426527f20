import type { ItemType } from '../../meeting/itemTypes.js';
import { isItemType } from '../../meeting/itemTypes.js';
import { trimmedBy } from '../trimmedBy.js';
import { keyOf } from './comparedWords.js';
import type { Role } from './sectionRoles.js';
import { roleOf } from './sectionRoles.js';
import { type ReadMinutes, type Statement, sourceMark } from './statement.js';

/** A statement of minutes and what it claims to be. */
export interface Claim {
  readonly statement: Statement;
  readonly index: number;
  readonly role: Role | undefined;
  /** What it says it is, such as `AGREED:` at its start. */
  readonly label: Label | undefined;
  /** Who gave it and when, at its end. */
  readonly source: Source | undefined;
  /** The part of its text between label and source. */
  readonly start: number;
  readonly end: number;
  readonly core: string;
  /** `keyOf` its core, also with the addresses that links lead to. */
  readonly keys: readonly string[];
}

export interface Label {
  /** The types of items that it may mean, the likeliest first. */
  readonly types: readonly ItemType[];
  readonly word: string;
}

export interface Source {
  /** Empty if it is only a link to the log. */
  readonly nick: string;
  readonly time: string | undefined;
  readonly start: number;
  readonly timeStart: number;
}

const labels: Readonly<Record<string, readonly ItemType[]>> = {
  action: ['ACTION'],
  'action item': ['ACTION'],
  ai: ['ACTION'],
  todo: ['ACTION'],
  task: ['ACTION'],
  agreed: ['AGREED', 'ACCEPTED', 'VOTE'],
  agreement: ['AGREED', 'ACCEPTED', 'VOTE'],
  accepted: ['ACCEPTED', 'AGREED', 'VOTE'],
  approved: ['ACCEPTED', 'AGREED', 'VOTE'],
  decision: ['AGREED', 'ACCEPTED', 'REJECTED', 'FAILED', 'VOTE'],
  decided: ['AGREED', 'ACCEPTED', 'REJECTED', 'FAILED', 'VOTE'],
  resolved: ['RESOLVED', 'AGREED', 'ACCEPTED', 'REJECTED', 'VOTE'],
  resolution: ['RESOLVED', 'AGREED', 'ACCEPTED', 'REJECTED', 'VOTE'],
  issue: ['ISSUE'],
  rejected: ['REJECTED', 'FAILED', 'VOTE'],
  declined: ['REJECTED', 'FAILED', 'VOTE'],
  failed: ['FAILED', 'REJECTED', 'VOTE'],
  inconclusive: ['INCONCLUSIVE'],
  done: ['DONE'],
  info: ['INFO'],
  idea: ['IDEA'],
  help: ['HELP'],
  link: ['LINK'],
  motion: ['MOTION', 'VOTE'],
  vote: ['VOTE', 'MOTION'],
  topic: ['TOPIC'],
  subtopic: ['SUBTOPIC', 'TOPIC'],
};

const labelPattern =
  /^[*_'"`\s[(#]*(action items?|[A-Za-z]{2,12})(?:[*_'"`\s)\]]*:[*_'"`:)\]]*|[*_'"`)\]]+|(?=\s))\s*/i;

/** What has to be known of the log to read minutes of it. */
export interface KnownOfLog {
  /** Whether a topic of the log has these words, as `keyOf` has them. */
  readonly isTopic: (key: string) => boolean;
  /** Whether someone in the log has this name. */
  readonly isPerson: (name: string) => boolean;
}

interface Sourced {
  readonly statement: Statement;
  readonly source: Source | undefined;
}

/** The claims of minutes: what each statement is by its section, its label and its source. */
export function claimsIn({ statements }: ReadMinutes, known: KnownOfLog): Claim[] {
  const sourced = statements.map((statement) => ({ statement, source: sourceIn(statement) }));
  const roles = rolesOf(sourced, known);
  return sourced.map((one, index) => claimOf(one, index, roles[index]));
}

/** The role of each statement: that of the nearest heading or item above that has one, unless that is a topic of the log. */
function rolesOf(sourced: readonly Sourced[], known: KnownOfLog): readonly (Role | undefined)[] {
  const below: (Role | undefined)[] = [];
  return sourced.map((one) => {
    const { parent, heading } = one.statement;
    const above = below[parent] ?? (parent < 0 ? below[heading] : undefined);
    below.push(roleBelow(one, above, known));
    return above;
  });
}

/** The role of what is below a statement that has a role itself. */
function roleBelow(
  { statement: { kind, text }, source }: Sourced,
  own: Role | undefined,
  { isTopic, isPerson }: KnownOfLog,
): Role | undefined {
  const untimed = source ? undefined : untimedSource(text);
  const given = source ?? (untimed && isPerson(untimed.nick) ? untimed : undefined);
  const key = keyOf(text.slice(0, given?.start));
  if ((own === 'topics' || given) && isTopic(key)) return 'topics';
  return (kind === 'heading' || kind === 'item' ? roleOf(key) : undefined) ?? own;
}

/** Whether a statement is the title of a section as minutes have them. */
export function isSection({ statement: { kind, text } }: Claim): boolean {
  return kind === 'heading' && roleOf(keyOf(text)) !== undefined;
}

function claimOf({ statement, source }: Sourced, index: number, role: Role | undefined): Claim {
  const { text, mark, links } = statement;
  const end = source?.start ?? text.length;
  const found = labelOf(text.slice(0, end), mark);
  const start = found?.end ?? 0;
  const core = text.slice(start, end).trim();
  const shown = links.filter(({ url, end: at }) => /^[a-z]+:/i.test(url) && at <= end);
  const keys = [keyOf(core)];
  if (shown.length > 0) keys.push(keyOf(withTargets(text, start, end, shown)));
  return { statement, index, role, label: found?.label, source, start, end, core, keys };
}

/** The text with what its links lead to, as those who wrote the link said it. */
function withTargets(
  text: string,
  start: number,
  end: number,
  links: readonly { readonly url: string; readonly end: number }[],
): string {
  let made = '';
  let done = start;
  for (const { url, end: at } of links) {
    if (at < done) continue;
    made += `${text.slice(done, at)} ${url} `;
    done = at;
  }
  return made + text.slice(done, end);
}

function labelOf(text: string, mark: string | undefined): { label: Label; end: number } | undefined {
  const found = labelPattern.exec(text);
  const word = found?.[1]?.toLowerCase().replace(/s$/, '');
  const types = word === undefined ? undefined : labels[word];
  if (!found || !types || word === undefined) return undefined;
  const [whole] = found;
  const isMarked =
    mark !== undefined && isItemType(mark) && mark.toLowerCase() === word && whole.length < text.trimEnd().length;
  // A word without a colon is a label only if it stands out.
  const standsOut =
    /:/.test(whole) || isMarked || (/^[A-Z ]+$/.test(found[1] ?? '') && found[1] !== 'AI') || /^\W*#/.test(whole);
  if (!standsOut) return undefined;
  const exact = (found[1] ?? '').toUpperCase();
  const own: readonly ItemType[] = isItemType(exact) && found[1] === exact ? [exact] : types;
  return { label: { types: own, word: found[1] ?? '' }, end: whole.length };
}

/** Who gave a statement and when, at its end. */
function sourceIn(statement: Statement): Source | undefined {
  return linkSource(statement) ?? sourceOf(statement.text);
}

/** `(NICK, HH:MM:SS)` at the end of a text, as bots write it; the link of reStructuredText has a dash. */
function sourceOf(text: string): Source | undefined {
  const found = /(\d{1,2}:\d\d(?::\d\d)?)(?:[a-z]{1,4}|-\d{1,6})?[`_\s]{0,4}\)\.?$/.exec(text);
  if (!found) return undefined;
  const open = openingBefore(text, found.index);
  if (open < 0) return undefined;
  const nick = trimmedBy(text.slice(open + 1, found.index), /[\s`]/, /[\s,`-]/);
  if (nick === '' || nick.length > 200) return undefined;
  return { nick, time: found[1], start: open, timeStart: found.index };
}

/**
 * `(NICK)` at the end of a text, as bots write it of logs without times: perhaps these brackets are part of the text. In
 * reStructuredText, it is a link named by nick and line.
 */
export function untimedSource(text: string): Source | undefined {
  const [whole = '', given = ''] = /\s\(([^()]{1,100})\)$/.exec(text) ?? [];
  if (whole === '') return undefined;
  const bare = trimmedBy(given.replace(/^`/, ''), undefined, /[`_]/);
  const nick = /[`_]$/.test(given) ? bare.replace(/-\d+$/, '') : bare;
  const start = text.length - whole.length;
  return { nick, time: undefined, start, timeStart: start };
}

/** Where the bracket was opened that closes behind an offset. */
function openingBefore(text: string, from: number): number {
  let depth = 0;
  for (let at = from - 1; at >= 0 && from - at < 300; at--) {
    const sign = text.charAt(at);
    if (sign === ')') depth++;
    else if (sign === '(' && depth-- === 0) return at;
  }
  return -1;
}

/** The same as a link at the end, to the line of the log: `NICK, HH:MM:SS` or a nick. */
function linkSource({ text, links }: Statement): Source | undefined {
  const last = links.at(-1);
  if (!last || !(last.url === sourceMark || /#[lL]-?\d+$/.test(last.url))) return undefined;
  const shown = text.slice(last.start, last.end).replace(/^\[/, '');
  const rest = text.slice(last.end);
  if (!/^[\])\s.]*$/.test(rest) || shown === '' || shown.includes('://')) return undefined;
  const [, nick = shown, time] = /^(.*), (\d\d:\d\d:\d\d)$/.exec(shown) ?? [];
  const isNick = time !== undefined || !/^(?:log|source|link|irc|line|\d+)$/i.test(nick);
  const timeStart = text.lastIndexOf(time ?? shown, last.end);
  let start = last.start;
  while (start > 0 && /[\s([]/.test(text.charAt(start - 1))) start--;
  return { nick: isNick ? nick : '', time, start, timeStart };
}
