// Legal but hard logs: much of one kind, so that nested loops show. Real logs have only little of it.
import { clockTime } from '../../../server/src/log/facts/clock.js';

/** A kind of log: adds lines, a given number of times. */
interface Chat {
  say(nick: string, text: string): void;
  /** A line after a time. */
  raw(text: string): void;
  /** A line without a time. */
  bare(text: string): void;
}

type Kind = (chat: Chat, count: number) => void;

const bot = 'MeetBot';
const greeting =
  'Meeting started Thu Jan  9 18:00:00 2020 UTC.  The chair is ann. Information about MeetBot at http://wiki.debian.org/MeetBot.';

/** A number of names: `n0 n1 n2`. */
function names(count: number, name: string): string[] {
  return Array.from({ length: count }, (_, index) => name + index);
}

/** A meeting of `ann` with something in it for each number. */
function each(step: (chat: Chat, index: number) => void, first: (chat: Chat, count: number) => void = () => {}): Kind {
  return (chat, count) => {
    chat.say('ann', '#startmeeting tea');
    first(chat, count);
    for (let index = 0; index < count; index++) step(chat, index);
    chat.say('ann', '#endmeeting');
  };
}

/** A meeting of a few long lines. */
function lines(linesOf: (count: number) => readonly (readonly [nick: string, text: string])[]): Kind {
  return (chat, count) => {
    chat.say('ann', '#startmeeting tea');
    for (const [nick, text] of linesOf(count)) chat.say(nick, text);
    chat.say('ann', '#endmeeting');
  };
}

const chairsInOneLine = (chat: Chat, count: number) => chat.say('ann', `#chair ${names(count, 'c').join(' ')}`);

/** Long texts of a single character that some format must escape. */
function signs(...texts: readonly string[]): Kind {
  return lines((count) =>
    texts.flatMap((text) => {
      const long = text.repeat(Math.ceil(count / texts.length));
      return [
        ['ann', `#info ${long}`],
        ['ann', `#topic ${long}`],
        ['bob', long],
      ] as const;
    }),
  );
}

