import { version } from '../../../package.json';
import type { LogText } from '../log/text/logText.js';
import { startedPattern } from '../meeting/dialects/replies.js';
import { isKnownWord } from '../meeting/dialects/words.js';
import { readShare } from '../meeting/readShare.js';
import { unreadStart } from '../meeting/unreadLog.js';
import { visible } from './printable.js';

/*
 * What someone can publish about a log that is not read: how its lines look, without what anyone said.
 */

/** How many lines are shown at the start of the log, and around the line that starts a meeting, or the first that is not read. */
const shownAtStart = 8;
const shownAround = 7;
/** How much of a line is shown, in UTF-16 units. */
const longestShown = 200;

/** A report of a log's layout, in Markdown: at most 40 lines. All words and digits are replaced: see `anonymous`. */
export function layoutReport(text: LogText): string {
  const { lines, read } = readShare(text);
  const shown = shownLines(text).map((line) => anonymous(text.text(line)));
  return [
    `Meetlog ${version} reads ${read} of ${lines} lines of a log as “${text.layout.name}” (confidence ${text.confidence.toFixed(2)}).`,
    'It was written by: (the program, its version, and its settings for logs)',
    '',
    'Lines of the log; letters are replaced by “x”, digits by “9”:',
    '',
    ...shown.map((line) => `    ${line}`),
    '',
  ].join('\n');
}

/** The lines to show, in order. */
function shownLines(text: LogText): number[] {
  const middle = unreadStart(text)?.line ?? readShare(text).firstUnread ?? 0;
  const lines = new Set<number>();
  const add = (from: number, to: number) => {
    for (let line = Math.max(0, from); line <= Math.min(to, text.lineCount - 1); line++) lines.add(line);
  };
  add(0, shownAtStart - 1);
  add(middle - shownAround, middle + shownAround);
  return [...lines];
}

/** What may say something: letters of any script with their marks, numbers, emoji, and characters that hide letters. */
const tellingClass = String.raw`[\p{Alphabetic}\p{M}\p{N}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{RI}\p{Script=Braille}\p{Co}\p{Cn}\u{e0000}-\u{e007f}]`;
const telling = String.raw`${tellingClass}\p{M}*`;

/** What is kept or replaced: a word with a sign, which may be a command; a bot's greeting; anything that says something. */
const found = new RegExp(
  String.raw`(?<!${tellingClass}|_)(?:(?<sign>[#!^./[][a-z]{1,16}\]?(?!${tellingClass}|[_-]))|(?<greeting>${startedPattern}))|${telling}`,
  'giu',
);
const tellingPart = new RegExp(telling, 'gu');

/**
 * A line without anything that was said or named in it: each letter of any script becomes `x` or `X`, each digit `9`. Signs,
 * spaces, the commands of bots and the words of their greetings stay; control characters are shown as in all reports.
 */
export function anonymous(line: string): string {
  const cut = line.slice(0, longestShown).toWellFormed();
  const text = cut.replace(found, (part, ...rest) => {
    const { sign, greeting } = rest.at(-1) as { sign?: string; greeting?: string };
    const isKept = greeting !== undefined || (sign !== undefined && isKnownWord(sign));
    return isKept ? part : part.replace(tellingPart, standIn);
  });
  return visible(text.replaceAll('\t', '⇥')) + (line.length > longestShown ? '…' : '');
}

function standIn(part: string): string {
  if (/^\p{N}/u.test(part)) return '9';
  return /^\p{Lu}/u.test(part) ? 'X' : 'x';
}
