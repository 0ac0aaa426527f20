import { elementAt } from '../../log/indexing.js';
import type { Block } from '../../log/text/block.js';
import type { LogText } from '../../log/text/logText.js';
import { perBlock } from '../../log/text/perBlock.js';
import type { Command, Dialect, Reply } from '../dialects/dialect.js';
import { commandFinder } from '../dialects/words.js';
import { type Answer, blockEvents, type CommandEvent, type ReplyEvent } from '../events.js';
import { movedBy } from '../sections.js';

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

/** The answers to the commands of the block with an index. Rows and lines count from the start of that block. */
export function answersTo(log: LogText, index: number, dialect: Dialect): Answers {
  const { size } = elementAt(log.blocks, index);
  const verdicts = around(log, index, 0, size + reach, verdictsOf);
  if (verdicts.length === 0) return none;
  const commands = around(log, index, -reach, size + reach, commandsOf);
  const before = around(log, index, -reach, size + reach, verdictsOf);
  const commandOf = commandFinder(dialect);
  const answers = new Map<number, Answer>();
  for (const verdict of verdicts) {
    const event = answered(verdict, commands, before, commandOf);
    if (event && event.line >= 0 && event.line < size) answers.set(event.line, answerOf(verdict, event.line));
  }
  return answers;
}

/** What a view of the blocks near one says about rows `from` to `to` (exclusive) of it. */
function around<T extends { readonly line: number }>(
  log: LogText,
  index: number,
  from: number,
  to: number,
  view: (block: Block) => readonly T[],
): readonly T[] {
  const start = elementAt(log.starts, index);
  const all: T[] = [];
  let first = index;
  while (first > 0 && elementAt(log.starts, first) - start > from) first--;
  for (let at = first; at < log.blocks.length && elementAt(log.starts, at) - start < to; at++) {
    const by = elementAt(log.starts, at) - start;
    for (const event of view(elementAt(log.blocks, at))) {
      if (event.line + by >= from && event.line + by < to) all.push(movedBy(event, by));
    }
  }
  return all;
}

/**
 * The command that a reply answers: the nearest one above it that it can mean, if possible by the person it names. If the bot
 * has answered such commands since, an earlier one.
 */
function answered(
  verdict: Verdict,
  commands: readonly CommandEvent[],
  verdicts: readonly Verdict[],
  commandOf: (word: string) => Command | undefined,
): CommandEvent | undefined {
  const { line, nick, reply } = verdict;
  const meant = commands.filter(
    (event) =>
      event.line < line && event.line >= line - reach && event.nick !== nick && mayMean(reply, event, commandOf),
  );
  const owner = reply.kind === 'started' ? reply.owner : undefined;
  const own = meant.filter((event) => event.nick === owner);
  const possible = (own.length > 0 ? own : meant).reverse();
  const nearest = possible[0];
  if (!nearest) return undefined;
  const between = verdicts.filter(
    (other) => other.line > nearest.line && other.line < line && isAlike(other.reply, reply),
  );
  return possible[between.length];
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

function answerOf({ reply, nick, line, said }: Verdict, row: number): Answer {
  const owner = reply.kind === 'started' ? reply.owner : undefined;
  return { kind: reply.kind, nick, owner, said, below: line - row };
}

/** Whether the commands of a block have the same answers. */
export function sameAnswers(a: Answers, b: Answers): boolean {
  if (a === b) return true;
  return a.size === b.size && Array.from(a).every(([row, answer]) => isSame(answer, b.get(row)));
}

function isSame(a: Answer, b: Answer | undefined): boolean {
  return a.kind === b?.kind && a.nick === b.nick && a.owner === b.owner && a.said === b.said && a.below === b.below;
}
