import { namesOfNick, nicksOf } from '../meeting/identity.js';
import { type MeetingLog, meetingAt } from '../meeting/meetingLog.js';
import { type SearchedNames, searchFor } from '../meeting/names.js';
import { presentAt } from '../meeting/present.js';
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

/** Who is meant by a name at a place. */
export function personAt(log: MeetingLog, { name, place: { line } }: PersonTarget): FoundPerson {
  const found = nicksOf(log, name, line);
  const nicks = found.length > 0 ? found : [name];
  const searched = searchFor([name, ...nicks.flatMap(namesOfNick)]);
  return { nick: meantBy(log, name, nicks, line), nicks, searched };
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
