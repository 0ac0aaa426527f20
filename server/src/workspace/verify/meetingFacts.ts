import { isSpokenKind, type LineKind } from '../../log/logLine.js';
import type { ItemType } from '../../meeting/itemTypes.js';
import { type MeetingLog, textAt } from '../../meeting/meetingLog.js';
import type { Meeting } from '../../meeting/model.js';
import { cleanNick, cleanText } from '../../minutes/escape/clean.js';
import { allItems, type Minutes, optionText, questionText } from '../../minutes/minutes.js';
import { numbersIn, numeral, wordsIn } from './comparedWords.js';
import { secondsOfTime, shiftBetween } from './dates.js';

/** Something that is in a log and may be in its minutes. Lines are 0-based. */
export interface Fact {
  readonly type: ItemType;
  readonly text: string;
  readonly line: number;
  readonly nick: string;
  /** `HH:MM:SS`, null if the log has no times. */
  readonly time: string | null;
  /** The numbers by which links may lead to its line. */
  readonly anchors: readonly number[];
  readonly assignees: readonly string[];
  /** Whether it is a part of a vote, which minutes show in several ways. */
  readonly ofVote: boolean;
}

/** A way in which bots make minutes of the same meeting. */
export interface Variant {
  readonly minutes: Minutes;
  readonly facts: readonly Fact[];
}

/** Something that was said. */
export interface Said {
  readonly line: number;
  readonly nick: string;
  readonly text: string;
  /** Seconds since midnight by the clock of the minutes. */
  readonly time: number | undefined;
}

/** What was said in a meeting; `start` is the time of its first line in its minutes. */
export function saidIn(log: MeetingLog, { startLine, lastLine }: Meeting, start: string | null): Said[] {
  const said: Said[] = [];
  const first = log.text.time(startLine);
  const shift = start === null || first === undefined ? 0 : shiftBetween(secondsOfTime(start), first);
  for (const { block, start: top, from, to } of log.text.parts(startLine, lastLine)) {
    for (let row = from; row <= to; row++) {
      const kind = block.kind(row);
      const last = said.at(-1);
      if (kind === 'continuation' && last)
        said[said.length - 1] = { ...last, text: `${last.text} ${textOn(log, top + row)}` };
      else said.push(...lineSaid(log, top + row, kind, last, shift));
    }
  }
  return said;
}

/** What a line adds to what was said: a channel's topic is in the log, too. */
function lineSaid(log: MeetingLog, line: number, kind: LineKind, last: Said | undefined, shift: number): Said[] {
  if (isSpokenKind(kind) || kind === 'topic') return [saidOn(log, line, shift)];
  return kind === 'other' ? unknownOn(log, line, last) : [];
}

/** What is in no layout, such as a part of a message that was pasted: it is in the log all the same, and likely of who spoke last. */
function unknownOn(log: MeetingLog, line: number, last: Said | undefined): Said[] {
  const text = cleanText(log.text.text(line)).trim();
  return text === '' ? [] : [{ line, nick: last?.nick ?? '', text, time: last?.time }];
}

function saidOn(log: MeetingLog, line: number, shift: number): Said {
  const logged = log.text.time(line);
  const time = logged === undefined ? undefined : (logged + shift) % dayLength;
  return { line, nick: cleanNick(log.text.read(line).nick), text: textOn(log, line), time };
}

const dayLength = 86_400;

function textOn(log: MeetingLog, line: number): string {
  const { textStart, textEnd } = log.text.read(line);
  return cleanText(textAt(log, { line, start: textStart, end: textEnd }));
}

/** The channel's topics that were set in a meeting, which often have the date of the next. */
export function channelTopicsIn(log: MeetingLog, { startLine, lastLine }: Meeting): string[] {
  const topics: string[] = [];
  for (const { block, start, from, to } of log.text.parts(startLine, lastLine)) {
    for (let row = from; row <= to; row++) if (block.kind(row) === 'topic') topics.push(textOn(log, start + row));
  }
  return topics;
}

/** The numbers that were said, as digits or as words. */
export function numbersOf(said: readonly Said[]): Set<string> {
  const numbers = new Set<string>();
  for (const { text } of said) {
    for (const { word } of wordsIn(text)) {
      const digits = numeral(word) ?? word;
      if (/^\d/.test(digits)) numbers.add(digits);
    }
    for (const { number } of numbersIn(text)) {
      const plain = number.replace(/^[+-]/, '');
      numbers.add(plain);
      // A version is also that of which it is a part: 12.1 of 12.1.0.
      const [part] = /^\d+\.\d+(?=\.\d)/.exec(plain) ?? [];
      if (part !== undefined) numbers.add(part);
    }
    for (const [, version = ''] of text.matchAll(/(?:^|[\s(v])(\d+\.\d+)(?=\+|\.x\b|\.\s|\.$)/g)) numbers.add(version);
  }
  return numbers;
}

/** The items of minutes as facts. */
export function factsOf(minutes: Minutes): Fact[] {
  return allItems(minutes).map((item): Fact => {
    const { type, text, line, nick, time, anchor, assignees = [], ofVote } = item;
    return { type, text, line: line - 1, nick, time, anchors: [anchor, line], assignees, ofVote: ofVote !== undefined };
  });
}

/** How minutes write a vote in a list of their own: its question, and each option with its count and voters. */
export function voteTexts({ votes }: Minutes): readonly VoteText[] {
  return votes.map((vote) => ({
    question: vote.question,
    texts: [vote.question, questionText(vote)],
    line: vote.line - 1,
    nick: vote.nick,
    time: vote.time,
    options: vote.options.map(({ option, voters }) => ({ option, voters, text: optionText(option, voters) })),
  }));
}

export interface VoteText {
  readonly question: string;
  readonly texts: readonly string[];
  readonly line: number;
  readonly nick: string;
  readonly time: string | null;
  readonly options: readonly { readonly option: string; readonly voters: readonly string[]; readonly text: string }[];
}