/** Every kind by its name. */
export const hardKinds: Readonly<Record<string, Kind>> = {
  ordinary: each(({ say }, index) =>
    say(`p${index % 30}`, index % 40 === 3 ? '#info tea is ready' : 'and more talk of tea'),
  ),
  // People.
  nicks: each(({ say }, index) => say(`n${index}`, 'hello there')),
  nicksActions: each(({ say }, index) => say(`n${index}`, `#action n${index} pours`)),
  nicksOfSigns: each(({ say }, index) => say(`${'-|'.repeat(20)}${index}`, `#action ${'-|'.repeat(20)} pours`)),
  nicksOfOneWord: each(({ say }, index) => say(`n-${index}`, '#action n-n-n-n-n-n pours')),
  nicksByCase: each(({ say }, index) =>
    say(index.toString(2).padStart(16, '0').replace(/0/g, 'a').replace(/1/g, 'A'), '#action aaaaaaaaaaaaaaaa'),
  ),
  named: each(({ say }, index) => say('ann', `#nick p${index}`)),
  aliases: each(
    ({ say }, index) => say(`p${index}`, `#here Name${index}`),
    ({ say }) => say('ann', '#motion tea'),
  ),
  nickChanges: each(({ raw, say }, index) => {
    raw(`-!- b${index} is now known as b${index + 1}`);
    say(`b${index + 1}`, 'hi');
  }),
  nickChangesStarred: each(({ raw, say }, index) => {
    raw(`*** b${index} is now known as b${index + 1}`);
    say(`b${index + 1}`, `#action b${index + 1} pours`);
  }),
  longNick: lines((count) => {
    const nick = 'n'.repeat(Math.ceil(count / 5));
    return [
      [nick, `#action ${nick} x`],
      ['ann', `#chair ${nick}`],
      [nick, '#topic y'],
    ];
  }),
  longNickOfSigns: lines((count) => {
    const nick = '|-'.repeat(Math.ceil(count / 8));
    return [
      [nick, `#action ${nick} x`],
      ['ann', `#unchair ${nick}`],
    ];
  }),
  longOwner: (chat, count) => {
    const owner = 'o'.repeat(Math.ceil(Math.sqrt(count) * 8));
    chat.say(owner, '#startmeeting tea');
    for (let index = 0; index < count; index++) chat.say('bob', `#topic t${index}`);
  },
  bridge: each(({ say }, index) => say('relay', `<p${index % 50}> hello`)),
  bridgeDeep: each(({ say }) => say('relay', `${'<a> '.repeat(50)}hello`)),
  bridgeNicks: each(({ say }, index) => say('relay', `<p${index}> #action p${index} pours`)),
  // Chairs.
  chairs: each(({ say }, index) => say('ann', `#chair c${index}`)),
  chairsInOneLine: each(() => {}, chairsInOneLine),
  chairsInOneLineRefused: each(({ say }, index) => say('bob', `#topic t${index}`), chairsInOneLine),
  chairsAndRefused: each(({ say }, index) => {
    say('ann', `#chair c${index}`);
    say('bob', `#topic t${index}`);
  }),
  chairAndUnchair: each(({ say }) => {
    say('ann', '#chair bob');
    say('ann', '#unchair bob');
    say('bob', '#topic t');
  }),
  unchairUnknown: lines((count) => [
    ['ann', `#chair ${names(count, 'chairperson').join(' ')}`],
    ['ann', `#unchair ${names(count, 'chairpersom').join(' ')}`],
  ]),
  unchairUnknownOften: each(
    ({ say }, index) => say('ann', `#unchair chairpersom${index}`),
    ({ say }, count) => say('ann', `#chair ${names(count, 'chairperson').join(' ')}`),
  ),
  chairStrangers: each(
    ({ say }, index) => say(`person${index}`, 'hi'),
    ({ say }, count) => say('ann', `#chair ${names(count, 'persom').join(' ')}`),
  ),
  chairReplies: each(
    ({ say }, index) => {
      say('ann', `#chair c${index}`);
      say(bot, `Current chairs: ann c${index}`);
    },
    ({ say }) => say(bot, greeting),
  ),
  chairRepliesLate: (chat, count) => {
    chat.say('ann', '#startmeeting tea');
    chat.say(bot, greeting);
    for (const name of names(count, 'c')) chat.say('ann', `#chair ${name}`);
    for (let index = 0; index < count; index++) chat.say(bot, 'Current chairs: ann');
    chat.say('ann', '#endmeeting');
  },
  chairRepliesLong: each(
    ({ say }, index) => {
      if (index % 500 === 0) say(bot, `Current chairs: ann ${names(500, 'c').join(' ')}`);
      else say('ann', `#chair c${index}`);
    },
    ({ say }) => say(bot, greeting),
  ),
  // Meetings and items.
  meetings: (chat, count) => {
    for (let index = 0; index < count; index++) {
      chat.say('ann', `#startmeeting m${index}`);
      chat.say('ann', '#info x');
      chat.say('ann', '#endmeeting');
    }
  },
  notEnded: (chat, count) => {
    for (let index = 0; index < count; index++) {
      chat.say('ann', `#startmeeting m${index}`);
      chat.say('ann', '#info x');
    }
  },
  endRefused: (chat, count) => {
    chat.say('ann', '#startmeeting tea');
    for (let index = 0; index < count; index++) chat.say('bob', '#endmeeting');
  },
  undo: (chat, count) => {
    chat.say('ann', '#startmeeting tea');
    for (let index = 0; index < count; index++) chat.say('ann', `#info i${index}`);
    for (let index = 0; index < count; index++) chat.say('ann', '#undo');
    chat.say('ann', '#endmeeting');
  },
  undoNothing: each(({ say }) => say('ann', '#undo')),
  actions: each(({ say }, index) => say('bob', `#action bob does ${index}`)),
  actionsOfNobody: each(({ say }, index) => say('bob', `#action nobody does ${index}`)),
  actionOfAll: (chat, count) => {
    chat.say('ann', '#startmeeting tea');
    for (const name of names(count, 'n')) chat.say(name, 'hi');
    chat.say('ann', `#action ${names(count, 'n').join(' ')}`);
    chat.say('ann', '#endmeeting');
  },
  actionsOfTwenty: each(
    ({ say }) => say('ann', `#action ${names(20, 'n').join(' ')}`),
    ({ say }) => {
      for (const name of names(20, 'n')) say(name, 'hi');
    },
  ),
  topics: each(({ say }, index) => say('ann', `#topic t${index}`)),
  subtopics: each(({ say }, index) => say('ann', index % 50 === 0 ? '[TOPIC] t' : `#subtopic s${index}`)),
  links: each(({ say }, index) => say('bob', `#link foo${index}`)),
  names: each(({ say }, index) => say('ann', `#meetingname m${index}`)),
  titles: each(({ say }, index) => say('ann', `#meetingtopic m${index}`)),
  refused: each(({ say }, index) => say('bob', `#topic t${index}`)),
  outside: (chat, count) => {
    for (let index = 0; index < count; index++) chat.say('bob', `#topic t${index}`);
  },
  outsideBetween: (chat, count) => {
    for (const text of ['#startmeeting x', '#endmeeting']) chat.say('ann', text);
    for (let index = 0; index < count; index++) chat.say('bob', `#topic t${index}`);
    for (const text of ['#startmeeting x', '#endmeeting']) chat.say('ann', text);
  },
  unknown: each(({ say }, index) => say('bob', `#acton t${index}`)),
  indented: each(({ say }) => say('bob', '   #info hi')),
  // Votes.
  votes: each(
    ({ say }, index) => say(`v${index}`, `#vote ${'abc'[index % 3]}`),
    ({ say }) => say('ann', '#startvote ok? a, b, c'),
  ),
  votesOften: each(
    ({ say }, index) => say(`v${index % 9}`, `#vote ${'abc'[index % 3]}`),
    ({ say }) => say('ann', '#startvote ok? a, b, c'),
  ),
  voteOptions: each(
    ({ say }, index) => say(`v${index}`, `#vote o${index}`),
    ({ say }, count) => say('ann', `#startvote ok? ${names(count, 'o').join(', ')}`),
  ),
  votesForNone: each(
    ({ say }, index) => say(`v${index}`, `#vote x${index}`),
    ({ say }, count) => say('ann', `#startvote ok? ${names(count, 'o').join(', ')}`),
  ),
  voteResults: each(
    ({ say }, index) => {
      say(`v${index}`, `#vote o${index}`);
      say(bot, `o${index} (7): somebody`);
    },
    ({ say }, count) => {
      say(bot, greeting);
      say('ann', `#startvote ok? ${names(count, 'o').join(', ')}`);
    },
  ),
  manyVotes: each(({ say }, index) => {
    say('ann', `#startvote ok${index}? a, b`);
    say(`v${index}`, '#vote a');
    say('ann', index % 2 ? '#endvote' : '#startvote again? a');
    if (index % 2 === 0) say('ann', '#endvote');
    if (index % 5 === 0) say('ann', `#topic t${index}`);
  }),
  motions: each(
    ({ say }, index) => {
      say('ann', `#motion m${index}`);
      say(`v${index}`, '#vote +1');
    },
    ({ say }) => say('ann', '#here Ann'),
  ),
  remarks: each(
    ({ say }, index) => say(`v${index}`, '+1'),
    ({ say }) => say('ann', '[VOTE] tea'),
  ),
  voters: each(
    ({ say }, index) => say('ann', `#voters ${names(20, `v${index}x`).join(' ')}`),
    ({ say }) => say('ann', '[VOTE] tea'),
  ),
  // Time.
  sameTime: each(({ bare }, index) => bare(`10:00:00 <ann> #info i${index}`)),
  backwards: each(({ bare }, index) => bare(`${index % 2 ? '10:00:00' : '09:00:00'} <bob> hi`)),
  days: (chat, count) => {
    for (let index = 0; index < count; index++) {
      chat.bare(`--- Day changed Fri Jan 10 20${String(index % 100).padStart(2, '0')}`);
      chat.say('ann', 'hi there');
    }
  },
  // Lines.
  continued: each(
    ({ bare }, index) => bare(`    more text ${index}`),
    ({ say }) => say('ann', '#info start'),
  ),
  continuedItems: each(({ say, bare }, index) => {
    say('ann', `#info i${index}`);
    for (let more = 0; more < 9; more++) bare('    and more');
  }),
  empty: each(({ bare }) => bare('')),
  // Long texts.
  longCommand: lines((count) => [['ann', `#${'acton'.repeat(Math.ceil(count / 5))}`]]),
  slashes: signs('http://', 'http:// ', 'http://)', 'http://a.b '),
  blanks: lines((count) => [
    ['ann', `#info a${' '.repeat(count)}b`],
    ['ann', `#topic ${' '.repeat(count)}`],
    ['ann', `a ${' '.repeat(count)} #info b`],
  ]),
  tabs: signs('\t', 'a\t'),
  words: signs('ab '),
  braces: signs('{}', '{{{', '}}} '),
  brackets: signs('[', '](', '[[', ']] ', '![', '[x]: '),
  angles: signs('<', '>', '<a ', '&', '&#60;', '<!--', '<<'),
  stars: signs('*', '**a', '_', '__ ', '~', '~~', '`', '` ``', '``` '),
  colons: signs(':', '::', ': :', 'a:b', ' ::', ':tada:'),
  dashes: signs('-', '--', '=', '==', '#', '##', '+', '.. ', '| ', '||'),
  backslashes: signs('\\', '\\ ', '\\*', '$', '$$', '^'),
  addresses: signs('www.', 'www.a.b/', '@a', 'a@b.c ', '#1', 'a/b#1 ', 'HTTPS://x.y/_*'),
  numbers: signs('1', '1. ', '1) ', 'a5c3785', 'RFC 1 '),
  caps: signs('WikiWord', 'Wiki:Word ', 'İ', 'ß', 'ﬁ', '漢', '😀', '\u202e', '\u0301'),
};

const times = new Map<number, string>();

/** The time of a line; each takes a second. */
function clock(line: number): string {
  const second = line % 86_400;
  let time = times.get(second);
  if (time === undefined) {
    time = clockTime(second);
    times.set(second, time);
  }
  return time;
}

/** A log of a kind in MeetBot's layout, with a given number of repetitions. */
export function hardLog(kind: Kind, count: number): string {
  const rows: string[] = [];
  const chat: Chat = {
    say: (nick, text) => rows.push(`${clock(rows.length)} <${nick}> ${text}`),
    raw: (text) => rows.push(`${clock(rows.length)} ${text}`),
    bare: (text) => rows.push(text),
  };
  kind(chat, count);
  return `${rows.join('\n')}\n`;
}

/** A log of a kind with about this many bytes. */
export function hardLogOf(kind: Kind, bytes: number): string {
  let count = 100;
  // In some kinds, lines get longer the more there are.
  for (let round = 0; round < 3; round++)
    count = Math.max(1, Math.round((count * bytes) / hardLog(kind, count).length));
  return hardLog(kind, count);
}
