import type { CommandEvent } from '../events.js';

/** The bots of the family whose rules differ. */
export type BotName = 'meetbot' | 'opendev' | 'fedora' | 'hcoop' | 'meetingology' | 'maubot';

export interface Bot {
  readonly name: BotName;
  /** For people who have to choose. */
  readonly title: string;
  /** What of a bot's greeting no other bot says. */
  readonly greeting?: RegExp;
  /** Words that no other bot knows, as they are typed: where no bot answered, they tell which one people talked to. */
  readonly words?: readonly string[];
  /** The bot files a meeting under the text of `#startmeeting`. */
  readonly namesFromStart?: true;
  /** A character other than a blank behind the word makes the line plain talk. */
  readonly blankAfterWord?: true;
  /** After so many seconds, anyone may end the meeting. */
  readonly anyoneEndsAfter?: number;
}

/** Every bot, the original first: it is taken where nothing tells of another. */
export const bots: readonly Bot[] = [
  { name: 'meetbot', title: 'MeetBot' },
  {
    name: 'opendev',
    title: 'OpenDev, OpenStack',
    greeting: / and is due to finish in \d+ minutes/,
    words: ['#startvote', '#showvote'],
    namesFromStart: true,
    anyoneEndsAfter: 3600,
  },
  { name: 'fedora', title: 'Fedora’s zodbot', greeting: /fedoraproject\.org|\(v 0\.4\)/, namesFromStart: true },
  {
    name: 'hcoop',
    title: 'HCoop’s hcoop-meetbot',
    greeting: /Meeting started at \d{4}-\d\d-\d\dT/,
    words: ['#motion', '#here'],
    blankAfterWord: true,
  },
  {
    name: 'meetingology',
    title: 'meetingology, MootBot',
    greeting: /meetingology|Meeting started at \d\d:\d\d(?::\d\d UTC)?\. |Commands Available: \[TOPIC\]/,
    words: ['[topic]', '[vote]', '[action]', '[agreed]', '#subtopic', '#votesrequired'],
    blankAfterWord: true,
  },
  {
    name: 'maubot',
    title: 'maubot-meetings (Matrix)',
    greeting: /Meeting started at \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/,
    words: ['!startmeeting', '!sm', '!endmeeting'],
  },
];

/** The bot of that name, or undefined. */
export function botNamed(name: string): Bot | undefined {
  return bots.find((bot) => bot.name === name);
}

/** The bot whose greeting a text is, where it is no other's. */
export function botGreeting(text: string): BotName | undefined {
  return bots.find(({ greeting }) => greeting?.test(text))?.name;
}

/** A command's word as it was typed, with its sign. */
export function commandText({ sign, word }: Pick<CommandEvent, 'sign' | 'word'>): string {
  return sign === '[' ? `[${word}]` : `${sign}${word}`;
}

/** The word by which the table knows a command: the `#` alone is not written there. */
export function wordInTable(event: CommandEvent): string {
  return event.sign === '#' ? event.word : commandText(event);
}
