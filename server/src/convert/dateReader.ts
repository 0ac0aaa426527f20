import { isoTime } from './canonicalStamp.js';

const numeric =
  /^(\d{1,4})([./-])(\d{1,2})[./-](\d{1,4})\.?,?\s+(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?\s?([AaPp])?\.?(?:[Mm]\.?)?$/;
const named = /^(\d{1,2})[- ]([A-Z][a-z]{2})[- ](\d{2,4})\s+(\d{1,2}):(\d\d)(?::(\d\d))?\s?([AaPp])?[Mm]?$/;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

type First = 'day' | 'month';

/**
 * Reads dates with times as .NET writes them in the language of whoever made the export: `3/14/2031 8:58 PM`,
 * `14.03.2031 20:58`, `14-Mar-31 08:58 PM`, or ISO. Whether the day or the month is first is learnt from dates of the same file.
 */
export class DateReader {
  /** Whether a date had a time zone. */
  hasZones = false;
  /** What is first, if nothing proved it. */
  guessed: First | undefined;
  #first: First | undefined;
  #isNeeded = false;
  #looks = '';

  /** Whether dates can be read: it is known what is first in them, or does not matter. */
  get isSettled(): boolean {
    return this.#first !== undefined;
  }

  learn(text: string): void {
    const [, one = '', sign = '', two = '', , , , , half] = numeric.exec(text.trim()) ?? [];
    if (one === '' || one.length === 4) return;
    this.#isNeeded = true;
    this.#looks = sign + (half ?? '');
    if (Number(one) > 12) this.#first = 'day';
    else if (Number(two) > 12) this.#first = 'month';
  }

  /** Decides what is first if nothing proved it: as in the languages that write dates so. */
  settle(): void {
    if (this.#first) return;
    this.#first = /^\/[AaPp]/.test(this.#looks) ? 'month' : 'day';
    if (this.#isNeeded) this.guessed = this.#first;
  }

  /** A date in milliseconds since 1970, as if it were in UTC unless it has a zone; NaN if it is none. */
  read(text: string): number {
    const own = text.trim();
    const iso = isoTime(own);
    if (!Number.isNaN(iso)) {
      if (/(?:Z|[+-]\d\d:?\d\d)$/.test(own)) this.hasZones = true;
      return iso;
    }
    return this.#readNumeric(own) ?? readNamed(own) ?? Number.NaN;
  }

  #readNumeric(text: string): number | undefined {
    const [, one = '', , two = '', three = '', ...clock] = numeric.exec(text) ?? [];
    if (one === '') return undefined;
    if (one.length === 4) return timeOf(one, two, three, clock);
    return this.#first === 'month' ? timeOf(three, one, two, clock) : timeOf(three, two, one, clock);
  }
}

function readNamed(text: string): number | undefined {
  const [, day = '', month = '', year = '', ...clock] = named.exec(text) ?? [];
  return day === '' ? undefined : timeOf(year, String(months.indexOf(month) + 1), day, clock);
}

function timeOf(year: string, month: string, day: string, clock: readonly (string | undefined)[]): number {
  const [hour = '', minute = '', second = '00', half] = clock;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0);
  const two = (part: string | number) => String(part).padStart(2, '0');
  return isoTime(
    `${year.length === 2 ? `20${year}` : year}-${two(month)}-${two(day)} ${two(hours)}:${minute}:${second}`,
  );
}
