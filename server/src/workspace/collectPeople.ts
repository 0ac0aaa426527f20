import { stemOf } from '../meeting/identity.js';
import { shortName } from '../meeting/knownNames.js';
import { folded } from '../meeting/nameWords.js';
import { NickGroups } from './nickGroups.js';
import type { PeopleClues } from './peopleClues.js';
import { Persons } from './persons.js';
import type { Person } from './projectFile.js';

/** A person who may be added to the project's file, and why, as sentences for people. */
export interface ProposedPerson {
  readonly person: Person;
  readonly why: readonly string[];
}

/** What was collected. */
export interface CollectedPeople {
  /** Those with a full name or several nicks, who spoke most often first. */
  readonly proposed: readonly ProposedPerson[];
  /** Who was not merged, although something suggested it, as sentences. */
  readonly doubts: readonly string[];
}

/** The nicks of one stem, such as `ann`, `ann_`, `ann[m]`, by how they are compared. */
interface Stem {
  readonly nicks: Map<string, string>;
  readonly logs: Set<string>;
}

/** Nicks that belong to no one. */
const anyone = /^(?:guest|mibbit|user|anon|webchat|irc|matrix|unknown)/i;

/**
 * Proposes people of some logs who are not in a project's file yet. Nicks are only merged if they differ in nothing but what
 * programs add, such as `ann_`, or if someone changed from one to the other, and the two never talked at the same time.
 */
export function collectPeople(clues: readonly PeopleClues[], known: readonly Person[]): CollectedPeople {
  const keyOf = keysFor(clues);
  const stems = stemsIn(clues, keyOf);
  const { groups, why, doubts } = merged(clues, stems, keyOf);
  const names = namesByStem(clues, keyOf);
  const persons = new Persons(known);
  const proposed = groups.all([...stems.keys()]).flatMap((members): (ProposedPerson & { readonly logs: number })[] => {
    const nicks = members.flatMap((stem) => nicksOf(stems.get(stem)));
    if (nicks.some((nick) => persons.listed(nick))) return [];
    const [name, ...others] = [...new Set(members.flatMap((stem) => names.get(stem) ?? []))];
    if (name === undefined && nicks.length < 2) return [];
    if (name !== undefined && persons.listed(name)) return [];
    const logs = Math.max(...members.map((stem) => stems.get(stem)?.logs.size ?? 0));
    const reasons = [
      ...(name === undefined ? [`No full name of ${nicks[0]} was found.`] : [`${nicks[0]} is called ${name}.`]),
      ...others.map((other) => `Also called ${other}.`),
      ...members.flatMap((stem) => alike(nicksOf(stems.get(stem)))),
      ...members.flatMap((stem) => why.get(stem) ?? []),
    ];
    return [{ person: { name: name ?? nicks[0] ?? '', nicks }, why: reasons, logs }];
  });
  proposed.sort((a, b) => b.logs - a.logs);
  return { proposed: proposed.map(({ person, why: reasons }) => ({ person, why: reasons })), doubts };
}

/** The shortest nick, which programs have added nothing to, is the first. */
function nicksOf(stem: Stem | undefined): string[] {
  return [...(stem?.nicks.values() ?? [])].sort((a, b) => a.length - b.length);
}

function alike(nicks: readonly string[]): string[] {
  return nicks.length > 1 ? [`${nicks.join(', ')} differ only in what programs add to nicks.`] : [];
}

/** What nicks of one person have in common: their stem, or the nick itself if its stem is that of users of several servers. */
type KeyOf = (nick: string) => string;

function keysFor(clues: readonly PeopleClues[]): KeyOf {
  const servers = new Map<string, Set<string>>();
  for (const nick of clues.flatMap(({ nicks }) => nicks)) {
    const server = serverOf(nick);
    const stem = stemOf(nick);
    if (server !== undefined) servers.set(stem, (servers.get(stem) ?? new Set()).add(server));
  }
  return (nick) => {
    const stem = stemOf(nick);
    return (servers.get(stem)?.size ?? 0) > 1 ? nick : stem;
  };
}

/** The server of a Matrix ID, whose `@` a log may not show; undefined for any other nick. */
function serverOf(nick: string): string | undefined {
  return nick.includes(':') && shortName(nick) !== undefined ? nick.slice(nick.indexOf(':') + 1) : undefined;
}

/** The nicks of all logs by their keys. */
function stemsIn(clues: readonly PeopleClues[], keyOf: KeyOf): ReadonlyMap<string, Stem> {
  const stems = new Map<string, Stem>();
  for (const { nicks, log } of clues) {
    for (const nick of nicks) {
      if (anyone.test(nick)) continue;
      const known = stems.get(keyOf(nick)) ?? { nicks: new Map(), logs: new Set() };
      if (!known.nicks.has(folded(nick))) known.nicks.set(folded(nick), nick);
      known.logs.add(log);
      stems.set(keyOf(nick), known);
    }
  }
  return stems;
}

interface Merged {
  readonly groups: NickGroups;
  readonly why: ReadonlyMap<string, readonly string[]>;
  readonly doubts: readonly string[];
}

/** Merges stems between which someone changed, unless the two were in one log without a change between them. */
function merged(clues: readonly PeopleClues[], stems: ReadonlyMap<string, Stem>, keyOf: KeyOf): Merged {
  const groups = new NickGroups();
  const why = new Map<string, string[]>();
  const doubts = new Set<string>();
  const linked = clues.map(({ changes }) => changes.map(({ from, to }) => [keyOf(from), keyOf(to)] as const));
  const logs = clues.map(({ nicks }) => new Set(nicks.map(keyOf)));
  for (const { log, changes } of clues) {
    for (const { from, to, line } of changes) {
      const [a, b] = [keyOf(from), keyOf(to)];
      if (!stems.has(a) || !stems.has(b) || groups.areOne(a, b)) continue;
      const members = groups.together(a, b);
      const apart = logs.findIndex((spoke, index) => {
        const here = members.filter((stem) => spoke.has(stem));
        return here.length > 1 && !areLinked(here, linked[index] ?? []);
      });
      if (apart >= 0) {
        doubts.add(`${from} and ${to} are not merged: ${clues[apart]?.log} has both without a change of nick.`);
        continue;
      }
      groups.join(a, b);
      why.set(a, [...(why.get(a) ?? []), `${from} is now known as ${to}: ${log}, line ${line}.`]);
    }
  }
  return { groups, why, doubts: [...doubts] };
}

/** Whether changes of nick connect all of some stems. */
function areLinked(stems: readonly string[], changes: readonly (readonly [string, string])[]): boolean {
  const groups = new NickGroups();
  for (const [a, b] of changes) groups.join(a, b);
  return stems.every((stem) => groups.areOne(stem, stems[0] ?? stem));
}

/** The full names of each stem, the most frequent first. */
function namesByStem(clues: readonly PeopleClues[], keyOf: KeyOf): ReadonlyMap<string, readonly string[]> {
  const counts = new Map<string, Map<string, number>>();
  for (const { nick, name } of clues.flatMap(({ names }) => names)) {
    const stem = keyOf(nick);
    const known = counts.get(stem) ?? new Map<string, number>();
    counts.set(stem, known.set(name, (known.get(name) ?? 0) + 1));
  }
  return new Map(
    Array.from(counts, ([stem, names]) => [stem, [...names].sort(([, a], [, b]) => b - a).map(([name]) => name)]),
  );
}
