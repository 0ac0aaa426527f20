import { neverScribes } from '../../meeting/dialects/scribeBots.js';
import { type Minutes, type MinutesPerson, type MinutesScribe, speakersAndNamed } from '../minutes.js';

/** Someone in a list of people, with how many lines they said where that is shown. */
export interface ListedPerson {
  readonly nick: string;
  readonly lines: number | undefined;
}

/** The people of minutes: those present, and others, whose list has a title of its own. */
export interface PeopleLists {
  readonly present: readonly ListedPerson[];
  readonly others: readonly ListedPerson[];
  readonly othersTitle: string;
}

/** The heading of people who were named by a command, but did not speak. */
export const namedOnly = 'Named, but said nothing';

/** The heading of people who spoke, but are not in the scribe's list. */
export const spokeOnly = 'Spoke, but not listed as present';

/**
 * Who was present: in a scribe's meeting with a list of those, whoever is in it, and apart from them those who only spoke;
 * otherwise those who spoke, and apart from them those who were only named.
 */
export function peopleLists(minutes: Minutes): PeopleLists {
  const { scribe, people } = minutes;
  if (!scribe || scribe.present.length === 0) {
    const { speakers, named } = speakersAndNamed(minutes);
    const others = named.map(({ nick }) => ({ nick, lines: undefined }));
    return { present: speakers, others, othersTitle: namedOnly };
  }
  const counts = new Map<string, number>();
  for (const { nick, lines } of people) counts.set(nameKey(nick), (counts.get(nameKey(nick)) ?? 0) + lines);
  const present = scribe.present.map((nick) => ({ nick, lines: counts.get(nameKey(nick)) || undefined }));
  return { present, others: spokeUnlisted(minutes, scribe), othersTitle: spokeOnly };
}

function spokeUnlisted({ people }: Minutes, { present }: MinutesScribe): MinutesPerson[] {
  const listed = new Set(present.map(nameKey));
  return people.filter(
    ({ nick, lines }) => lines > 0 && !listed.has(nameKey(nick)) && !neverScribes.has(nick.toLowerCase()),
  );
}

/** Nicks that differ only in case and in what a client adds to a nick that is taken are those of one person. */
export function nameKey(nick: string): string {
  return nick.toLowerCase().replace(/(?<=[^_`])[_`]{1,9}$/, '');
}

/** Something that a scribe's meeting says about itself. It contains chat text. */
export interface RecordFact {
  readonly name: string;
  readonly text: string;
  /** Whether the text is an address. */
  readonly isAddress?: true;
}

/**
 * Who chaired, scribed, was present or sent regrets, and the addresses that belong to the meeting; empty if no one scribed.
 * Formats that show some of it in their own way leave that out.
 */
export function recordFacts(
  { scribe, date, chairs }: Minutes,
  without: readonly RecordFact['name'][] = [],
): readonly RecordFact[] {
  if (!scribe) return [];
  const { scribes, present, regrets, links } = scribe;
  const facts: (RecordFact | false)[] = [
    date === null && scribe.date !== null && { name: 'Date', text: scribe.date },
    chairs.length > 0 && { name: 'Chairs', text: chairs.join(', ') },
    scribes.length > 0 && { name: scribes.length === 1 ? 'Scribe' : 'Scribes', text: scribes.join(', ') },
    present.length > 0 && { name: 'Present', text: present.join(', ') },
    regrets.length > 0 && { name: 'Regrets', text: regrets.join(', ') },
    address('Agenda', links.agenda),
    address('Chat log', links.log),
    address('Previous meeting', links.previous),
    address('Next meeting', links.next),
    address('Recording', scribe.recording?.url ?? null),
  ];
  return facts.filter((fact) => fact !== false).filter(({ name }) => !without.includes(name));
}

function address(name: string, url: string | null): RecordFact | false {
  return url !== null && { name, text: url, isAddress: true };
}
