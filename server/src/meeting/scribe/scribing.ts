import { elementAt } from '../../log/indexing.js';
import type { LabelLine } from './labels.js';
import type { ScribeOptions } from './options.js';
import { type ChatRecord, type Said, saidIn } from './record.js';
import { Roster } from './roster.js';
import type { Rule, Shown, ShownKind } from './shown.js';

/** Addresses that people and bots give for a meeting. */
export type LinkName = 'agenda' | 'log' | 'minutes' | 'previous' | 'next';

/** A recording that topics link to; times are seconds since midnight by the log's clock. */
export interface Recording {
  readonly url: string;
  readonly text: Said;
}

/** Where the reading of a meeting is: what the lines above decide about the next one. */
export class Scribing {
  readonly roster = new Roster();
  readonly shown: Shown[] = [];
  readonly links = new Map<LinkName, { readonly url: string; readonly line: number }>();
  readonly anchors = new Set<string>();
  title: Said | undefined;
  date: Said | undefined;
  slides: string | undefined;
  recording: Recording | undefined;
  recordingStart: number | undefined;
  recordingEnd: number | undefined;
  /** Who spoke last, for each nick that scribes; the dots of that nick go on with it. */
  readonly lastSpeaker = new Map<string, string>();
  /** What closes the verbatim block of a nick. */
  readonly open = new Map<string, string>();
  /** What the queue keeper last said that does not go on with something. */
  lastOfQueueKeeper: ChatRecord | undefined;
  /** Records that an earlier line took: those below a line of dashes. */
  readonly taken = new Set<ChatRecord>();
  /** The last thing shown by each nick; a speech is by who speaks. */
  #nextBySame: readonly (number | undefined)[] | undefined;
  readonly #lastBy = new Map<string, Shown>();

  constructor(
    readonly records: readonly ChatRecord[],
    readonly options: ScribeOptions,
  ) {}

  /** Shows a part of a record. */
  show({ record, index }: Line, kind: ShownKind, said: Said, more: { speaker?: string; data?: string } = {}): void {
    const shown: Shown = {
      kind,
      nick: record.nick,
      speaker: more.speaker,
      record,
      index,
      lines: [said],
      ...(more.data !== undefined && { data: more.data }),
    };
    this.shown.push(shown);
    this.#lastBy.set(shown.speaker ?? shown.nick, shown);
  }

  /** The index of the next record of the same nick, for each record; undefined where there is none. */
  nextBySame(index: number): number | undefined {
    this.#nextBySame ??= nextIndexes(this.records);
    return this.#nextBySame[index];
  }

  lastBy(nick: string): Shown | undefined {
    return this.#lastBy.get(nick);
  }

  whole(record: ChatRecord): Said {
    return saidIn(record);
  }
}

function nextIndexes(records: readonly ChatRecord[]): (number | undefined)[] {
  const below = new Map<string, number>();
  const next: (number | undefined)[] = new Array(records.length);
  for (let index = records.length - 1; index >= 0; index--) {
    const { nick } = elementAt(records, index);
    next[index] = below.get(nick);
    below.set(nick, index);
  }
  return next;
}

/** The line that is being read. */
export interface Line {
  readonly record: ChatRecord;
  /** Its index among the records. */
  readonly index: number;
  readonly isScribe: boolean;
  readonly isFailedEdit: boolean;
  /** The label that it begins with, known or not. */
  readonly label: LabelLine | undefined;
}

/** Reads a line; undefined if it is for a later rule. */
export type LineReader = (state: Scribing, line: Line) => Rule | undefined;
