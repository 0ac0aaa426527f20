import { type DateOrder, dateIn, inOrder, isOpen, type NumberDate, numbersIn } from '../facts/dateNotation.js';

/** How much of a row's start may be a stamp, in UTF-16 units. */
const stampLength = 40;
/** Lines with which a program names the day. */
const dayLine = /^(?:\[[\d:]{4,8}\] )?(?:-{3}|\*{3,4}|Conversation|Session) /;
const halfDay = /\d[ \u00a0\u202f]?[ap]\.?m/i;

/**
 * Finds in which order a log writes dates such as `02/09/2031`: one that can be read in only one order shows it, or a date in
 * words that is the same in one order, or which number changes first. If the log leaves it open, the month is first if slashes
 * come with a 12-hour clock, as in the United States, and otherwise the day.
 */
export class DateOrderFinder {
  #first: (NumberDate & { readonly isHalfDay: boolean }) | undefined;
  readonly #open: NumberDate[] = [];
  readonly #known = new Set<string>();
  #shown: DateOrder | undefined;

  /** Takes the next row of the log. */
  add(row: string): void {
    if (this.#shown) return;
    const start = row.slice(0, stampLength);
    if (dayLine.test(row) && !numbersIn(row)) this.#known.add(dateIn(row) ?? '');
    else if (/^[\s\u200e[(]{0,4}\d/.test(start)) this.#addStamp(start);
  }

  /** Whether more rows could change the order. */
  get isOpen(): boolean {
    return this.#first !== undefined && !this.#shown;
  }

  /** The order, undefined if it does not matter. */
  get order(): DateOrder | undefined {
    if (!this.#first || this.#shown) return this.#shown;
    return this.#first.separator === '/' && this.#first.isHalfDay ? 'month first' : 'day first';
  }

  #addStamp(start: string): void {
    const date = numbersIn(start);
    const last = this.#open.at(-1);
    if (!date || (last && isSame(last, date))) return;
    if (isOpen(start)) this.#first ??= { ...date, isHalfDay: halfDay.test(start) };
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
function onlyOrder(date: NumberDate, isRight: (read: string) => boolean): DateOrder | undefined {
  const [day, month] = (['day first', 'month first'] as const).map((order) => {
    const read = inOrder(date, order);
    return read !== undefined && isRight(read);
  });
  if (day === month) return undefined;
  return day ? 'day first' : 'month first';
}

/** From one day to the next, the day changes and the month most often does not. */
function orderByChange({ numbers: [first, second] }: NumberDate, { numbers }: NumberDate): DateOrder | undefined {
  if ((first === numbers[0]) === (second === numbers[1])) return undefined;
  return first === numbers[0] ? 'month first' : 'day first';
}
