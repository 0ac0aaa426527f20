import type { MeetingLog } from './meetingLog.js';
import type { Meeting } from './model.js';
import { peopleOf } from './people.js';

/**
 * Who an action is for: everybody present whose nick stands in the text in whatever case, with no letter, digit or underscore
 * on either side of it. MeetBot goes by the same rule but knows ASCII letters only, misses nicks that begin or end with a
 * bracket or a dash, and gives `bob` what is meant for `bob-away` where both are present. The result keeps the order of `nicks`.
 */
export function assignees(text: string, nicks: readonly string[]): string[] {
  const folded = text.toLowerCase();
  const found = nicks.flatMap((nick): Found[] => {
    const places = placesOf(folded, nick.toLowerCase());
    return places.length > 0 ? [{ nick, length: nick.toLowerCase().length, places }] : [];
  });
  const stands = ({ places, length }: Found) =>
    places.some((place) => !found.some((other) => covers(other, place, length)));
  return found.filter(stands).map(({ nick }) => nick);
}

/** Who an action of a meeting is for: those whose nick, or the name that they gave with `#here`, stands in its text. */
export function assigneesIn(log: MeetingLog, meeting: Meeting, text: string): string[] {
  const { aliases } = meeting;
  const present = peopleOf(log, meeting).map(({ nick }) => nick);
  const named = new Set(assignees(text, [...present, ...aliases.keys()]).map((name) => aliases.get(name) ?? name));
  return present.filter((nick) => named.has(nick));
}

interface Found {
  readonly nick: string;
  readonly length: number;
  readonly places: readonly number[];
}

function covers({ length, places }: Found, place: number, shorter: number): boolean {
  return length > shorter && places.some((start) => start <= place && start + length >= place + shorter);
}

/** Where a nick stands by itself in a text; both in lower case. */
function placesOf(text: string, nick: string): number[] {
  const places: number[] = [];
  if (nick === '') return places;
  for (let at = text.indexOf(nick); at >= 0; at = text.indexOf(nick, at + 1)) {
    if (!isWord(text[at - 1]) && !isWord(text[at + nick.length])) places.push(at);
  }
  return places;
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}_]/u.test(character);
}
