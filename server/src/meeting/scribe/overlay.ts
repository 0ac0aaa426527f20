import type { Steps } from '../../log/steps.js';
import { type Change, type Correction, type CorrectionParts, correctionIn } from './corrections.js';
import { GramFilter } from './gramFilter.js';
import type { ChatRecord } from './record.js';

/** The records of a meeting after its corrections, in order. */
export interface Corrected {
  readonly records: readonly ChatRecord[];
  readonly corrections: readonly Correction[];
  /** The correction that a record is, if it is one. */
  readonly byRecord: ReadonlyMap<ChatRecord, Correction>;
}

/**
 * Applies the corrections of a meeting, all of them and in order, before anything else is understood, as scribe.perl does. Matching
 * is literal and by case, on what was said alone; no correction is the target of another. `records` are changed.
 *
 * A correction looks at the lines above it until it finds its text, so the time is that of corrections × lines at worst; a filter
 * of each chunk of lines lets it skip nearly all that cannot have the text. Can be paused at any `yield`.
 */
export function* correcting(records: ChatRecord[]): Steps<Corrected> {
  const parts = new Map<ChatRecord, CorrectionParts>();
  for (const [index, record] of records.entries()) {
    if (index % chunkSize === 0) yield;
    const read = correctionIn(record.text);
    if (read) parts.set(record, read);
  }
  if (parts.size === 0) return { records, corrections: [], byRecord: new Map() };
  const overlay = new Overlay(records, parts);
  const corrections: Correction[] = [];
  for (let at = 0; at < overlay.chunks.length; at++) {
    const chunk = overlay.chunk(at);
    for (let index = 0; index < chunk.records.length; index++) {
      const record = chunk.records[index];
      const read = record && parts.get(record);
      if (!record || !read) continue;
      const size = chunk.records.length;
      corrections.push({ ...read, record, ...(yield* overlay.apply(read, record, at, index)) });
      index += chunk.records.length - size;
      yield;
    }
  }
  const byRecord = new Map(corrections.map((correction) => [correction.record, correction]));
  return { records: overlay.chunks.flatMap((chunk) => chunk.records), corrections, byRecord };
}

/** Consecutive records. */
interface Chunk {
  readonly records: ChatRecord[];
  /** Made when a correction first looks at them, if there are many corrections. */
  filter: GramFilter | undefined;
}

const chunkSize = 256;
/** With fewer corrections, filters cost more than they save. */
const manyCorrections = 16;

/** The result of a correction. */
type Done = Pick<Correction, 'isDone' | 'changes' | 'isTooMuch'>;

const failed: Done = { isDone: false, changes: [] };

class Overlay {
  readonly chunks: Chunk[] = [];
  readonly #corrections: ReadonlyMap<ChatRecord, CorrectionParts>;
  /** How many more UTF-16 units corrections may write, so that a few of them cannot make a log of any size. */
  #room: number;

  constructor(records: ChatRecord[], corrections: ReadonlyMap<ChatRecord, CorrectionParts>) {
    let size = 0;
    for (let at = 0; at < records.length; at += chunkSize) {
      this.chunks.push({ records: records.slice(at, at + chunkSize), filter: undefined });
    }
    for (const { text } of records) size += text.length;
    this.#room = 10_000_000 + 2 * size;
    this.#corrections = corrections;
  }

  chunk(at: number): Chunk {
    return this.chunks[at] ?? { records: [], filter: undefined };
  }

  /** Applies a correction that is a record with an index in a chunk. */
  *apply(parts: CorrectionParts, record: ChatRecord, at: number, index: number): Steps<Done> {
    const { command, flag } = parts;
    if (parts.old === '') return failed;
    const olds = new Set([parts.old, parts.old.replaceAll('\u200c', '')]);
    if (command === 'i') return this.#insert(parts, [...olds], record, at, index);
    if (flag === '') return this.#replace(parts, [...olds], at, index);
    return yield* this.#replaceAll(parts, [...olds], at, index);
  }

