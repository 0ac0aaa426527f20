import { slipDistance } from './slipDistance.js';

/** What an item of the minutes is, as MeetBot prints it. */
export type ItemType = 'TOPIC' | 'AGREED' | 'ACCEPTED' | 'REJECTED' | 'ACTION' | 'INFO' | 'IDEA' | 'HELP' | 'LINK';

/** What a command does to a meeting: it adds an item of that type, or takes that step of the replay. */
export type Effect = ItemType | 'start' | 'end' | 'title' | 'name' | 'chair' | 'unchair' | 'nick' | 'undo' | 'none';

/** One command: a row of the table. */
export interface Command {
  /** The word behind the `#`; further words are aliases. Bots ignore its case. */
  readonly names: readonly [string, ...string[]];
  /** Who may give it. Given by anybody else, a bot ignores it without a word. */
  readonly rights: 'anyone' | 'chair';
  /** What follows the word, if anything does. */
  readonly argument?: 'text' | 'nicks' | 'link';
  /** Whether the command is of no use without its argument. */
  readonly argumentNeeded?: true;
  readonly effect: Effect;
  /** What it does, in one sentence. */
  readonly help: string;
  /** Words that people type for it although no bot knows them. */
  readonly slips?: readonly string[];
}

/** Every command of MeetBot 0.1.4, in the order in which people meet them. */
export const commands: readonly Command[] = [
  {
    names: ['startmeeting'],
    rights: 'anyone',
    argument: 'text',
    effect: 'start',
    help: 'Starts a meeting. Who gives it owns the meeting and is its first chair; a text becomes its title.',
    slips: ['initmeeting', 'beginmeeting', 'openmeeting', 'meetingstart', 'start'],
  },
  {
    names: ['endmeeting'],
    rights: 'chair',
    effect: 'end',
    help: 'Ends the meeting and writes the minutes.',
    slips: ['stopmeeting', 'closemeeting', 'finishmeeting', 'meetingend', 'end'],
  },
  {
    names: ['topic'],
    rights: 'chair',
    argument: 'text',
    argumentNeeded: true,
    effect: 'TOPIC',
    help: 'Begins a topic; the items that follow belong to it.',
    slips: ['item'],
  },
  {
    names: ['agreed', 'agree'],
    rights: 'chair',
    argument: 'text',
    argumentNeeded: true,
    effect: 'AGREED',
    help: 'Records an agreement.',
    slips: ['decision', 'decided', 'resolved', 'agreement'],
  },
  {
    names: ['accepted', 'accept'],
    rights: 'chair',
    argument: 'text',
    argumentNeeded: true,
    effect: 'ACCEPTED',
    help: 'Records that a proposal was accepted.',
    slips: ['approved'],
  },
  {
    names: ['rejected', 'reject'],
    rights: 'chair',
    argument: 'text',
    argumentNeeded: true,
    effect: 'REJECTED',
    help: 'Records that a proposal was rejected.',
  },
  {
    names: ['action'],
    rights: 'anyone',
    argument: 'text',
    argumentNeeded: true,
    effect: 'ACTION',
    help: 'Records something to do. It is assigned to everybody whose nick is in the text.',
    slips: ['todo', 'actionitem', 'task'],
  },
  {
    names: ['info'],
    rights: 'anyone',
    argument: 'text',
    argumentNeeded: true,
    effect: 'INFO',
    help: 'Records a piece of information.',
    slips: ['note', 'information', 'present'],
  },
  {
    names: ['idea'],
    rights: 'anyone',
    argument: 'text',
    argumentNeeded: true,
    effect: 'IDEA',
    help: 'Records an idea.',
  },
  {
    names: ['help', 'halp'],
    rights: 'anyone',
    argument: 'text',
    argumentNeeded: true,
    effect: 'HELP',
    help: 'Records a call for volunteers.',
  },
  {
    names: ['link'],
    rights: 'anyone',
    argument: 'link',
    argumentNeeded: true,
    effect: 'LINK',
    help: 'Records a link. A line that begins with a URL is recorded without the command.',
    slips: ['url'],
  },
  {
    names: ['undo'],
    rights: 'chair',
    effect: 'undo',
    help: 'Takes the last item, of whatever type, out of the minutes.',
  },
  {
    names: ['chair'],
    rights: 'chair',
    argument: 'nicks',
    effect: 'chair',
    help: 'Makes people chairs; without nicks, lists the chairs.',
  },
  {
    names: ['unchair'],
    rights: 'chair',
    argument: 'nicks',
    argumentNeeded: true,
    effect: 'unchair',
    help: 'Takes the chair from people. Nicks are separated by blanks only; the owner keeps all rights.',
    slips: ['unchar', 'dechair'],
  },
  {
    names: ['nick'],
    rights: 'anyone',
    argument: 'nicks',
    argumentNeeded: true,
    effect: 'nick',
    help: 'Adds people to those present, so that actions can be assigned to somebody who has said nothing.',
    slips: ['attendees'],
  },
  {
    names: ['meetingtopic'],
    rights: 'chair',
    argument: 'text',
    effect: 'title',
    help: 'Sets the title of the minutes; without a text, or with none or unset, clears it.',
  },
  {
    names: ['meetingname'],
    rights: 'anyone',
    argument: 'text',
    argumentNeeded: true,
    effect: 'name',
    help: 'Sets the name under which the bot files the minutes.',
  },
  {
    names: ['save'],
    rights: 'chair',
    effect: 'none',
    help: 'Has the bot write the minutes while the meeting goes on.',
  },
  { names: ['restrictlogs'], rights: 'chair', effect: 'none', help: 'Has the bot restrict who may read the minutes.' },
  { names: ['lurk'], rights: 'chair', effect: 'none', help: 'Has the bot keep quiet; it goes on recording.' },
  { names: ['unlurk'], rights: 'chair', effect: 'none', help: 'Has the bot reply again.' },
  { names: ['commands'], rights: 'anyone', effect: 'none', help: 'Has the bot list its commands.' },
];

