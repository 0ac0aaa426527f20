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
  resolved: ['AGREED', 'ACCEPTED', 'REJECTED', 'VOTE'],
  resolution: ['AGREED', 'ACCEPTED', 'REJECTED', 'VOTE'],
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

/** The claims of minutes: what each statement is by its section, its label and its source. */
export function claimsIn({ statements }: ReadMinutes, isTopic: (key: string) => boolean): Claim[] {
  const keys = statements.map(({ text }) => keyOf(text));
  const roles = rolesOf(statements, keys, isTopic);
  return statements.map((statement, index) => claimOf(statement, index, roles[index]));
}

/** The role of each statement: that of the nearest heading or item above that has one, unless that is a topic of the log. */
function rolesOf(
  statements: readonly Statement[],
  keys: readonly string[],
  isTopic: (key: string) => boolean,
): readonly (Role | undefined)[] {
  const below: (Role | undefined)[] = [];
  return statements.map((statement, index) => {
    const { parent, heading } = statement;
    const above = below[parent] ?? (parent < 0 ? below[heading] : undefined);
    below.push(roleBelow(statement, keys[index] ?? '', above, isTopic));
    return above;
  });
}

/** The role of what is below a statement that has a role itself. */
function roleBelow(
  { kind, text }: Statement,
  whole: string,
  own: Role | undefined,
  isTopic: (key: string) => boolean,
): Role | undefined {
  const source = sourceOf(text);
  const key = source ? keyOf(text.slice(0, source.start)) : whole;
  if ((own === 'topics' || source) && isTopic(key)) return 'topics';
  return (kind === 'heading' || kind === 'item' ? roleOf(key) : undefined) ?? own;
}

/** Whether a statement is the title of a section as minutes have them. */
export function isSection({ statement: { kind, text } }: Claim): boolean {
  return kind === 'heading' && roleOf(keyOf(text)) !== undefined;
}

function claimOf(statement: Statement, index: number, role: Role | undefined): Claim {
  const { text, mark, links } = statement;
  const source = linkSource(statement) ?? sourceOf(text);
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
  const isMarked = mark !== undefined && isItemType(mark) && mark.toLowerCase() === word;
  // A word without a colon is a label only if it stands out.
  const standsOut =
    /:/.test(whole) || isMarked || (/^[A-Z ]+$/.test(found[1] ?? '') && found[1] !== 'AI') || /^\W*#/.test(whole);
  if (!standsOut) return undefined;
  const exact = (found[1] ?? '').toUpperCase();
  const own: readonly ItemType[] = isItemType(exact) && found[1] === exact ? [exact] : types;
  return { label: { types: own, word: found[1] ?? '' }, end: whole.length };
}

/** `(NICK, HH:MM:SS)` at the end of a text, as bots write it; the link of reStructuredText has a dash. */
export function sourceOf(text: string): Source | undefined {
  const found = /(\d{1,2}:\d\d(?::\d\d)?)(?:[a-z]{1,4}|-\d{1,6})?[`_\s]{0,4}\)\.?$/.exec(text);
  if (!found) return undefined;
  const open = openingBefore(text, found.index);
  if (open < 0) return undefined;
  const nick = trimmedBy(text.slice(open + 1, found.index), /[\s`]/, /[\s,`-]/);
  if (nick === '' || nick.length > 200) return undefined;
  return { nick, time: found[1], start: open, timeStart: found.index };
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