  #insert(parts: CorrectionParts, olds: readonly string[], by: ChatRecord, at: number, index: number): Done {
    const found = this.#nearest(olds, at, index);
    const target = found?.chunk.records[found.index];
    if (!found || !target) return failed;
    if (!this.#takeRoom(parts.new.length)) return { ...failed, isTooMuch: true };
    const { line, nick, start, end } = by;
    const inserted: ChatRecord = {
      line,
      at: target.at ?? target.line,
      atText: target.atText ?? { start: target.start, end: target.end },
      nick,
      text: parts.new,
      start,
      end,
      time: undefined,
      isInLog: false,
      isInserted: true,
    };
    found.chunk.records.splice(found.index, 0, inserted);
    found.chunk.filter?.add(parts.new);
    return { isDone: true, changes: [{ target, before: undefined, after: parts.new }] };
  }

  #replace(parts: CorrectionParts, olds: readonly string[], at: number, index: number): Done {
    const found = this.#nearest(olds, at, index);
    const target = found?.chunk.records[found.index];
    if (!found || !target) return failed;
    const change = this.#changed(found.chunk, target, olds, parts.new);
    return change ? { isDone: true, changes: [change] } : { ...failed, isTooMuch: true };
  }

  *#replaceAll({ flag, new: text }: CorrectionParts, olds: readonly string[], at: number, index: number): Steps<Done> {
    const changes: Change[] = [];
    const last = flag === 'G' ? this.chunks.length - 1 : at;
    for (let each = 0; each <= last; each++) {
      if (each % 64 === 63) yield;
      const { records } = this.chunk(each);
      const isAll = this.#replaceIn(
        this.chunk(each),
        flag === 'g' && each === at ? index : records.length,
        olds,
        text,
        changes,
      );
      // What was changed stays so; the correction says that it was not done to the end.
      if (!isAll) return { isDone: changes.length > 0, changes, isTooMuch: true };
    }
    return { isDone: changes.length > 0, changes };
  }

  /** Changes the first records of a chunk; returns whether there was room for all that it writes. */
  #replaceIn(chunk: Chunk, end: number, olds: readonly string[], text: string, changes: Change[]): boolean {
    if (!this.#mayHave(chunk, olds)) return true;
    for (const target of chunk.records.slice(0, end)) {
      if (!this.#isTarget(target, olds)) continue;
      const change = this.#changed(chunk, target, olds, text);
      if (!change) return false;
      changes.push(change);
    }
    return true;
  }

  /** Replaces the first occurrence in a record; undefined if that would write too much. */
  #changed(chunk: Chunk, target: ChatRecord, olds: readonly string[], text: string): Change | undefined {
    const before = target.text;
    const old = olds.find((one) => one !== '' && before.includes(one)) ?? '';
    const start = before.indexOf(old);
    if (!this.#takeRoom(before.length - old.length + text.length)) return undefined;
    const after = before.slice(0, start) + text + before.slice(start + old.length);
    target.text = after;
    target.isInLog = false;
    chunk.filter?.add(after);
    return { target, before, after };
  }

  /** The nearest record above with one of some texts. */
  #nearest(olds: readonly string[], at: number, index: number): { chunk: Chunk; index: number } | undefined {
    for (let each = at; each >= 0; each--) {
      const chunk = this.chunk(each);
      if (!this.#mayHave(chunk, olds)) continue;
      for (let row = each === at ? index - 1 : chunk.records.length - 1; row >= 0; row--) {
        const target = chunk.records[row];
        if (target && this.#isTarget(target, olds)) return { chunk, index: row };
      }
    }
    return undefined;
  }

  #isTarget(record: ChatRecord, olds: readonly string[]): boolean {
    return olds.some((old) => old !== '' && record.text.includes(old)) && !this.#corrections.has(record);
  }

  #mayHave(chunk: Chunk, olds: readonly string[]): boolean {
    if (this.#corrections.size < manyCorrections) return true;
    if (!chunk.filter) {
      chunk.filter = new GramFilter();
      for (const { text } of chunk.records) chunk.filter.add(text);
    }
    const { filter } = chunk;
    return olds.some((old) => old !== '' && filter.mayHave(old));
  }

  #takeRoom(units: number): boolean {
    if (units > this.#room) return false;
    this.#room -= units;
    return true;
  }
}
