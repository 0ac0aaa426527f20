import { secondsOfTime, shiftBetween } from './dates.js';
import type { LogFacts } from './logFacts.js';
import type { Fact, VoteText } from './meetingFacts.js';
import type { Claim } from './statementClaims.js';
import type { Verification } from './verification.js';
import type { LogLineRef } from './verifyReport.js';

/** The lists of minutes, each of which is complete in those of bots. */
export type ListName =
  | 'summary'
  | 'actions'
  | 'byPerson'
  | 'decisions'
  | 'votes'
  | 'issues'
  | 'contents'
  | 'discussion'
  | 'log';

/** Minutes that are held against one meeting. */
export interface Held {
  readonly facts: LogFacts;
  readonly claims: readonly Claim[];
  /** Whether the minutes quote the log word by word, as those of bots do. */
  readonly isVerbatim: boolean;
  /** Whether they have all lists of a bot's minutes. */
  readonly isOfBot: boolean;
  /** Whether Meetlog wrote them. */
  readonly isOfMeetlog: boolean;
  /** Whether they are a scribe's page. */
  readonly isOfScribe: boolean;
  /** Whether they show a scribe's discussion word by word, if any: Meetlog's minutes, and a scribe's page. */
  readonly isRecord: boolean;
  /** Seconds from the times of the log to those of the minutes. */
  readonly shift: number;
  readonly result: Verification;
  /** The facts with a counterpart in each list. */
  readonly listed: Map<ListName, Set<Fact>>;
  /** The claims that open a group of someone's actions, by index. */
  readonly groups: Map<number, Group>;
  /** What was listed for whom: `PERSON LINE`. */
  readonly assigned: Set<string>;
  /** The votes that claims are about, by the claim's index. */
  readonly votes: Map<number, VoteText>;
  /** These votes. */
  readonly voted: Set<VoteText>;
  /** How many statements of a list with the same text there were. */
  readonly taken: Map<string, number>;
  /** Who was listed as present. */
  readonly present: Set<string>;
  /** Which parts of a scribe's record were given, such as `Regrets`. */
  readonly recorded: Set<string>;
}

export interface Group {
  /** The canonical name; undefined for actions of no one, or of very many. */
  readonly person: string | undefined;
}

/** Notes that a fact has a counterpart in a list. */
export function listFact({ listed }: Held, list: ListName, fact: Fact): void {
  const known = listed.get(list);
  if (known) known.add(fact);
  else listed.set(list, new Set([fact]));
}

/** Whether a time of the minutes is that of a line, without seconds the same minute. */
export function isSameTime(held: Held, inMinutes: string, logged: string | null): boolean {
  if (logged === null) return false;
  const apart = shiftBetween(secondsOfTime(inMinutes), secondsOfTime(logged) + held.shift);
  if (apart === 0) return true;
  const hasSeconds = inMinutes.split(':').length > 2;
  return !hasSeconds && shiftBetween(secondsOfTime(logged) + held.shift, secondsOfTime(inMinutes)) < 60;
}

/** The list that a claim is in. */
export function listOf({ role, statement }: Claim): ListName {
  if (statement.kind === 'log') return 'log';
  return listOfRole(role);
}

/** The list whose statements have a role. */
export function listOfRole(role: Claim['role']): ListName {
  return isList(role) ? role : 'summary';
}

function isList(role: Claim['role']): role is Claim['role'] & ListName {
  return (
    role !== undefined &&
    ['actions', 'byPerson', 'decisions', 'votes', 'issues', 'contents', 'discussion'].includes(role)
  );
}

/** Whether two names mean one person, as far as the log shows. */
export function isSamePerson({ facts }: Held, a: string, b: string): boolean {
  if (a === b) return true;
  const [one, other] = [facts.people.of(a), facts.people.of(b)];
  return one !== undefined && one === other;
}

/** A line of the log that is held against. */
export function refTo({ facts }: Held, line: number): LogLineRef {
  return { log: facts.name, line };
}
