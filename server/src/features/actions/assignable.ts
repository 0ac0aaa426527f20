import { isSpoken } from '../../log/logLine.js';
import type { Place } from '../../log/place.js';
import { isScribeBot } from '../../meeting/dialects/scribeBots.js';
import { meantBy } from '../../meeting/dialects/typos.js';
import { isKnownWord } from '../../meeting/dialects/words.js';
import { type MeetingLog, partAt, textAt } from '../../meeting/meetingLog.js';
import type { Meeting } from '../../meeting/model.js';
import { presentAt } from '../../meeting/present.js';
import { nearNick } from '../../meeting/problems/nearNick.js';
import { isPerson } from '../target.js';

/* Suggestions for whom an action may be meant if it names no one present. */

/** A word of an action that is a slight misspelling of a speaker's nick. */
export interface Slip {
  readonly place: Place;
  readonly meant: string;
}

/** How many words of an action are compared with nicks, and how many comparisons that may take. */
const wordsCompared = 12;
const mostComparisons = 5_000;
/** How many recent speakers are suggested, and how many lines above are searched for them. */
const mostSpeakers = 2;
const linesAbove = 100;

/** The words of an action that probably mean a speaker, in order. */
export function slipsIn(log: MeetingLog, meeting: Meeting, action: Place): Slip[] {
  const { speakers, names } = presentAt(log, meeting);
  const nicks = new Map([...names.all()].filter(([, nick]) => speakers.has(nick)));
  const budget = { comparisons: mostComparisons };
  const { text, placeOf } = partAt(log, action);
  const words = [...text.matchAll(/[^\s,:;()"'“”!?]+/g)].slice(0, wordsCompared);
  return words.flatMap(({ 0: word, index }) => {
    const meant = nicks.get(nearNick(word, nicks.keys(), budget) ?? '');
    return meant ? [{ place: placeOf(index, index + word.length), meant }] : [];
  });
}

/** Who spoke before a line, most recent first, without the bot and the author of the line. */
export function lastSpeakers(
  { text }: MeetingLog,
  { bot, startLine, scribed }: Meeting,
  line: number,
  most = mostSpeakers,
): string[] {
  const found = new Set([text.read(line).nick]);
  for (let at = line - 1; at >= Math.max(startLine, line - linesAbove); at--) {
    const read = text.read(at);
    if (isSpoken(read) && read.nick !== bot && !(scribed && isScribeBot(read.nick))) found.add(read.nick);
    if (found.size > most) break;
  }
  return [...found].slice(1);
}

/**
 * The first word of an action if it can only be a nick: it is one elsewhere in the log, is addressed (`@ann`, `ann:`), or has
 * characters that only nicks have (`ann_away`). Most actions begin with a verb, which is not a nick.
 */
export function newcomer(log: MeetingLog, action: Place): string | undefined {
  const [, at, word, sign] = /^(@?)([^\s,:;]+)([,:;]?)(?!\S)/.exec(textAt(log, action)) ?? [];
  if (word === undefined || !/^[\p{L}\p{N}_|^`[\]{}\\.-]+$/u.test(word)) return undefined;
  if (isPerson(log, action.line, word)) return word;
  const isCommand = isKnownWord(`#${word.toLowerCase()}`) || meantBy(word, log.dialect) !== undefined;
  const isLabel = word === word.toUpperCase() || isCommand;
  return at || (sign === ':' && !isLabel) || /[_|^`[\]{}\\]/.test(word) ? word : undefined;
}
