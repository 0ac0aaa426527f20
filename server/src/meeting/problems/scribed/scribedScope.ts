import type { MeetingLog } from '../../meetingLog.js';
import type { Meeting, Place } from '../../model.js';
import type { Scribed } from '../../scribe/readScribed.js';
import type { ChatRecord } from '../../scribe/record.js';
import type { Rule, Shown } from '../../scribe/shown.js';
import type { Related } from '../problem.js';
import { ScribePeople } from './scribePeople.js';

/** Where rules look for problems of a meeting with a scribe: all of it. */
export class ScribedScope {
  readonly log: MeetingLog;
  readonly meeting: Meeting;
  readonly scribed: Scribed;
  /** The records and what took each. */
  readonly records: readonly ChatRecord[];
  readonly rules: readonly Rule[];
  /** How many more texts may be compared by spelling: all with all others would take quadratic time. */
  comparisons = 20_000;
  /** How many more lines may be searched for texts that corrections do not find. */
  lookups = 200_000;
  #people: ScribePeople | undefined;
  #indexes: ReadonlyMap<ChatRecord, number> | undefined;
  #corrections: ReadonlySet<ChatRecord> | undefined;
  #shownBy: ReadonlyMap<ChatRecord, Shown> | undefined;

  constructor(log: MeetingLog, meeting: Meeting, scribed: Scribed) {
    this.log = log;
    this.meeting = meeting;
    this.scribed = scribed;
    this.records = scribed.state.records;
    this.rules = scribed.rules;
  }

  /** Who was there and who spoke, by all their names. */
  get people(): ScribePeople {
    this.#people ??= new ScribePeople(this.scribed);
    return this.#people;
  }

  /** What a record begins in the minutes. */
  shownOf(record: ChatRecord): Shown | undefined {
    this.#shownBy ??= new Map(this.scribed.state.shown.map((shown) => [shown.record, shown]));
    return this.#shownBy.get(record);
  }

  /** The index of a record; -1 if it is none of the meeting's. */
  indexOf(record: ChatRecord): number {
    this.#indexes ??= new Map(this.records.map((one, index) => [one, index]));
    return this.#indexes.get(record) ?? -1;
  }

  /** Whether a record is a correction, done or not. */
  isCorrection(record: ChatRecord): boolean {
    this.#corrections ??= new Set(this.scribed.corrections.map((correction) => correction.record));
    return this.#corrections.has(record);
  }

  /** The records that some rules took, with their index. */
  *ruled(...rules: readonly Rule[]): Generator<Ruled> {
    for (const [index, rule] of this.rules.entries()) {
      const record = this.records[index];
      if (record && rules.includes(rule)) yield { record, rule, index };
    }
  }

  /** A line of the log. */
  lineOf({ line }: Pick<ChatRecord, 'line'>): number {
    return this.meeting.startLine + line;
  }

  /** Where a part of a record is: UTF-16 offsets in its text; all of it if the log does not have that text. */
  placeOf(record: ChatRecord, from = 0, to = record.text.length): Place {
    const { start, end, isInLog } = record;
    const line = this.lineOf(record);
    return isInLog ? { line, start: start + from, end: Math.min(end, start + to) } : { line, start, end };
  }

  note(record: ChatRecord, message: string): Related {
    return { ...this.placeOf(record), message };
  }
}

/** A record and the rule that took it. */
export interface Ruled {
  readonly record: ChatRecord;
  readonly rule: Rule;
  readonly index: number;
}
