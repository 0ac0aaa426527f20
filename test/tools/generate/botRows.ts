import type { Dialect, Effect, Voting } from '../../../server/src/meeting/dialects/dialect.js';
import { bots } from './tables.js';

/** The headings of the columns of `botRows`. */
export const botHead = [
  'Bot',
  'Signs',
  'Case-sensitive',
  '`#topic: x` is',
  '`#startmeeting` sets the name',
  'Who may end a meeting',
  'Who may set the topic',
  'Votes',
];

/** How bots differ, one row each, in Markdown. */
export const botRows: readonly (readonly string[])[] = bots
  // Scribes have labels instead of commands.
  .filter(({ isScribed }) => !isScribed)
  .map((dialect) => [
    dialect.title,
    signs(dialect).map(code).join(', '),
    yesOrNo(dialect.isCaseSensitive),
    glued(dialect),
    yesOrNo(dialect.isNamedAtStart),
    whoMayEnd(dialect),
    people(dialect, 'TOPIC'),
    votes(dialect),
  ]);

/** The signs of its words, such as `#` and `[word]`. */
function signs({ commands }: Dialect): string[] {
  const words = commands.flatMap((command) => command.words);
  return [...new Set(words.map((word) => (word.startsWith('[') ? '[word]' : word.charAt(0))))];
}

/** How a word followed directly by text is read. Bots accept such words only after `#`. */
function glued(dialect: Dialect): string {
  if (!signs(dialect).includes('#')) return '–';
  return dialect.needsSpaceAfterWord ? 'talk' : 'topic “: x”';
}

function whoMayEnd(dialect: Dialect): string {
  const { anyoneEndsAfter } = dialect;
  const later = anyoneEndsAfter === undefined ? '' : `; after ${anyoneEndsAfter / 60} minutes, anyone`;
  return people(dialect, 'end') + later;
}

function people(dialect: Dialect, effect: Effect): string {
  return command(dialect, effect)?.rights === 'chair' ? 'chairs' : 'anyone';
}

/** How a vote is opened and on what, how people vote, and which ballots count. */
function votes(dialect: Dialect): string {
  const { voting } = dialect;
  if (!voting) return 'none';
  const cast = wordFor(dialect, 'castVote');
  return [
    `${wordFor(dialect, 'openVote')} ${optionsOf(voting)}`,
    cast ? `by ${cast}` : 'by remarks',
    ...(voting.allCount ? ['every ballot counts'] : []),
  ].join(', ');
}

/** The options of every vote, or a note that each vote has its own. */
function optionsOf({ open }: Voting): string {
  const options = open('tea? green, black')?.options ?? [];
  return options.includes('green') ? 'with its own options' : `on ${options.map(code).join(', ')}`;
}

function wordFor(dialect: Dialect, effect: Effect): string | undefined {
  const [word] = command(dialect, effect)?.words ?? [];
  return word && code(word);
}

function command({ commands }: Dialect, effect: Effect) {
  return commands.find((one) => one.effect === effect);
}

function yesOrNo(value: boolean): string {
  return value ? 'yes' : 'no';
}

function code(text: string): string {
  return `\`${text}\``;
}
