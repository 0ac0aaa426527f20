import { mapped, type Steps } from '../../log/steps.js';
import type { MeetingLog } from '../../meeting/meetingLog.js';
import type { Meeting } from '../../meeting/model.js';
import { toldNames } from '../../meeting/toldNames.js';
import { drawingUp, minutesOf } from '../../minutes/fromMeeting.js';
import type { Minutes } from '../../minutes/minutes.js';
import type { MinutesDisplay } from '../../minutes/minutesScribe.js';
import type { Person } from '../projectFile.js';
import type { Candidate } from './chooseMeeting.js';
import { keyOf } from './comparedWords.js';
import { DiscussionFacts } from './discussionFacts.js';
import { keysOf } from './inlineText.js';
import { type Fact, factsOf, saidIn, type Variant, type VoteText, voteTexts } from './meetingFacts.js';
import { type Near, Nearest, push } from './nearest.js';
import { PeopleFacts } from './peopleFacts.js';
import { SaidFacts } from './saidFacts.js';
import { shownTexts } from './shownTexts.js';
import { TimeFacts } from './timeFacts.js';

/** Everything about one meeting that minutes are held against. */
export class LogFacts {
  readonly variants: readonly Variant[];
  readonly said: SaidFacts;
  readonly votes: readonly VoteText[];
  readonly people: PeopleFacts;
  readonly times: TimeFacts;
  readonly discussion: DiscussionFacts;
  /** How a scribe's page shows texts. */
  readonly #display: MinutesDisplay | undefined;
  readonly #byKey = new Map<string, Fact[]>();
  readonly #near = new Nearest<Fact>();
  /** By key and time. */
  readonly #factsAt = new Map<string, Fact>();
  readonly #votesByKey = new Map<string, VoteText[]>();
  readonly #seen = new Set<string>();
  readonly #byLine = new Map<number, Fact[]>();
  readonly #byTime = new Map<string, Fact[]>();

  private constructor(
    readonly log: MeetingLog,
    readonly meeting: Meeting,
    readonly name: string,
    variants: readonly Minutes[],
    people: readonly Person[],
    isOfScribe: boolean,
  ) {
    const said = saidIn(log, meeting, variants[0]?.start.time ?? null);
    this.said = new SaidFacts(said, function* () {
      const own = yield* drawingUp(log, meeting, {});
      return [...own.entries, ...variants.flatMap(({ entries }) => entries)];
    });
    this.variants = variants.map((minutes) => ({ minutes, facts: factsOf(minutes) }));
    this.votes = voteTexts(this.minutes);
    for (const vote of this.votes) {
      for (const key of new Set(vote.texts.map(keyOf))) push(this.#votesByKey, key, vote);
    }
    const aliases = [...toldNames(log, meeting), ...meeting.aliases];
    this.people = new PeopleFacts(variants, said, aliases, people);
    this.times = new TimeFacts(log, meeting, variants, said);
    this.discussion = new DiscussionFacts(variants, isOfScribe);
    this.#display = this.discussion.records[0]?.display;
  }

  /** Finds the facts of a meeting, against which a scribe's page is held or other minutes. */
  static *finding({ log, meeting, name, people = [] }: Candidate, isOfScribe: boolean): Steps<LogFacts> {
    const own = yield* drawingUp(log, meeting, { withoutEntries: true });
    const original = minutesOf(log, meeting, { bugCompatible: true });
    yield;
    const made = new LogFacts(log, meeting, name, [own, original], people, isOfScribe);
    for (const { facts } of made.variants) yield* mapped(facts, (fact) => made.#addFact(fact));
    return made;
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

  /** The fact with a key at a time `HH:MM:SS` of the log. */
  factWhen(key: string, time: string): Fact | undefined {
    return this.#factsAt.get(`${key}@${time}`);
  }

  /** Whether words, as `keyOf` has them, were said one after the other. */
  says(key: string): boolean {
    return this.#byKey.has(key) || this.said.says(key);
  }

  /** The facts with most of the given stems, the best first, and which share of them they have. */
  nearFacts(stems: ReadonlySet<string>): readonly Near<Fact>[] {
    return this.#near.near(stems);
  }

  /** The keys of an item, also as a scribe's page shows it. */
  #keysOf({ text }: Fact): Iterable<string> {
    const display = this.#display;
    return display ? new Set([text, ...shownTexts(text, display)].flatMap((one) => [...keysOf(one)])) : keysOf(text);
  }

  #addFact(fact: Fact): void {
    push(this.#byLine, fact.line, fact);
    if (fact.time !== null) push(this.#byTime, fact.time, fact);
    if (fact.text === '') return;
    for (const key of this.#keysOf(fact)) {
      if (key === '') continue;
      const seen = `${fact.line} ${fact.type} ${key}`;
      if (this.#seen.has(seen)) continue;
      this.#seen.add(seen);
      const known = this.#byKey.get(key);
      if (known) known.push(fact);
      else this.#byKey.set(key, [fact]);
      if (!this.#factsAt.has(`${key}@${fact.time}`)) this.#factsAt.set(`${key}@${fact.time}`, fact);
    }
    this.#near.add(fact);
  }
}
