import { perObject } from '../../log/text/perBlock.js';
import type { Command, Effect } from '../dialects/dialect.js';
import { meantBySeen, type Oddity, seenAt } from '../dialects/lookalikes.js';
import { bareOf, commandAt, commandNamed } from '../dialects/words.js';
import { named } from '../listed.js';
import { partAt, textAt } from '../meetingLog.js';
import type { SaidLine } from '../strays.js';
import { isArgument, isOtherBot, leadOf, quotedEnd } from './leads.js';
import type { Finding } from './problem.js';
import type { Scope } from './scope.js';

/* The rules about commands that people see and the bot does not; see rules.ts. */

/** A command in a line, as someone may mean it. */
interface Given {
  readonly word: string;
  readonly command: Command;
  /** What is said before its sign, and what follows its word. */
  readonly before: string;
  readonly argument: string;
  readonly wordEnd: number;
}

/** Commands that are not the first thing said. */
export function* misplacedCommands(scope: Scope): Generator<Finding> {
  for (const said of scope.linesWithSigns()) {
    if (isNoCommand(said, scope)) continue;
    const given = misplacedIn(said, scope);
    const finding = given && misplaced(said, given, scope);
    if (finding) yield finding;
  }
}

function misplaced(said: SaidLine, given: Given, scope: Scope): Finding | undefined {
  const { word, before, argument, wordEnd, command } = given;
  if (!matters(command, scope)) return undefined;
  if (said.isAction !== (before.trim() === '')) return undefined;
  if (said.isAction) {
    if (!isMeant(command, argument, true)) return undefined;
    return { ...said.placeOf(0, wordEnd), message: `Bots ignore ${named(word)} in a /me action.` };
  }
  const lead = leadOf(before, scope.running?.bot);
  const quoted = quotedEnd(before, argument);
  if (!lead || quoted === undefined) return undefined;
  const own = argument.slice(0, argument.length - quoted).trim();
  if (!isMeant(command, own, lead.isBare) || isQuestion(command, own) || isRecorded(own, scope)) return undefined;
  const to =
    command.effect === 'ACTION' && lead.addressee && !mentions(own, lead.addressee) ? `${lead.addressee}: ` : '';
  const message = `Bots ignore ${named(word)} unless it is the first thing said.`;
  if (quoted > 0) return { ...said.placeOf(0, said.text.length), message, meant: `${word} ${own}` };
  return { ...said.placeOf(0, wordEnd), message, meant: `${word} ${to}`.trimEnd() };
}

/** The first command in a line that is not an ordinary one: after something else, or in a `/me` action. */
function misplacedIn({ text, isAction }: SaidLine, { log: { dialect } }: Scope): Given | undefined {
  for (let at = isAction ? 0 : 1; at < text.length; at++) {
    if (!isSign(text, at)) continue;
    const parts = commandAt(text, at);
    const word = parts && text.slice(at, parts.wordEnd);
    const command = word && commandNamed(word, dialect);
    if (!command) continue;
    // Emphasis may end behind the word: `*#topic* Tools`.
    const before = text.slice(0, at);
    const wordEnd =
      parts.wordEnd + (before.endsWith('*') ? (/^\*+/.exec(text.slice(parts.wordEnd))?.[0].length ?? 0) : 0);
    const rest = text.slice(wordEnd);
    if (/^(?:\s|$)/.test(rest)) return { word, command, before, argument: rest.trimStart(), wordEnd };
  }
  return undefined;
}

function isSign(text: string, at: number): boolean {
  return '#!^'.includes(text[at] ?? ' ') && !/\w/.test(text[at - 1] ?? ' ');
}

/** Commands that people see at the start of a line and the bot does not. */
export function* unrecognizedCommands(scope: Scope): Generator<Finding> {
  for (const said of scope.linesWithSigns()) {
    if (said.isAction || isNoCommand(said, scope)) continue;
    const finding = unrecognized(said, scope);
    if (finding) yield finding;
  }
}

