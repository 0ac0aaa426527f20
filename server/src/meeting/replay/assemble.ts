import { lastSpoken, speakers } from '../../log/facts/speakers.js';
import { elementAt } from '../../log/indexing.js';
import type { LogText } from '../../log/text/logText.js';
import { KnownNames } from '../knownNames.js';
import type { Ballot, ChairChange, Item, Meeting, Part, Stretch, Undone, Vote } from '../model.js';
import { perPart } from '../perPart.js';
import { itemsOf, keptItems, movedBy } from '../sections.js';
import type { State } from './state.js';

/** What is known of a meeting apart from its parts. */
interface MeetingFrame {
  /** Its state at the end. */
  readonly state: State;
  readonly startLine: number;
  /** The line that ended it; undefined if none did. */
  readonly endLine: number | undefined;
  /** The line after the last. */
  readonly end: number;
  /** Whether it is a whole log: then it ends with the last line said. */
  readonly isWholeLog: boolean;
  /** The lines on which it was started anew. */
  readonly restarts: readonly number[];
}

/** Assembles a meeting from the results of its blocks, and counts how many items of each part are left. */
export function assembled(
  log: LogText,
  taken: readonly Part[],
  { state, startLine, endLine, end, isWholeLog, restarts }: MeetingFrame,
) {
  const { parts, undone } = withUndone(taken);
  const stretches = parts.map(({ stretch }) => stretch);
  const titled = parts.findLast(({ stretch }) => stretch.title !== undefined);
  const lastSaid = endLine ?? lastSpoken(log, startLine, end);
  const changes = joined(parts, changesOf);
  const meeting: Meeting = {
    identity: {},
    startLine,
    isStartMissing: state.isStartMissing && !isWholeLog,
    endLine: isWholeLog ? lastSaid : endLine,
    lastLine: lastSaid,
    restarts,
    owner: state.owner,
    bot: state.bot,
    date: firstOf(stretches, 'date'),
    utcOffset: firstOf(stretches, 'utcOffset'),
    title: (titled?.stretch.title && movedBy(titled.stretch.title, titled.start)) ?? undefined,
    name: stretches.findLast(({ name }) => name !== undefined)?.name,
    items: joined(parts, keptItems),
    undone,
    votes: votesOf(parts),
    chairChanges: state.bot === undefined ? ofThoseMeant(changes, log, startLine, lastSaid) : changes,
    aliases: new Map(stretches.flatMap(({ aliases }) => aliases.map(({ name, nick }) => [name, nick] as const))),
    named: namedIn(parts, startLine),
    scribed: undefined,
  };
  return { meeting, parts };
}

/** The concatenated lists of all parts. */
function joined<T>(parts: readonly Part[], listOf: (part: Part) => readonly T[]): readonly T[] {
  const all: T[] = [];
  for (const part of parts) for (const one of listOf(part)) all.push(one);
  return all;
}

function firstOf<K extends 'date' | 'utcOffset'>(stretches: readonly Stretch[], key: K): Stretch[K] {
  return stretches.find((one) => one[key] !== undefined)?.[key];
}

/** How many of each part's items are left after every `#undo` has removed the last one. */
function withUndone(taken: readonly Part[]): { readonly parts: readonly Part[]; readonly undone: readonly Undone[] } {
  const parts: Part[] = [];
  const undone: Undone[] = [];
  // The indices of parts that have items left.
  const filled: number[] = [];
  const takeLast = (): Item | undefined => {
    const index = filled.at(-1);
    if (index === undefined) return undefined;
    const last = elementAt(parts, index);
    const kept = last.kept - 1;
    parts[index] = { ...last, kept };
    if (kept === 0) filled.pop();
    return itemsOf(last)[kept];
  };
  for (const part of taken) {
    for (const { line, item } of part.stretch.undone) {
      const back = item ? movedBy(item, part.start) : takeLast();
      if (back) undone.push({ line: line + part.start, item: back });
    }
    if (part.kept > 0) filled.push(parts.length);
    parts.push(part);
  }
  return { parts, undone };
}

const changesOf = perPart(({ start, stretch }): readonly ChairChange[] =>
  stretch.chairChanges.map((change) => movedBy(change, start)),
);

/** Where no bot compares nicks, `#chair wren` is for the one who speaks as Wren Hill. */
function ofThoseMeant(
  changes: readonly ChairChange[],
  log: LogText,
  startLine: number,
  lastLine: number,
): readonly ChairChange[] {
  const speaking = new Set(speakers(log, startLine, lastLine).map(({ nick }) => nick));
  if (changes.every(({ nick }) => speaking.has(nick))) return changes;
  const names = new KnownNames(speaking);
  return changes.map((change) => ({ ...change, nick: names.meant(change.nick) ?? change.nick }));
}

function namedIn(parts: readonly Part[], startLine: number): ReadonlyMap<string, number> {
  const named = new Map<string, number>();
  for (const { start, stretch } of parts) {
    for (const { nick, line } of stretch.named) if (!named.has(nick)) named.set(nick, line + start - startLine);
  }
  return named;
}

function votesOf(parts: readonly Part[]): readonly Vote[] {
  const votes: Vote[] = [];
  let open: { vote: Vote; ballots: Ballot[] } | undefined;
  const finish = (endLine: number | undefined) => {
    if (open) votes.push({ ...open.vote, ballots: open.ballots, endLine });
    open = undefined;
  };
  for (const { start, stretch } of parts) {
    for (const change of stretch.votes) {
      if (change.kind === 'ballot') open?.ballots.push(movedBy(change.ballot, start));
      else if (change.kind === 'close') finish(change.line + start);
      else {
        finish(undefined);
        open = { vote: movedVote(change.vote, start), ballots: [] };
      }
    }
  }
  finish(undefined);
  return votes;
}

function movedVote(vote: Vote, by: number): Vote {
  return { ...movedBy(vote, by), question: movedBy(vote.question, by) };
}