/** Words that other bots of the family know. MeetBot ignores them, but nobody mistyped them. */
const otherBotsWords: ReadonlySet<string> = new Set(
  `abortmeeting addtopic cleartopics close comment done endvote failed here inconclusive listtopics motion nexttopic
   poptopic progress pushtopic replay rollcall showvote startvote subtopic vote voters votesrequired`.split(/\s+/),
);

const byName: ReadonlyMap<string, Command> = new Map(
  commands.flatMap((command) => command.names.map((name) => [name, command] as const)),
);

/** The command that a word names, in any case; undefined if none does. */
export function commandNamed(word: string): Command | undefined {
  return byName.get(word.toLowerCase());
}

/**
 * The name of the command that somebody meant with a word that no bot knows: one of its known slips, or a name that is a
 * few keys away (the more, the longer the name). Undefined for words that are most likely talk.
 */
export function meantBy(word: string): string | undefined {
  const typed = word.toLowerCase();
  if (!/^[a-z]/.test(typed) || otherBotsWords.has(typed) || byName.has(typed)) return undefined;
  const known = commands.find(({ slips }) => slips?.includes(typed));
  if (known) return known.names[0];
  const near = [...byName.keys()]
    .map((name) => ({ name, distance: slipDistance(typed, name) }))
    .filter(({ name, distance }) => distance <= allowedSlips(name))
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.name;
}

function allowedSlips(name: string): number {
  if (name.length < 6) return 1;
  return name.length < 10 ? 2 : 3;
}

/** Where the parts of a command stand in its line: UTF-16 offsets, ends exclusive. */
export interface CommandParts {
  /** The `#`. */
  readonly start: number;
  readonly wordEnd: number;
  /** Where the argument begins, behind the blanks that follow the word. */
  readonly argumentStart: number;
}

const commandStart = /#(\w+)[ \t]*/y;

/** Reads a command at an offset of a line, as MeetBot does: `#`, the longest run of ASCII word characters, the rest. */
export function commandAt(text: string, start: number): CommandParts | undefined {
  commandStart.lastIndex = start;
  const match = commandStart.exec(text);
  if (!match) return undefined;
  const [whole, word = ''] = match;
  return { start, wordEnd: start + 1 + word.length, argumentStart: start + whole.length };
}
