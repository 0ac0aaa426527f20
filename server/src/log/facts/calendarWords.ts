import { folded, meaningsOf, relativeDays } from '../layouts/localeWords.js';
import { englishDays, englishMonths, nameIn } from './englishDates.js';

/** Whether a word names a month or a day of the week, or means today or yesterday, in any of CLDR's larger languages. */
export function isCalendarWord(word: string): boolean {
  if (/^\p{L}?$/u.test(word)) return false;
  if (nameIn(englishMonths, word) >= 0 || nameIn(englishDays, word) >= 0) return true;
  return meaningsOf('month', word) > 0 || meaningsOf('weekday', word) > 0 || relativeDays(word).has(folded(word));
}

/** Whether a word, or words, such as `pm`, `p. m.` and `下午`, name a time of day in any of these languages. */
export function isDayPeriod(word: string): boolean {
  return /^[ap]\.?m\.?$/i.test(word) || meaningsOf('dayPeriod', word) > 0;
}
