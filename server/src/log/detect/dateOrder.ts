import {
  type DateOrder,
  dateIn,
  inOrder,
  type KnownOrder,
  type NumberDate,
  numbersIn,
  readings,
} from '../facts/dateNotation.js';
import { inAsciiDigits, withoutDirections } from '../layouts/digits.js';

/** How much of a row's start may be a stamp, in UTF-16 units. */
const stampLength = 40;
/** How much of a row's start may be a name and a stamp. */
const headLength = 100;
/** Lines with which a program names the day. */
const dayLine = /^(?:\[[\d:]{4,8}\] )?(?:-{3}|\*{3,4}|Conversation|Session) /;
/** What a bot says at the start of a meeting. */
const greeting = /Meeting started \w{3} (\w{3} [ \d]\d) \d\d:\d\d:\d\d (\d{4})/;
/** A stamp behind a name: in brackets, or at the end of the row. */
const behindName =
  /^[^<>:]{1,60}?(?<!\d)(\d{1,2}([-/.])\d{1,2}\2\d{2,4},? {1,2}(?:at |klo |kl\.? )?\d{1,2}[:.]\d\d[^\]]{0,16})(?:\]|$)/;
/** As in the United States; most others who write slashes and 12 hours write them with small letters. */
const halfDay = /\d[ \u00a0\u202f]?[AP]M/;

/**
 * Finds in which order a log writes dates such as `02/09/2031`: one that can be read in only one order shows it, or a date in
 * words that is the same in one order, or which number changes first. Otherwise the month is first if slashes come with `AM` or
 * `PM`, as in the United States, and the day with other signs, as everywhere that CLDR knows. That the day is first is a guess
 * with slashes and 24 hours.
 */
export class DateOrderFinder {
  #first: (NumberDate & { readonly isHalfDay: boolean }) | undefined;
  readonly #open: NumberDate[] = [];
  readonly #known = new Set<string>();
  #shown: KnownOrder | undefined;

  /** Takes the next row of the log. */
  add(row: string): void {
    if (this.#shown) return;
    if (dayLine.test(row) && !numbersIn(row)) this.#addKnown(dateIn(row));
    else if (/^[\s\u200e[(]{0,4}\p{Nd}/u.test(row)) this.#addStamp(row.slice(0, stampLength));
    else this.#addNamed(row);
    const [, day, year] = greeting.exec(row) ?? [];
    if (year !== undefined) this.#addKnown(dateIn(`${day} ${year}`));
  }

  /** Whether more rows could change the order. */
  get isOpen(): boolean {
    return this.#first !== undefined && !this.#shown;
  }

  /** The order, undefined if it does not matter. */
  get order(): DateOrder | undefined {
    if (!this.#first || this.#shown) return this.#shown;
    if (this.#first.separator !== '/') return 'day first';
    return this.#first.isHalfDay ? 'month first' : 'perhaps day first';
  }

  /** A stamp behind a name, or at the end of the row. */
  #addNamed(row: string): void {
    const head = inAsciiDigits(withoutDirections(row.slice(0, headLength).trimEnd()));
    const stamp = behindName.exec(head)?.[1];
    if (stamp !== undefined) this.#addStamp(stamp);
  }

  #addKnown(date: string | undefined): void {
    if (date === undefined) return;
    this.#known.add(date);
    for (const open of this.#open) this.#shown ??= onlyOrder(open, (read) => read === date);
  }

  #addStamp(start: string): void {
    const date = numbersIn(start);
    const last = this.#open.at(-1);
    if (!date || (last && isSame(last, date))) return;
    if (readings(start)) this.#first ??= { ...date, isHalfDay: halfDay.test(start) };
    this.#open.push(date);
    this.#shown =
      onlyOrder(date, () => true) ??
      onlyOrder(date, (read) => this.#known.has(read)) ??
      (last && orderByChange(last, date));
  }
}

function isSame(one: NumberDate, other: NumberDate): boolean {
  return one.year === other.year && one.numbers.join() === other.numbers.join();
}

/** The order in which alone a date is right. */
function onlyOrder(date: NumberDate, isRight: (read: string) => boolean): KnownOrder | undefined {
  const [day, month] = (['day first', 'month first'] as const).map((order) => {
    const read = inOrder(date, order);
    return read !== undefined && isRight(read);
  });
  if (day === month) return undefined;
  return day ? 'day first' : 'month first';
}

/** From one day to the next, the day changes and the month most often does not. */
function orderByChange({ numbers: [first, second] }: NumberDate, { numbers }: NumberDate): KnownOrder | undefined {
  if ((first === numbers[0]) === (second === numbers[1])) return undefined;
  return first === numbers[0] ? 'month first' : 'day first';
}
