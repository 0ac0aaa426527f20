import { CompletionItemKind, MarkupKind } from 'vscode-languageserver';
import type { Command, Dialect } from '../meeting/dialects/dialect.js';
import { commandAt, commandFinder, shownWord } from '../meeting/dialects/words.js';
import type { MeetingLog } from '../meeting/meetingLog.js';
import { nicksIn } from '../meeting/nickLists.js';
import type { Moment } from '../meeting/replay/moment.js';
import type { Abilities } from './abilities.js';
import type { Proposal } from './completionItem.js';
import { byFrequency } from './completionOrder.js';
import { nicksNear, peopleFor } from './completionPeople.js';

/** Proposals for the end of a text: what begins at an offset of it. */
export interface Found {
  readonly all: readonly Proposal[];
  readonly at: number;
  readonly isIncomplete?: boolean;
}

/** The commands that the speaker may give, with the sign that is typed; with their first one if none is. */
export function commandsFor(log: MeetingLog, moment: Moment, typed: string, abilities: Abilities): Proposal[] {
  return byFrequency(log.rules).flatMap((command) => {
    const word = wordFor(command, typed);
    return word !== undefined && moment.obeys(command) ? [proposalOf(command, word, abilities)] : [];
  });
}

/** The word of a command that may be meant: one that begins with what is typed, or else one with its sign. */
function wordFor({ words }: Command, typed: string): string | undefined {
  const folded = typed.toLowerCase();
  return words.find((word) => word.startsWith(folded)) ?? words.find((word) => word.startsWith(folded.charAt(0)));
}

/** Whether a text is the sign of a dialect's commands, and perhaps a part of a word. */
export function mayBeCommand({ commands }: Dialect, typed: string): boolean {
  return /^.\w{0,16}\]?$/.test(typed) && commands.some(({ words }) => words.some((word) => word[0] === typed[0]));
}

function proposalOf(command: Command, word: string, { documentedInMarkdown }: Abilities): Proposal {
  const others = command.words.filter((one) => one !== word).map(shownWord);
  const also = others.length > 0 ? ` Also: ${others.join(', ')}.` : '';
  return {
    label: shownWord(word),
    kind: CompletionItemKind.Keyword,
    ...(command.rights === 'chair' && { detail: 'chairs only' }),
    documentation: {
      kind: documentedInMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText,
      value: command.help + also,
    },
  };
}

/** What may follow the command that begins at an offset of a text: nicks, or options; undefined if it is still being typed. */
export function behindCommand(
  log: MeetingLog,
  line: number,
  moment: Moment,
  text: string,
  start: number,
): Found | undefined {
  const parts = commandAt(text, start);
  if (!parts || !/\s/.test(text.charAt(parts.wordEnd))) return undefined;
  const command = commandFinder(log.rules)(text.slice(start, parts.wordEnd));
  const nothing = { all: [], at: text.length };
  if (!command || !moment.obeys(command)) return nothing;
  const argument = text.slice(parts.argumentStart);
  if (command.argument === 'nicks') return nicksFor(log, line, moment, command, text, argument);
  if (command.effect === 'ACTION' && !/\s/.test(argument)) {
    return { ...people(() => nicksNear(log, line), argument), at: parts.argumentStart };
  }
  if (command.effect === 'castVote') return { all: options(moment), at: parts.argumentStart };
  return nothing;
}

/** The options of the open vote. */
export function options({ vote }: Moment): Proposal[] {
  const all = vote?.options.slice(0, mostOptions) ?? [];
  return [...new Set(all)].filter(Boolean).map((label) => ({ label, kind: CompletionItemKind.EnumMember }));
}

const mostOptions = 200;

/** Nicks behind a command, without those that it names already. */
function nicksFor(
  log: MeetingLog,
  line: number,
  moment: Moment,
  { effect }: Command,
  text: string,
  argument: string,
): Found {
  const { nickDividers } = log.rules;
  const dividers = effect === 'chair' || effect === 'unchair' ? nickDividers[effect] : undefined;
  const given = nicksIn(argument, dividers);
  const isNext = given.length === 0 || !argument.endsWith(given.at(-1) ?? '');
  const typed = isNext ? '' : (given.pop() ?? '');
  const taken = new Set(given);
  function* nicks(): Generator<string> {
    for (const nick of meant(log, line, moment, effect)) if (!taken.has(nick)) yield nick;
  }
  return { ...people(nicks, typed), at: text.length - typed.length };
}

/** Whom a command may be about. */
function* meant(log: MeetingLog, line: number, moment: Moment, effect: Command['effect']): Generator<string> {
  const near = nicksNear(log, line);
  if (effect === 'chair') {
    for (const nick of near) if (!moment.isChair(nick)) yield nick;
  } else if (effect === 'unchair') {
    yield* chairsNear(near, moment);
  } else {
    yield* near;
  }
}

/** The chairs who may be removed: those near the line first. */
function* chairsNear(near: Iterable<string>, moment: Moment): Generator<string> {
  const seen = new Set<string>();
  for (const nick of near) {
    if (!moment.isRemovable(nick)) continue;
    seen.add(nick);
    yield nick;
  }
  let count = 0;
  for (const nick of moment.chairs()) {
    if (count++ === mostChairs) return;
    if (!seen.has(nick)) yield nick;
  }
}

/** How many chairs are compared with what is typed. */
const mostChairs = 5_000;

/** People as proposals. */
export function people(nicks: () => Iterable<string>, typed: string): Required<Omit<Found, 'at'>> {
  const { all, isIncomplete } = peopleFor(nicks, typed);
  return { all: all.map((label) => ({ label, kind: personKind })), isIncomplete };
}

/** The protocol has no kind for people. */
const personKind: CompletionItemKind = CompletionItemKind.Variable;
