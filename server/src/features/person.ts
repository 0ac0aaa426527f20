import { namesOfNick, nicksOf } from '../meeting/identity.js';
import { type MeetingLog, meetingAt } from '../meeting/meetingLog.js';
import { type SearchedNames, searchFor } from '../meeting/names.js';
import { presentAt } from '../meeting/present.js';
import type { LogProject } from '../workspace/logProject.js';
import type { Persons } from '../workspace/persons.js';
import type { PersonTarget } from './target.js';

/** Someone in a log. */
export interface FoundPerson {
  /** The nick that is meant: the name itself if it is one. */
  readonly nick: string;
  /** All nicks, as written; only the name if no one in the log speaks, joins or leaves under it. */
  readonly nicks: readonly string[];
  /** For finding all places of the person. */
  readonly searched: SearchedNames;
}

/** Who is meant by a name at a place. A project's file may say which nicks are whose. */
export function personAt(log: MeetingLog, { name, place: { line } }: PersonTarget, project?: LogProject): FoundPerson {
  const found = project ? listedNicks(log, name, line, project.persons) : nicksOf(log, name, line);
  const nicks = found.length > 0 ? found : [name];
  const searched = searchFor([name, ...nicks.flatMap(namesOfNick)]);
  return { nick: meantBy(log, name, nicks, line), nicks, searched };
}

/** The nicks of a person: those that the file lists, and what the log shows of these, without those that it lists for others. */
function listedNicks(log: MeetingLog, name: string, line: number, persons: Persons): readonly string[] {
  const own = nicksOf(log, name, line);
  const person = persons.listed(name);
  const listed = (person?.nicks ?? []).flatMap((nick) => nicksOf(log, nick, line));
  const isTheirs = (nick: string) => (persons.listed(nick) ?? person) === person;
  return [...new Set([...own, ...listed])].filter(isTheirs);
}

function meantBy(log: MeetingLog, name: string, nicks: readonly string[], line: number): string {
  if (nicks.includes(name)) return name;
  const same = nicks.find((nick) => nick.toLowerCase() === name.toLowerCase());
  if (same !== undefined) return same;
  const meeting = meetingAt(log, line);
  if (meeting?.named.has(name)) return name;
  const present = meeting && presentAt(log, meeting);
  return nicks.find((nick) => present?.ranks.has(nick)) ?? nicks[0] ?? name;
}
