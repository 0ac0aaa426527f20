import { plainTalk } from '../../minutes/formats/shared.js';
import type { Minutes, MinutesParagraph } from '../../minutes/minutes.js';
import type { MinutesDisplay } from '../../minutes/minutesScribe.js';
import { discussed, type Talk } from '../../minutes/scribe/discussion.js';
import { recordFacts } from '../../minutes/scribe/namesPresent.js';
import type { Piece } from '../../minutes/scribe/pieces.js';
import { keyOf } from './comparedWords.js';
import { keysOf } from './inlineText.js';
import { aroundText, isSaid, shownTexts } from './shownTexts.js';

/** A paragraph of a scribe's discussion that is neither heading nor item. */
export interface Spoken {
  /** With who said it. */
  readonly text: string;
  /** Who said it, as minutes show it. */
  readonly lead: string | undefined;
  /** 0-based. */
  readonly line: number;
  /** Which of its lines minutes have; those without words need not be there. */
  readonly found: boolean[];
  /** The statement that has the last of these. */
  claim: number | undefined;
}

/** A part of a paragraph that may be a statement: all of its lines, or one. */
interface Part {
  readonly of: Spoken;
  readonly from: number;
  readonly to: number;
}

/** Parts with the same words, in order, of which those before `next` were found. */
interface Same {
  readonly parts: Part[];
  next: number;
}

type ByKey = Map<string, Same>;

/** What was said in a scribe's discussion, by its words. */
export class DiscussionIndex {
  readonly spoken: readonly Spoken[];
  /** Where links lead. */
  readonly urls = new Set<string>();
  /** Parts with who said them, and without where others have that. */
  readonly #whole: ByKey = new Map();
  readonly #bare: ByKey = new Map();
  /** The 0-based lines of what the meeting says about itself. */
  readonly #facts = new Map<string, number>();

  /** The first variant counts; others may write it in other ways. */
  constructor(variants: readonly Minutes[]) {
    const [first] = variants;
    const all = variants.map(({ scribe }) => scribe?.discussion.filter(isSaid) ?? []);
    const talks = first ? discussed(first).filter((one) => one.kind === 'talk') : [];
    this.spoken = talks.map((talk, index) => {
      const forms = all.flatMap((paragraphs) => paragraphs[index] ?? []);
      return this.#add(talk, forms, first as Minutes);
    });
    for (const minutes of variants) this.#addFacts(minutes);
  }

  take(key: string, isExact: boolean): Spoken | undefined {
    const part = nextOf(this.#whole.get(key)) ?? (isExact ? undefined : nextOf(this.#bare.get(key)));
    part?.of.found.fill(true, part.from, part.to);
    return part?.of;
  }

  lineOf(key: string, isExact: boolean): number | undefined {
    const same = this.#whole.get(key) ?? (isExact ? undefined : this.#bare.get(key));
    return same?.parts[0]?.of.line ?? this.#facts.get(key);
  }

  #add(talk: Talk, forms: readonly MinutesParagraph[], { scribe }: Minutes): Spoken {
    const plain = plainTalk(talk);
    const { lines = [] } = forms[0] ?? {};
    const found = lines.map((line) => keyOf(line) === '');
    const text = plain.join(' ');
    const spoken: Spoken = { text, lead: talk.lead, line: talk.line - 1, found, claim: undefined };
    note(this.#whole, text, wholeOf(spoken));
    if (plain.length === lines.length)
      for (const [index, line] of plain.entries()) note(this.#whole, line, lineOf(spoken, index));
    for (const url of talk.lines.flatMap(urlsIn)) this.urls.add(url);
    for (const form of forms) this.#addForm(spoken, form, scribe?.display);
    return spoken;
  }

  /** Adds a paragraph as it was typed, and as a page shows it: all of its lines together, and each by itself. */
  #addForm(spoken: Spoken, form: MinutesParagraph, display: MinutesDisplay | undefined): void {
    const { before, after } = aroundText(form);
    const shown = (said: string) => [said, ...(display ? shownTexts(said, display) : [])];
    for (const said of shown(form.lines.join(' '))) this.#note(before, `${said}${after}`, wholeOf(spoken));
    if (form.lines.length < 2) return;
    for (const [index, line] of form.lines.entries())
      for (const said of shown(line)) this.#note(index === 0 ? before : '', said, lineOf(spoken, index));
  }

  #note(before: string, said: string, part: Part): void {
    note(this.#whole, `${before} ${said}`, part);
    if (before !== '') note(this.#bare, said, part);
  }

  #addFacts(minutes: Minutes): void {
    const { recording } = minutes.scribe ?? {};
    const facts = [
      ...recordFacts(minutes, ['Present', 'Chairs']),
      ...(recording ? [{ ...recording, name: 'Recording' }] : []),
    ];
    for (const { name, text } of facts)
      for (const key of keysOf(`${name}: ${text}`))
        if (!this.#facts.has(key)) this.#facts.set(key, minutes.start.line - 1);
  }
}

function note(map: ByKey, text: string, part: Part): void {
  for (const key of keysOf(text)) {
    if (key === '') continue;
    const same = map.get(key);
    const last = same?.parts.at(-1);
    if (!same) map.set(key, { parts: [part], next: 0 });
    else if (last?.of !== part.of || last.from !== part.from || last.to !== part.to) same.parts.push(part);
  }
}

/** The first of the parts that minutes do not have yet. */
function nextOf(same: Same | undefined): Part | undefined {
  if (!same) return undefined;
  while (same.next < same.parts.length && isFound(same.parts[same.next])) same.next++;
  return same.parts[same.next];
}

function isFound(part: Part | undefined): boolean {
  return part?.of.found.slice(part.from, part.to).every(Boolean) ?? true;
}

function wholeOf(spoken: Spoken): Part {
  return { of: spoken, from: 0, to: spoken.found.length };
}

function lineOf(spoken: Spoken, index: number): Part {
  return { of: spoken, from: index, to: index + 1 };
}

function urlsIn(pieces: readonly Piece[]): string[] {
  return pieces.flatMap((piece) => {
    if (piece.kind === 'text') return [];
    if (!('url' in piece)) return urlsIn(piece.pieces);
    return piece.url ?? [];
  });
}