function unrecognized(said: SaidLine, scope: Scope): Finding | undefined {
  const { text, placeOf } = said;
  const seen = seenAt(text, 0);
  const meant = seen && meantBySeen(seen, scope.log.dialect);
  const command = meant && commandNamed(meant.word, scope.log.dialect);
  if (!command || !matters(command, scope)) return undefined;
  const { word, oddity } = meant;
  const rest = text.slice(seen.wordEnd);
  if (!oddity) return gluedTalk(said, word, rest, scope);
  if (!/^[\s:,.]|^$/.test(rest)) return undefined;
  if (isDoubtful.has(oddity) && !isMeant(command, rest.trim(), true)) return undefined;
  if (!isLikely[oddity](said, command, scope, seen.word)) return undefined;
  return { ...placeOf(0, seen.wordEnd), message: reasons[oddity](named(word), seen.word), meant: word };
}

/** A command that is talk to the bot because something follows it directly, as in `#topic: Tools`. */
function gluedTalk({ placeOf }: SaidLine, word: string, rest: string, scope: Scope): Finding | undefined {
  if (word.startsWith('#') && !scope.log.dialect.needsSpaceAfterWord) return undefined;
  const glue = glueIn(rest, scope);
  if (glue === undefined) return undefined;
  const message = `The bot ignores this: ${named(word)} must be followed by a space.`;
  return { ...placeOf(0, word.length + glue.length), message, meant: separate(word, rest.slice(glue.length)) };
}

