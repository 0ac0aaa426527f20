import type { MeetingLog } from '../../meeting/meetingLog.js';
import type { Meeting } from '../../meeting/model.js';
import type { MinutesOptions } from '../../minutes/fromMeeting.js';
import { timesOf } from '../../minutes/fromMeeting.js';
import type { Minutes } from '../../minutes/minutes.js';
import { DateSet } from './dateSet.js';
import { datesIn, mayMean, secondsOfTime, shiftBetween, type WrittenDate } from './dates.js';
import { channelTopicsIn, type Said } from './meetingFacts.js';

const day = 86_400;

/** When a meeting was, by the clock of its minutes. */
export class TimeFacts {
  /** The dates that it may have: in UTC, by the log's own clock. The first is that of its minutes. */
  readonly dates: readonly string[];
  readonly #minutes: readonly Minutes[];
  readonly #said: readonly Said[];
  readonly #topics: readonly string[];
  readonly #times = new Map<number, Said>();
  readonly #byMinute = new Set<number>();
  #order: readonly number[] | undefined;
  #saidDates: DateSet | undefined;

  constructor(log: MeetingLog, meeting: Meeting, variants: readonly Minutes[], said: readonly Said[]) {
    const dateBy = (options: MinutesOptions) => timesOf(log, meeting, options).date ?? [];
    this.dates = [...new Set([dateBy({}), dateBy({ asLogged: true })].flat())];
    this.#minutes = variants;
    this.#said = said;
    this.#topics = channelTopicsIn(log, meeting);
    for (const one of said) {
      if (one.time === undefined) continue;
      if (!this.#times.has(one.time)) this.#times.set(one.time, one);
      this.#byMinute.add(Math.floor(one.time / 60));
    }
  }

  get isKnown(): boolean {
    return this.#times.size > 0;
  }

  /** Whether a written date is that of the meeting; in another time zone it may be the day before or after. */
  isDate(date: WrittenDate, isOtherZone: boolean): boolean {
    return this.dates.some(
      (one) => mayMean(date, one) || (isOtherZone && [-1, 1].some((days) => mayMean(date, later(one, days)))),
    );
  }

  /** Whether someone said a date. */
  isSaid(date: WrittenDate): boolean {
    this.#saidDates ??= new DateSet([...this.#said.map(({ text }) => text), ...this.#topics].flatMap(datesIn));
    return this.#saidDates.has(date);
  }

  /** Something said at a time, in seconds. */
  saidAt(time: number): Said | undefined {
    return this.#times.get(time);
  }

  /** Whether something was said at a time, or in that minute. */
  hasTime(time: number, toSecond: boolean): boolean {
    if (this.isEdge(time, 'start')) return true;
    return toSecond ? this.#times.has(time) : this.#byMinute.has(Math.floor(time / 60));
  }

  /** Whether the meeting began or ended at a time, by any of the ways to make its minutes. */
  isEdge(time: number, edge: 'start' | 'end'): boolean {
    const moments = this.#minutes.map((minutes) => minutes[edge]?.time ?? null);
    const last = this.#said.at(-1)?.time;
    if (edge === 'end' && moments[0] === null && last === time) return true;
    return moments.some((moment) => moment !== null && secondsOfTime(moment) === time);
  }

  /** What was said nearest to a time. */
  nearest(time: number): Said | undefined {
    this.#order ??= [...this.#times.keys()].sort((a, b) => a - b);
    const order = this.#order;
    const next = firstNotBefore(order, time);
    const [before, after] = [order.at(next - 1) ?? time, order[next % order.length] ?? time];
    return this.#times.get(shiftBetween(time, before) < shiftBetween(after, time) ? before : after);
  }
}

/** The index of the first number that is not below another; the length if there is none. */
function firstNotBefore(order: readonly number[], time: number): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((order[middle] ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

function later(date: string, days: number): string {
  return new Date(Date.parse(date) + days * day * 1000).toISOString().slice(0, 10);
}
