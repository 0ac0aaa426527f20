import type { MeetingLog } from '../../server/src/meeting/meetingLog.js';
import { minutesOf } from '../../server/src/minutes/fromMeeting.js';
import { Dice } from './dice.js';

/* Ways in which minutes may be wrong: each changes one thing in minutes of any text format. */

/** Minutes line by line, and the people of their meeting. */
export interface MutableMinutes {
  readonly lines: readonly string[];
  readonly nicks: readonly string[];
}

/** Changes one thing. Undefined if there is nothing to change. */
export type Mutation = (minutes: MutableMinutes, dice: Dice) => string | undefined;

/** A part of a line that is text, and not markup, an address of a link, or who gave an item and when. */
interface Part {
  readonly line: number;
  readonly start: number;
  readonly text: string;
}

const itemStart = /^(\s*(?:[*-]+|<li>(?!\s*<b class="TOPIC))\s+|\s*<li[ >])/;
const source =
  /\s*(?:<span\s+class="details">.*|<a class="source".*|<span class="source">.*|\(\[[^\]]*\]\([^)]*\)\)|\(?`?[^\s(`]+(?:, ?|-)\d\d:\d\d:\d\d[a-z]?`?_?\)?.*|\([^()\s]*,?$|\(`.*$|\(\[log\].*)$/;

const aboutMeeting = /\*\*[A-Z][a-z ]+:\*\*|started by|Chairs:|ended|Full logs|Before the first topic/;

/** The lines of the list of items, from the first one to the list of people. */
function itemLines({ lines }: MutableMinutes): number[] {
  const people = lines.findIndex((line) => /People [Pp]resent|<h2 id="people"|Full log/.test(line));
  const end = people < 0 ? lines.length : people;
  return lines.flatMap((line, at) => (at < end && itemStart.test(line) && !aboutMeeting.test(line) ? [at] : []));
}

/** The parts of items in which words may be changed. */
function parts(minutes: MutableMinutes): Part[] {
  return itemLines(minutes).flatMap((line) => {
    const text = minutes.lines[line] ?? '';
    const head = itemStart.exec(text)?.[0].length ?? 0;
    const label =
      /^(?:\[ \] )?(?:<[^>]*>)*(?:[*_']*[A-Z]{4,}[*_']*:[*_']*|<b class="type[^>]*>\w+<\/b>|<i class="itemtype">\w+<\/i>:)?\s*/;
    const start = head + (label.exec(text.slice(head))?.[0].length ?? 0);
    const end = text.slice(start).search(source);
    const body = text.slice(start, end < 0 ? undefined : start + end);
    // Outside of tags.
    return Array.from(body.matchAll(/[^<>]+(?=<|$)/g), ({ 0: found, index }) => ({
      line,
      start: start + index,
      text: found,
    })).filter((part) => !/^[a-z/]/i.test(minutes.lines[part.line]?.charAt(part.start - 1) === '<' ? part.text : ' '));
  });
}

function replaced({ lines }: MutableMinutes, line: number, start: number, end: number, by: string): string {
  const changed = lines.map((text, at) => (at === line ? text.slice(0, start) + by + text.slice(end) : text));
  return changed.join('\n');
}

/** Changes one of the matches of a pattern in the texts of items. */
function inItems(
  pattern: RegExp,
  by: (found: string, dice: Dice, minutes: MutableMinutes) => string | undefined,
): Mutation {
  return (minutes, dice) => {
    const found = parts(minutes).flatMap(({ line, start, text }) =>
      Array.from(text.matchAll(pattern), (match) => ({ line, start: start + match.index, found: match[0] })),
    );
    if (found.length === 0) return undefined;
    const one = dice.pick(found);
    const other = by(one.found, dice, minutes);
    return other === undefined
      ? undefined
      : replaced(minutes, one.line, one.start, one.start + one.found.length, other);
  };
}

/** Changes one of the lines that match. */
function inLines(
  pattern: RegExp,
  by: (line: string, dice: Dice, minutes: MutableMinutes) => string | undefined,
): Mutation {
  return (minutes, dice) => {
    const found = minutes.lines.flatMap((text, line) => (pattern.test(text) ? [line] : []));
    if (found.length === 0) return undefined;
    const line = dice.pick(found);
    const text = minutes.lines[line] ?? '';
    const other = by(text, dice, minutes);
    return other === undefined || other === text ? undefined : replaced(minutes, line, 0, text.length, other);
  };
}

const invented = ['zorblat', 'quenby', 'vexil', 'murgatroyd'];

function otherNick(nick: string, { nicks }: MutableMinutes, dice: Dice): string | undefined {
  const others = nicks.filter(
    (one) => !one.toLowerCase().startsWith(nick.toLowerCase().slice(0, 3)) && /^[\p{L}\d_]+$/u.test(one),
  );
  return others.length > 0 ? dice.pick(others) : undefined;
}

function otherDigit(number: string, dice: Dice): string {
  const at = dice.whole(0, number.length - 1);
  const digit = (Number(number.charAt(at)) + dice.whole(1, 8)) % 10;
  return (
    number.slice(0, at) +
    String(digit === 0 && at === 0 ? 1 + (Number(number.charAt(at)) % 9) : digit) +
    number.slice(at + 1)
  );
}

/** Every kind, by what it does. */
export const mutations: Readonly<Record<string, Mutation>> = {
  'exchanges a person in an item': (minutes, dice) => {
    const known = minutes.nicks.filter((nick) => /^[\p{L}\d_]{3,}$/u.test(nick));
    if (known.length === 0) return undefined;
    const names = new RegExp(`(?<![\\p{L}\\d_])(?:${known.join('|')})(?![\\p{L}\\d_])`, 'giu');
    return inItems(names, (word) => otherNick(word, minutes, dice))(minutes, dice);
  },
  'exchanges who gave an item': inLines(
    /[( [>`]([\p{L}\d_]{3,})(?:<\/a>)?(?:, |-)\d\d:\d\d:\d\d/u,
    (line, dice, minutes) => {
      const [, nick = ''] = /[( [>`]([\p{L}\d_]{3,})(?:<\/a>)?(?:, |-)\d\d:\d\d:\d\d/u.exec(line) ?? [];
      if (/^\.\. _/.test(line)) return undefined;
      const other = otherNick(nick, minutes, dice);
      return other === undefined
        ? undefined
        : line.replace(new RegExp(`(?<=[( [>\`])${nick}(?=(?:</a>)?(?:, |-)\\d)`, 'u'), other);
    },
  ),
  'changes a number': inItems(/(?<![\p{L}\d&#])\d+(?![\p{L}\d])/gu, otherDigit),
  'changes a time': inLines(/(?:, |-|at )\d\d:\d\d:\d\d/, (line, dice) =>
    /^\.\. _/.test(line)
      ? undefined
      : line.replace(/(?<=(?:, |-|at )\d\d:)\d\d(?=:\d\d)/, (found) => otherDigit(found, dice)),
  ),
  'drops an item': (minutes, dice) => {
    const lines = itemLines(minutes).filter((at) => {
      const [line = '', next = ''] = [minutes.lines[at], minutes.lines[at + 1]];
      // On a line of its own, and nothing is below it.
      return (
        /\w{3}.*\w{3}/.test(line) &&
        (itemStart.test(next) || next.trim() === '' || /^<\/[uo]l>/.test(next.trim())) &&
        !isAbove(line, next) &&
        !/<li>\s*\S+ <ol>|<li data-line="\d+"><b>/.test(line)
      );
    });
    if (lines.length === 0) return undefined;
    const dropped = dice.pick(lines);
    return minutes.lines.filter((_, at) => at !== dropped).join('\n');
  },
  'invents an item': (minutes, dice) => {
    const lines = itemLines(minutes).filter((at) => /\d\d:\d\d:\d\d|\[ \]/.test(minutes.lines[at] ?? ''));
    if (lines.length === 0) return undefined;
    const at = dice.pick(lines);
    const text = minutes.lines[at] ?? '';
    const head = itemStart.exec(text)?.[0] ?? '';
    const words = dice.pick([
      'ACTION: everyone to paint the submarine',
      'the orchestra bought another giraffe',
      'AGREED: we sell the lighthouse',
    ]);
    const line = head.trimStart().startsWith('<') ? `<li>${words}</li>` : `${head}${words}`;
    return [...minutes.lines.slice(0, at), line, ...minutes.lines.slice(at)].join('\n');
  },
  'cuts a link': inItems(/https?:\/\/[\w./?=&;#%-]{12,}/g, (url) => {
    const kept = url.slice(0, Math.max(10, url.length - 6));
    return /[\p{L}\d]/u.test(url.slice(kept.length)) ? kept : undefined;
  }),
  'turns a decision': inLines(/\b(?:AGREED|ACCEPTED|REJECTED|FAILED)\b(?:<\/i>|[*_']*):/, (line) =>
    line.replace(/\b(AGREED|ACCEPTED|REJECTED|FAILED)\b(?=(?:<\/i>|[*_']*):)/, (label) =>
      label === 'REJECTED' || label === 'FAILED' ? 'AGREED' : 'REJECTED',
    ),
  ),
  'negates a decision': inLines(/^(?!\.).*\b(?:AGREED|ACCEPTED)\b.*\w/, (line) =>
    line.replace(/((?:AGREED|ACCEPTED)\b\W*(?:<span class="\w+">)?\s*(?:<[^>]*>)?\s*[\p{L}\d]+)(?= )/u, '$1 not'),
  ),
  'turns a vote': inLines(/^\s*(?:[*-]|<li>)\s*[+-]?\w+: \d+/, (line, dice) =>
    line.replace(/(?<=: )\d+/, (count) => otherDigit(count, dice)),
  ),
  'changes the date': inLines(/\b20\d\d-\d\d-\d\d\b(?=,|<|\)|$| *[*])/, (line, dice) =>
    /#/.test(line)
      ? undefined
      : line.replace(/(?<=\b20\d\d-\d\d-)\d\d\b/, (day) =>
          String(((Number(day) + dice.whole(1, 25)) % 28) + 1).padStart(2, '0'),
        ),
  ),
  'invents an attendee': (minutes, dice) => {
    const at = minutes.lines.findLastIndex(
      (line) => /^\s*(?:[*-]|<li>|<tr>).*[( >]\d+(?: lines?)?[)<]/.test(line) && !/\d\d:\d\d/.test(line),
    );
    const line = minutes.lines[at];
    if (line === undefined) return undefined;
    const added = line.replace(/^(\s*(?:[*-] +|<li> *|<tr><th[^>]*>))[^(<]+?(?=\s*\(|<)/, `$1${dice.pick(invented)}`);
    return [...minutes.lines.slice(0, at + 1), added, ...minutes.lines.slice(at + 1)].join('\n');
  },
  'changes how much someone said': inLines(/^\s*(?:[*-]|<li>)\s*[\p{L}\d_]+ \(\d+(?: lines?)?\)/u, (line, dice) =>
    line.replace(/(?<=\()\d+/, (count) => otherDigit(count, dice)),
  ),
  'changes a word': inItems(/(?<![\p{L}\d/&#;:._-])[\p{Ll}]{4,}(?![\p{L}\d/:._-])/gu, (word, dice) => {
    const other = dice.pick(invented);
    return /^(?:quot|class|span|href)$/.test(word) ? undefined : other;
  }),
  'drops an attendee': (minutes, dice) => {
    const lines = minutes.lines.flatMap((line, at) =>
      /^\s*(?:[*-]|<li>)\s*[\p{L}\d_]+ \([1-9]\d*(?: lines?)?\)/u.test(line) && !/bot\b/.test(line) ? [at] : [],
    );
    if (lines.length === 0) return undefined;
    const dropped = dice.pick(lines);
    return minutes.lines.filter((_, at) => at !== dropped).join('\n');
  },
};

function isAbove(line: string, next: string): boolean {
  const depth = (text: string) => (/^\s*\*{2,}/.exec(text)?.[0].length ?? 0) + (/^\s*/.exec(text)?.[0].length ?? 0);
  return itemStart.test(next) && depth(next) > depth(line);
}

/** Minutes with one thing changed, for each kind that there is something of to change. */
export function changesOf(
  text: string,
  nicks: readonly string[],
  seed: number,
): readonly (readonly [string, string])[] {
  const dice = new Dice(seed);
  return Object.entries(mutations).flatMap(([kind, mutate]) => {
    const changed = mutate({ lines: text.split('\n'), nicks }, dice);
    return changed === undefined || changed === text ? [] : [[kind, changed] as const];
  });
}

/** The nicks of the people of a log's first meeting. */
export function nicksIn(log: MeetingLog): string[] {
  const [first] = log.meetings;
  return first ? minutesOf(log, first).people.map(({ nick }) => nick) : [];
}
