import type { Minutes, MinutesScribe } from '../../minutes/minutes.js';
import { scribeRecord } from '../../minutes/scribe/scribeRecord.js';
import { DiscussionIndex, type Spoken } from './discussionIndex.js';
import { type Near, Nearest } from './nearest.js';

/** What a scribe wrote down, as minutes show it. Indexes are made when something is first looked for. */
export class DiscussionFacts {
  readonly #variants: readonly Minutes[];
  #index: DiscussionIndex | undefined;
  #near: Nearest<Spoken> | undefined;

  /** `isOfPage` is whether a scribe's page is held against it, which has a discussion even if no one scribed. */
  constructor(variants: readonly Minutes[], isOfPage: boolean) {
    this.#variants = isOfPage ? variants.map((minutes) => ({ ...minutes, scribe: scribeRecord(minutes) })) : variants;
  }

  get isEmpty(): boolean {
    return (this.#variants[0]?.scribe?.discussion.length ?? 0) === 0;
  }

  /** What the meeting says about itself, in each way to make minutes of it. */
  get records(): readonly MinutesScribe[] {
    return this.#variants.flatMap(({ scribe }) => scribe ?? []);
  }

  /** What was said, in order: neither headings nor items. */
  get spoken(): readonly Spoken[] {
    return this.#made.spoken;
  }

  /** What minutes do not have yet of what these words, as `keyOf` has them, may be; it then counts as found. */
  take(key: string, isExact: boolean): Spoken | undefined {
    return this.#made.take(key, isExact);
  }

  /** The 0-based line of a paragraph with these words, of one of its lines, or of what the meeting says about itself. */
  lineOf(key: string, isExact: boolean): number | undefined {
    return this.#made.lineOf(key, isExact);
  }

  /** Whether an address is that of a link, perhaps of an issue by its number. */
  hasLink(url: string): boolean {
    return !this.isEmpty && this.#made.urls.has(url);
  }

  /** The paragraphs with most of the given stems, the best first. */
  near(stems: ReadonlySet<string>): readonly Near<Spoken>[] {
    if (!this.#near) {
      this.#near = new Nearest<Spoken>();
      for (const one of this.spoken) this.#near.add(one);
    }
    return this.#near.near(stems);
  }

  get #made(): DiscussionIndex {
    this.#index ??= new DiscussionIndex(this.#variants);
    return this.#index;
  }
}
