import { isSpokenKind } from '../../log/logLine.js';
import type { ItemType } from '../../meeting/itemTypes.js';
import { type MeetingLog, textAt } from '../../meeting/meetingLog.js';
import type { Meeting } from '../../meeting/model.js';
import { toldNames } from '../../meeting/toldNames.js';
import { cleanNick, cleanText } from '../../minutes/escape/clean.js';
import { minutesOf } from '../../minutes/fromMeeting.js';
import { allItems, type Minutes, optionText, questionText } from '../../minutes/minutes.js';
import { secondsOfTime, shiftBetween } from './dates.js';
import { withoutMarkup } from './inlineText.js';
import { PeopleFacts } from './peopleFacts.js';
import { TimeFacts } from './timeFacts.js';
import { addressesIn, keyOf, numbersIn, numeral, stemsIn, wordsIn } from './words.js';

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

/** How often a word may occur to help in finding a line: others say too little. */
const mostLines = 60;

/** Everything about one meeting that minutes are held against. */
export class LogFacts {
  readonly variants: readonly Variant[];
  readonly said: readonly Said[];
  readonly people: PeopleFacts;
  readonly times: TimeFacts;
  readonly #byKey = new Map<string, Fact[]>();
  readonly #factsByStem = new Map<string, Fact[]>();
  readonly #saidByKey = new Map<string, Said[]>();
  readonly #saidByStem = new Map<string, number[]>();
  readonly #addresses = new Map<string, Said>();
  readonly #seen = new Set<string>();
  #numbers: ReadonlySet<string> | undefined;
  readonly #byLine = new Map<number, Fact[]>();
  readonly #byTime = new Map<string, Fact[]>();

  constructor(
    readonly log: MeetingLog,
    readonly meeting: Meeting,
    readonly name: string,
  ) {
    const own = minutesOf(log, meeting, { withoutEntries: true });
    this.said = saidIn(log, meeting, own.start.time);
    const original = minutesOf(log, meeting, { bugCompatible: true });
    this.variants = [own, original].map((minutes) => ({ minutes, facts: factsOf(minutes) }));
    for (const { facts } of this.variants) for (const fact of facts) this.#addFact(fact);
    for (const [index, one] of this.said.entries()) this.#addSaid(one, index);
    this.#addAsRead(original);
    const minutes = this.variants.map((variant) => variant.minutes);
    this.people = new PeopleFacts(minutes, this.said, [...toldNames(log, meeting), ...meeting.aliases]);
    this.times = new TimeFacts(log, meeting, minutes, this.said);
  }

  /** The minutes that Meetlog would write. */
  get all(): readonly Fact[] {
    return this.variants.flatMap(({ facts }) => facts);
  }

  /** The minutes that Meetlog would write. */
  get minutes(): Minutes {
    return (this.variants[0] as Variant).minutes;
  }

  /** The facts whose text is equal to another but for markup and punctuation. */
  factsLike(key: string): readonly Fact[] {
    return this.#byKey.get(key) ?? [];
  }

  /** The facts on a line: the same one in each variant. */
  factsOn(line: number): readonly Fact[] {
    return this.#byLine.get(line) ?? [];
  }

  /** The facts at a time `HH:MM:SS` of the log, of the variant that Meetlog makes. */
  factsAt(time: string): readonly Fact[] {
    return this.#byTime.get(time) ?? [];
  }

  /** A line on which a text was said, whoever did. */
  saidLike(key: string): readonly Said[] {
    return this.#saidByKey.get(key) ?? [];
  }

