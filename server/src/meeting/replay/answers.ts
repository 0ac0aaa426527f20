import { elementAt } from '../../log/indexing.js';
import type { Block } from '../../log/text/block.js';
import type { LogText } from '../../log/text/logText.js';
import { perBlock } from '../../log/text/perBlock.js';
import type { Command, Dialect, Reply } from '../dialects/dialect.js';
import { commandFinder } from '../dialects/words.js';
import { type Answer, blockEvents, type CommandEvent, type ReplyEvent } from '../events.js';
import { firstNotAbove } from '../sorted.js';

/*
 * What a bot says about a command comes below it: that it starts or ends a meeting, or that it refuses. Which command that is
 * depends only on the lines above the reply, not on how the log is divided into blocks.
 */

/** How many lines above a reply its command may be; in a busy channel, others talk and join in between. */
export const reach = 25;

/** The answers to the commands of a block, by row. */
export type Answers = ReadonlyMap<number, Answer>;

const none: Answers = new Map();

type Verdict = ReplyEvent & { readonly reply: Extract<Reply, { kind: 'started' | 'ended' | 'refused' }> };

/** The replies of a block that answer a command. */
const verdictsOf = perBlock((block): readonly Verdict[] =>
  blockEvents(block).filter((event): event is Verdict => event.kind === 'reply' && isVerdict(event.reply)),
);

function isVerdict(reply: Reply): boolean {
  return reply.kind === 'refused' || ((reply.kind === 'started' || reply.kind === 'ended') && reply.isExact);
}

const commandsOf = perBlock((block): readonly CommandEvent[] =>
  blockEvents(block).filter((event) => event.kind === 'command'),
);

/** The answers to the commands of the block with an index. */
export function answersTo(log: LogText, index: number, dialect: Dialect): Answers {
  const start = elementAt(log.starts, index);
  const end = start + elementAt(log.blocks, index).size;
  let answers: Map<number, Answer> | undefined;
  for (let at = index; at < log.blocks.length && elementAt(log.starts, at) < end + reach; at++) {
    for (const verdict of verdictsOf(elementAt(log.blocks, at))) {
      const line = elementAt(log.starts, at) + verdict.line;
      const given = answered(log, verdict, line, commandFinder(dialect));
      if (!given || given.line < start || given.line >= end) continue;
      answers ??= new Map();
      answers.set(given.line - start, answerOf(verdict, line - given.line));
    }
  }
  return answers ?? none;
}

/** An event and its line in the log. */
interface Placed<T> {
  readonly line: number;
  readonly event: T;
}

/** The events of a view of blocks on the lines above one, as far as a bot may mean them, nearest first. */
function above<T extends { readonly line: number }>(
  log: LogText,
  line: number,
  view: (block: Block) => readonly T[],
): readonly Placed<T>[] {
  const all: Placed<T>[] = [];
  for (let at = log.blockAt(line); at >= 0; at--) {
    const start = elementAt(log.starts, at);
    const events = view(elementAt(log.blocks, at));
    for (let index = firstNotAbove(events, line - start, (event) => event.line) - 1; index >= 0; index--) {
      const event = elementAt(events, index);
      if (start + event.line < line - reach) return all;
      all.push({ line: start + event.line, event });
    }
    if (start <= line - reach) return all;
  }
  return all;
}

/**
 * The command that a reply answers: the nearest one above it that it can mean, if possible by the person it names. If the bot
 * has answered such commands since, an earlier one.
 */
function answered(
  log: LogText,
  { nick, reply }: Verdict,
  line: number,
  commandOf: (word: string) => Command | undefined,
): Placed<CommandEvent> | undefined {
  const meant = above(log, line, commandsOf).filter(
    ({ event }) => event.nick !== nick && mayMean(reply, event, commandOf),
  );
  const owner = reply.kind === 'started' ? reply.owner : undefined;
  const own = meant.filter(({ event }) => event.nick === owner);
  const possible = own.length > 0 ? own : meant;
  const nearest = possible[0];
  if (!nearest) return undefined;
  const since = above(log, line, verdictsOf).filter(
    (other) => other.line > nearest.line && isAlike(other.event.reply, reply),
  );
  return possible[since.length];
}

function mayMean(reply: Verdict['reply'], event: CommandEvent, commandOf: (word: string) => Command | undefined) {
  const effect = commandOf(event.word)?.effect;
  if (reply.kind === 'started') return effect === 'start';
  if (reply.kind === 'ended') return effect === 'end';
  if (reply.word !== undefined) return event.word.toLowerCase() === reply.word.toLowerCase();
  return effect !== undefined && (reply.effects?.includes(effect) ?? true);
}

function isAlike(a: Verdict['reply'], b: Verdict['reply']): boolean {
  if (a.kind !== b.kind) return false;
  return a.kind !== 'refused' || b.kind !== 'refused' || (a.effects === b.effects && a.word === b.word);
}

function answerOf({ reply, nick, said }: Verdict, below: number): Answer {
  const owner = reply.kind === 'started' ? reply.owner : undefined;
  return { kind: reply.kind, nick, owner, said, below };
}

/** Whether the commands of a block have the same answers. */
export function sameAnswers(a: Answers, b: Answers): boolean {
  if (a === b) return true;
  return a.size === b.size && Array.from(a).every(([row, answer]) => isSame(answer, b.get(row)));
}

function isSame(a: Answer, b: Answer | undefined): boolean {
  return a.kind === b?.kind && a.nick === b.nick && a.owner === b.owner && a.said === b.said && a.below === b.below;
}
