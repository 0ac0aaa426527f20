import { plainTalk } from '../../minutes/formats/shared.js';
import type { Minutes, MinutesParagraph } from '../../minutes/minutes.js';
import { discussed } from '../../minutes/scribe/discussion.js';
import { recordFacts } from '../../minutes/scribe/namesPresent.js';
import { keysOf } from './inlineText.js';
import { type Near, Nearest } from './nearest.js';

/** A paragraph of a scribe's discussion, and its 0-based line. */
export interface Spoken {
  readonly text: string;
  readonly line: number;
}

/** What a scribe wrote down, as minutes show it. Indexes are made when something is first looked for. */
export class DiscussionFacts {
  readonly #minutes: Minutes;
  #lines: ReadonlyMap<string, number> | undefined;
  #near: Nearest<Spoken> | undefined;

  constructor(minutes: Minutes) {
    this.#minutes = minutes;
  }

  get isEmpty(): boolean {
    return (this.#minutes.scribe?.discussion.length ?? 0) === 0;
  }

  /** The 0-based line of a paragraph with these words, as `keyOf` has them, or of one of its lines. */
  lineOf(key: string): number | undefined {
    this.#lines ??= linesByKey(this.#minutes);
    return this.#lines.get(key);
  }

  /** The paragraphs with most of the given stems, the best first. */
  near(stems: ReadonlySet<string>): readonly Near<Spoken>[] {
    if (!this.#near) {
      this.#near = new Nearest<Spoken>();
      for (const one of spokenIn(this.#minutes)) this.#near.add(one);
    }
    return this.#near.near(stems);
  }
}

function spokenIn(minutes: Minutes): Spoken[] {
  return discussed(minutes).flatMap((one) =>
    one.kind === 'talk' ? { text: plainTalk(one).join(' '), line: one.line - 1 } : [],
  );
}

function linesByKey(minutes: Minutes): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  const note = (text: string, line: number) => {
    for (const key of keysOf(text)) if (key !== '' && !lines.has(key)) lines.set(key, line);
  };
  for (const { text, line } of spokenIn(minutes)) note(text, line);
  for (const paragraph of minutes.scribe?.discussion ?? []) {
    if (!isItem(paragraph)) for (const text of asTyped(paragraph)) note(text, paragraph.line - 1);
  }
  for (const { name, text } of recordFacts(minutes, ['Present', 'Chairs']))
    note(`${name}: ${text}`, minutes.start.line - 1);
  return lines;
}

/** Items are checked as such. */
function isItem({ kind }: MinutesParagraph): boolean {
  return kind === 'topic' || kind === 'subtopic' || kind === 'action' || kind === 'resolution' || kind === 'issue';
}

/** A paragraph and its lines in the order in which they were typed, since links are shown in another. */
function asTyped({ speaker, nick, lines }: MinutesParagraph): string[] {
  const whole = lines.join(' ');
  return [whole, `${speaker ?? nick} ${whole}`, ...lines, ...lines.map((line) => `${speaker ?? nick} ${line}`)];
}
