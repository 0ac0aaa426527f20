import { visible } from '../../reports/printable.js';
import type { NumberedMeeting } from './chosenMeetings.js';

/** So many logs are held against minutes whose log is not known: all of them would have to be read. */
const mostLikely = 5;
/** Shorter words say little. */
const words = /[\p{L}\p{M}\p{N}]{4,}/gu;

/**
 * The meetings that minutes may be of, most likely first: those whose date, title, topics, actions and decisions are in the text.
 * With only one meeting, it is that one.
 */
export function likelyMeetings(text: string, all: readonly NumberedMeeting[]): NumberedMeeting[] {
  if (all.length === 1) return [...all];
  const said = wordsOf(text);
  const rated = all.map((one) => ({ one, rate: rateOf(one, text, said) })).filter(({ rate }) => rate > 0);
  rated.sort((a, b) => b.rate - a.rate);
  return rated.slice(0, mostLikely).map(({ one }) => one);
}

function rateOf({ log, meeting }: NumberedMeeting, text: string, said: ReadonlySet<string>): number {
  const { date, title, topics, actions, decisions } = meeting;
  const items = [{ text: title }, ...topics, ...actions, ...decisions];
  const isNamed = text.includes(visible(log).replace(/^.*[\\/]/, ''));
  return (
    items.filter((item) => isIn(item.text, said)).length +
    (date !== null && text.includes(date) ? 2 : 0) +
    (isNamed ? 2 : 0)
  );
}

/** Whether most words of an item are there, in any order. */
function isIn(item: string, said: ReadonlySet<string>): boolean {
  const own = [...wordsOf(item)];
  return own.length > 0 && own.filter((word) => said.has(word)).length >= 0.7 * own.length;
}

function wordsOf(text: string): Set<string> {
  return new Set(text.normalize('NFKC').toLowerCase().match(words));
}
