import { mapped, type Steps } from '../../log/steps.js';
import type { MeetingLog } from '../../meeting/meetingLog.js';
import type { Meeting } from '../../meeting/model.js';
import { toldNames } from '../../meeting/toldNames.js';
import { drawingUp, minutesOf } from '../../minutes/fromMeeting.js';
import type { Minutes } from '../../minutes/minutes.js';
import type { Person } from '../projectFile.js';
import type { Candidate } from './chooseMeeting.js';
import { addressesIn, keyOf, stemsIn } from './comparedWords.js';
import { secondsOfTime } from './dates.js';
import { withoutMarkup } from './inlineText.js';
import {
  type Fact,
  factsOf,
  numbersOf,
  type Said,
  saidIn,
  type Variant,
  type VoteText,
  voteTexts,
} from './meetingFacts.js';
import { mostLines, type Near, nearest } from './nearest.js';
import { PeopleFacts } from './peopleFacts.js';
import { TimeFacts } from './timeFacts.js';

/** Everything about one meeting that minutes are held against. */
export class LogFacts {
  readonly variants: readonly Variant[];
  readonly said: readonly Said[];
  readonly votes: readonly VoteText[];
  readonly people: PeopleFacts;
  readonly times: TimeFacts;
  readonly #byKey = new Map<string, Fact[]>();
  readonly #factsByStem = new Map<string, Fact[]>();
  readonly #saidByKey = new Map<string, Said[]>();
  readonly #saidByStem = new Map<string, Said[]>();
  /** By key and time. */
  readonly #factsAt = new Map<string, Fact>();
  readonly #saidAt = new Map<string, Said>();
  readonly #addresses = new Map<string, Said>();
  readonly #votesByKey = new Map<string, VoteText[]>();
  readonly #seen = new Set<string>();
  #numbers: ReadonlySet<string> | undefined;
  readonly #byLine = new Map<number, Fact[]>();
  readonly #byTime = new Map<string, Fact[]>();

  private constructor(
    readonly log: MeetingLog,
    readonly meeting: Meeting,
    readonly name: string,
    variants: readonly Minutes[],
    people: readonly Person[],
  ) {
    this.said = saidIn(log, meeting, variants[0]?.start.time ?? null);
    this.variants = variants.map((minutes) => ({ minutes, facts: factsOf(minutes) }));
    this.votes = voteTexts(this.minutes);
    for (const vote of this.votes) {
      for (const key of new Set(vote.texts.map(keyOf))) push(this.#votesByKey, key, vote);
    }
    const aliases = [...toldNames(log, meeting), ...meeting.aliases];
    this.people = new PeopleFacts(variants, this.said, aliases, people);
    this.times = new TimeFacts(log, meeting, variants, this.said);
  }

  /** Finds the facts of a meeting. */
  static *finding({ log, meeting, name, people = [] }: Candidate): Steps<LogFacts> {
    const own = yield* drawingUp(log, meeting, {});
    const original = minutesOf(log, meeting, { bugCompatible: true });
    yield;
    const made = new LogFacts(log, meeting, name, [own, original], people);
    for (const { facts } of made.variants) yield* mapped(facts, (fact) => made.#addFact(fact));
    yield* mapped(made.said, (one) => made.#addSaid(one));
    for (const minutes of [own, original]) made.#addAsRead(minutes);
    return made;
  }

  /** The facts of all variants. */
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

  /** The votes with a question. */
  votesLike(key: string): readonly VoteText[] {
    return this.#votesByKey.get(key) ?? [];
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

  /** The line on which a text was said at a time, in seconds. */
  saidWhen(key: string, time: number): Said | undefined {
    return this.#saidAt.get(`${key}@${time}`);
  }

  /** The fact with a key at a time `HH:MM:SS` of the log. */
  factWhen(key: string, time: string): Fact | undefined {
    return this.#factsAt.get(`${key}@${time}`);
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
    return fewest.some(({ text }) => ` ${keyOf(text)} `.includes(` ${key} `));
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
    return nearest(
      stems,
      (stem) => this.#saidByStem.get(stem),
      ({ text }) => text,
    );
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
      if (!this.#factsAt.has(`${key}@${fact.time}`)) this.#factsAt.set(`${key}@${fact.time}`, fact);
    }
    for (const stem of stemsIn(fact.text)) push(this.#factsByStem, stem, fact);
  }

  /** What bots that read the log in their own way show of its lines. */
  #addAsRead({ entries }: Minutes): void {
    for (const { line, nick, text, time } of entries) {
      this.#noteAddresses({ line: line - 1, nick, text, time: undefined });
      const key = `${keyOf(nick)} ${keyOf(text)}`.trim();
      this.#noteSaid(key, { line: line - 1, nick, text, time: time === null ? undefined : secondsOfTime(time) });
    }
  }

  #noteSaid(key: string, one: Said): void {
    push(this.#saidByKey, key, one);
    if (!this.#saidAt.has(`${key}@${one.time}`)) this.#saidAt.set(`${key}@${one.time}`, one);
  }

  #addSaid(one: Said): void {
    const { text, nick } = one;
    const keys = new Set([keyOf(text), keyOf(withoutMarkup(text))]);
    for (const key of keys) {
      if (key !== '') this.#noteSaid(key, one);
      this.#noteSaid(`${keyOf(nick)} ${key}`.trim(), one);
    }
    for (const stem of stemsIn(text)) push(this.#saidByStem, stem, one);
    this.#noteAddresses(one);
  }

  #noteAddresses(one: Said): void {
    for (const { url } of addressesIn(one.text)) if (!this.#addresses.has(url)) this.#addresses.set(url, one);
  }
}

/** Adds a value to a list, unless that is long already. */
function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (!known) map.set(key, [value]);
  else if (known.length < mostLines) known.push(value);
}