/** Commands that the bot understands, but records with the punctuation that directly follows them. */
export function* gluedCommands(scope: Scope): Generator<Finding> {
  for (const { event, ignored } of scope.commands()) {
    const { word, said, command } = event;
    if (ignored || !command?.argument) continue;
    const rest = said.slice(word.length);
    const glue = /^[:,;](?=\s|$|[\p{L}\p{N}<([@"'#])/u.test(rest) ? rest.slice(0, 1) : glueBeforeNick(rest, scope);
    if (!glue) continue;
    const recorded = isItem(command) ? `: it records “${named(rest.trim())}”` : '';
    const message = `The bot does not skip the “${glue}” after ${named(word)}${recorded}.`;
    const place = partAt(scope.log, event).placeOf(0, word.length + glue.length);
    yield { ...place, message, meant: separate(word, rest.slice(glue.length)) };
  }
}

/** Whether a command records an item. */
function isItem({ effect }: Command): boolean {
  return effect === effect.toUpperCase();
}

/** What is between a command's word and the rest; undefined if the word is a part of another: `#info-desk`, `#help.example`. */
function glueIn(rest: string, scope: Scope): string | undefined {
  if (/^\P{ASCII}/u.test(rest)) return /^[\p{L}\p{N}]/u.test(rest) ? '' : undefined;
  const punctuation = /^[:,;.!?>)"'*…]+(?=\s|$)|^[:,;](?=[\p{L}\p{N}<([@"'#])/u.exec(rest)?.[0];
  return punctuation ?? glueBeforeNick(rest, scope);
}

/** `-` before the nick of someone present, as in `#action-bob`. */
function glueBeforeNick(rest: string, scope: Scope): string | undefined {
  const nick = /^-([^\s,:]+)/.exec(rest)?.[1];
  return nick !== undefined && scope.running && scope.present.speakers.has(nick) ? '-' : undefined;
}

/** A word with a space before what follows it. */
function separate(word: string, rest: string): string {
  return rest === '' || /^\s/.test(rest) ? word : `${word} `;
}

const reasons: Readonly<Record<Oddity, (word: string, typed: string) => string>> = {
  sign: (word) => `The bot ignores this: its sign only looks like the “${word[0]}” of ${word}.`,
  hidden: (word) => `The bot ignores this: ${word} has an invisible character before or in it.`,
  formatting: (word) => `The bot ignores this: ${word} has a code for bold or coloured text before or in it.`,
  space: (word) => `The bot ignores this: ${word} has a space after “${word[0]}”.`,
  backslash: (word) => `The bot ignores this: ${word} has a backslash before it.`,
  letters: (word) => `The bot ignores this: some letters only look like those of ${word}.`,
  case: (word) => `The bot ignores this: ${word} must be in lower case.`,
  'other-sign': (word, typed) => `This bot does not know ${named(typed)}. Did you mean ${word}?`,
};

/** Whether an oddity is likely to be one, and not talk. */
const isLikely: Readonly<Record<Oddity, (said: SaidLine, command: Command, scope: Scope, typed: string) => boolean>> = {
  sign: () => true,
  hidden: () => true,
  formatting: () => true,
  // Headings in Markdown and comments in shells begin in the same way.
  space: (said, command, scope) =>
    /^[#!^] {1,2}[a-z]+(?:\s|$)/.test(said.text) &&
    !spacedTalk.has(command.effect) &&
    (command.argument !== 'link' || said.text.includes('://')) &&
    mayGive(said, command, scope),
  backslash: () => true,
  letters: () => true,
  case: () => true,
  'other-sign': (said, command, scope, typed) =>
    scope.running?.bot !== undefined && !isOfOtherBots(typed) && mayGive(said, command, scope),
};

/** What is also typed on purpose, or for something else, so that it depends on what follows. */
const isDoubtful: ReadonlySet<Oddity> = new Set(['space', 'backslash', 'other-sign']);

const spacedTalk: ReadonlySet<Effect> = new Set(['HELP', 'nick', 'save', 'here', 'DONE', 'none']);

/** Words that other bots and chat programs know as well. */
function isOfOtherBots(typed: string): boolean {
  if (typed.startsWith('#')) return false;
  return /^(?:help|halp|info|link|nick|idea|here|done|vote|save|close|commands|voters|failed)$/.test(bareOf(typed));
}

/** Whether the bot would obey someone. */
function mayGive({ nick, line }: SaidLine, { rights }: Command, scope: Scope): boolean {
  const { running } = scope;
  if (rights === 'anyone' || !running) return true;
  return nick === running.owner || scope.chairsAt(running, line).has(nick);
}

/** Commands with these effects need no argument. */
const withoutArgument: ReadonlySet<Effect> = new Set(['end', 'undo', 'closeVote', 'chair', 'here', 'title', 'start']);
/** Of these, those that people give with an argument as well. */
const withOrWithout: ReadonlySet<Effect> = new Set(['start', 'chair', 'here', 'title']);

/** Whether someone means a command with this argument, instead of talking about it. */
function isMeant({ effect }: Command, argument: string, isBare: boolean): boolean {
  if (/^[\s.!)"'”`*_:,]*$/.test(argument)) return isBare && withoutArgument.has(effect);
  return (withOrWithout.has(effect) || !withoutArgument.has(effect)) && isArgument(argument);
}

/** Whether someone asks for an item instead of recording it: `#action bob?`. */
function isQuestion({ effect }: Command, argument: string): boolean {
  return ['ACTION', 'AGREED', 'ACCEPTED', 'INFO'].includes(effect) && /\?\s*$/.test(argument);
}

/** Whether a text is in the minutes all the same, since it was given again as a command, or is a quotation of one. */
function isRecorded(text: string, scope: Scope): boolean {
  return text !== '' && recordedTexts(scope).has(text);
}

const recordedTexts = perObject(({ log, items }: Scope) => new Set(items.map((item) => textAt(log, item).trim())));

function mentions(text: string, nick: string): boolean {
  return text.toLowerCase().includes(nick.toLowerCase());
}

/** Outside of meetings, only starts matter. */
function matters({ effect }: Command, { running }: Scope): boolean {
  return effect !== 'none' && (running ? effect !== 'start' : effect === 'start');
}

/** Bots do not give commands; they list them. Nor do they hear what comes through a bridge. */
export function isNoCommand({ nick, isRelayed }: SaidLine, { running }: Scope): boolean {
  return nick === running?.bot || isOtherBot(nick, undefined) || (isRelayed && running?.bot !== undefined);
}