  /** Whether some stems are together in one line. */
  saysTogether(stems: ReadonlySet<string>): boolean {
    const [first, ...others] = stems;
    if (first === undefined) return false;
    const lines = others.map((stem) => new Set(this.#saidByStem.get(stem) ?? []));
    return (this.#saidByStem.get(first) ?? []).some((line) => lines.every((some) => some.has(line)));
  }

  /** A line with an address. */
  addressed(url: string): Said | undefined {
    return this.#addresses.get(url);
  }

  /** Whether a stem is in the log at all. */
  hasStem(stem: string): boolean {
    return this.#saidByStem.has(stem);
  }

  /** Whether words, as `keyOf` has them, were said one after the other. */
  says(key: string): boolean {
    if (this.#saidByKey.has(key) || this.#byKey.has(key)) return true;
    const stems = [...stemsIn(key)];
    const lines = stems.map((stem) => this.#saidByStem.get(stem) ?? []);
    const fewest = lines.reduce((least, one) => (one.length < least.length ? one : least), lines[0] ?? []);
    // What is said that often is not looked for.
    if (stems.length === 0 || fewest.length >= mostLines) return true;
    return fewest.some((index) => ` ${keyOf(this.said[index]?.text ?? '')} `.includes(` ${key} `));
  }

  /** Whether anyone said a number, as digits or as a word. */
  hasNumber(number: string): boolean {
    this.#numbers ??= numbersOf(this.said);
    return this.#numbers.has(number.replace(/^[+-]/, ''));
  }

  /** The address of the log that another is a part of, or that it was made from; undefined if there is none. */
  addressNear(url: string): { readonly url: string; readonly line: number } | undefined {
    for (const [known, { line }] of this.#addresses)
      if (known.startsWith(url) || url.startsWith(known)) return { url: known, line };
    const folder = url.slice(0, url.lastIndexOf('/') + 1);
    if (!/^[a-z]+:\/\/[^/]+\/./i.test(folder)) return undefined;
    for (const [known, { line }] of this.#addresses) if (known.startsWith(folder)) return { url: known, line };
    return undefined;
  }

  /** The facts with most of the given stems, the best first, and which share of them they have. */
  nearFacts(stems: ReadonlySet<string>): readonly Near<Fact>[] {
    return nearest(
      stems,
      (stem) => this.#factsByStem.get(stem),
      ({ text }) => text,
    );
  }

  /** The same for what was said. */
  nearSaid(stems: ReadonlySet<string>): readonly Near<Said>[] {
    const counts = new Map<number, number>();
    for (const stem of stems) {
      const found = this.#saidByStem.get(stem) ?? [];
      if (found.length < mostLines) for (const index of found) counts.set(index, (counts.get(index) ?? 0) + 1);
    }
    const best = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 5);
    return best.flatMap(([index]) => {
      const thing = this.said[index];
      if (!thing) return [];
      const own = stemsIn(thing.text);
      const shared = sharedOf(stems, own);
      return {
        thing,
        index,
        score: shared / Math.max(1, stems.size, own.size),
        share: shared / Math.max(1, stems.size),
      };
    });
  }

  #addFact(fact: Fact): void {
    push(this.#byLine, fact.line, fact);
    if (fact.time !== null) push(this.#byTime, fact.time, fact);
    if (fact.text === '') return;
    const keys = new Set([keyOf(fact.text), keyOf(withoutMarkup(fact.text))]);
    for (const key of keys) {
      if (key === '') continue;
      const seen = `${fact.line} ${fact.type} ${key}`;
      if (this.#seen.has(seen)) continue;
      this.#seen.add(seen);
      const known = this.#byKey.get(key);
      if (known) known.push(fact);
      else this.#byKey.set(key, [fact]);
    }
    for (const stem of stemsIn(fact.text)) push(this.#factsByStem, stem, fact);
  }

  /** What bots that read the log in their own way show of its lines. */
  #addAsRead({ entries }: Minutes): void {
    for (const { line, nick, text, time } of entries) {
      const key = `${keyOf(nick)} ${keyOf(text)}`.trim();
      if (this.#saidByKey.has(key)) continue;
      push(this.#saidByKey, key, { line: line - 1, nick, text, time: time === null ? undefined : secondsOfTime(time) });
    }
  }

  #addSaid(one: Said, index: number): void {
    const { text, nick } = one;
    const keys = new Set([keyOf(text), keyOf(withoutMarkup(text))]);
    for (const key of keys) {
      if (key !== '') push(this.#saidByKey, key, one);
      push(this.#saidByKey, `${keyOf(nick)} ${key}`.trim(), one);
    }
    for (const stem of stemsIn(text)) push(this.#saidByStem, stem, index);
    for (const { url } of addressesIn(text)) if (!this.#addresses.has(url)) this.#addresses.set(url, one);
  }
}

/** A fact or a line that is like a statement. */
export interface Near<T> {
  readonly thing: T;
  /** How much of both is in the other: 0 to 1. */
  readonly score: number;
  /** How much of the statement is in it. */
  readonly share: number;
  readonly index?: number;
}

function nearest<T>(
  stems: ReadonlySet<string>,
  found: (stem: string) => readonly T[] | undefined,
  textOf: (thing: T) => string,
): readonly Near<T>[] {
  const counts = new Map<T, number>();
  for (const stem of stems) {
    const things = found(stem) ?? [];
    if (things.length < mostLines) for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  }
  const best = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 12);
  return best
    .map(([thing]) => {
      const own = stemsIn(textOf(thing));
      const shared = sharedOf(stems, own);
      return { thing, score: shared / Math.max(1, stems.size, own.size), share: shared / Math.max(1, stems.size) };
    })
    .sort((a, b) => b.score - a.score);
}

function sharedOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const stem of a) if (b.has(stem)) shared++;
  return shared;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (!known) map.set(key, [value]);
  else if (known.length < mostLines) known.push(value);
}

/** What was said in a meeting; `start` is the time of its first line in its minutes. */
function saidIn(log: MeetingLog, { startLine, lastLine }: Meeting, start: string | null): Said[] {
  const said: Said[] = [];
  const first = log.text.time(startLine);
  const shift = start === null || first === undefined ? 0 : shiftBetween(secondsOfTime(start), first);
  for (const { block, start, from, to } of log.text.parts(startLine, lastLine)) {
    for (let row = from; row <= to; row++) {
      const line = start + row;
      const kind = block.kind(row);
      if (!isSpokenKind(kind) && kind !== 'continuation') continue;
      const { textStart, textEnd, nick } = log.text.read(line);
      const logged = log.text.time(line);
      const time = logged === undefined ? undefined : (logged + shift) % 86_400;
      const text = cleanText(textAt(log, { line, start: textStart, end: textEnd }));
      const last = said.at(-1);
      if (kind === 'continuation' && last) said[said.length - 1] = { ...last, text: `${last.text} ${text}` };
      else said.push({ line, nick: cleanNick(nick), text, time });
    }
  }
  return said;
}

function numbersOf(said: readonly Said[]): Set<string> {
  const numbers = new Set<string>();
  for (const { text } of said) {
    for (const { word } of wordsIn(text)) {
      const digits = numeral(word) ?? word;
      if (/^\d/.test(digits)) numbers.add(digits);
    }
    for (const { number } of numbersIn(text)) numbers.add(number.replace(/^[+-]/, ''));
  }
  return numbers;
}

function factsOf(minutes: Minutes): Fact[] {
  const items = allItems(minutes).map((item): Fact => {
    const { type, text, line, nick, time, anchor, assignees = [], ofVote } = item;
    return { type, text, line: line - 1, nick, time, anchors: [anchor, line], assignees, ofVote: ofVote !== undefined };
  });
  return items;
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
