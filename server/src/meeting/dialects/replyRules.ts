import { secondsOfDay } from '../../log/layouts/times.js';
import { nicksIn } from '../nickLists.js';
import type { Effect, Reply, ReplyRule } from './dialect.js';

/* Replies that several bots have in nearly the same words. */

/** `Meeting started …`, with date and time in any of the family's formats, and the chair. */
export const meetingStarted: ReplyRule = { begins: 'Meeting started ', read: started };

/** `Meeting ended …` with a time in any of the family's formats; anything else with these words may be talk. */
export const meetingEnded: ReplyRule = {
  begins: 'Meeting ended',
  read: (text) => ({
    kind: 'ended',
    isExact: /^Meeting ended(?:! | without saving| at \d| [A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d )/.test(text),
  }),
};

/** What the bot says when an administrator deletes a meeting, after the nick of the administrator. */
export function meetingDeleted(begins: RegExp): ReplyRule {
  return { begins, isAddressed: true, read: () => ({ kind: 'ended', isExact: true }) };
}

/** `Chair added: ann on (#tea, network).`, when an administrator makes someone a chair. */
export const chairAdded: ReplyRule = {
  begins: 'Chair added: ',
  isAddressed: true,
  read(text) {
    const nick = /^Chair added: (\S{1,64}) on \(/.exec(text)?.[1];
    return nick === undefined ? undefined : { kind: 'chairAdded', nick };
  },
};

/** A list of the bot's commands. It shows which bot it is, if a greeting pattern matches. */
export function commandList(begins: string): ReplyRule {
  return { begins, read: () => ({ kind: 'other' }) };
}

/** A refusal of commands with one of these effects, or of any command. */
export function refusal(begins: string, effects?: readonly Effect[]): ReplyRule {
  return { begins, isAddressed: true, read: () => ({ kind: 'refused', effects }) };
}

/** `Unknown command: #word`. */
export const unknownCommand: ReplyRule = {
  begins: 'Unknown command: ',
  isAddressed: true,
  read(text) {
    const word = /^Unknown command: (\S{1,64})$/.exec(text)?.[1];
    return word === undefined ? undefined : { kind: 'refused', effects: undefined, word };
  },
};

/** `Current chairs: ann bob`, or with commas. */
export const currentChairs: ReplyRule = {
  begins: 'Current chairs: ',
  read(text) {
    const chairs = /^Current chairs: ([^\n]*)$/.exec(text)?.[1];
    return chairs === undefined ? undefined : { kind: 'chairs', nicks: nicksIn(chairs) };
  },
};

/** `The chair is ann.`, on its own line. */
export const chairIs: ReplyRule = {
  begins: 'The chair is ',
  read(text) {
    const owner = ownerIn(text);
    return owner === undefined ? undefined : { kind: 'owner', owner };
  },
};

/** The same rule for a bot that may put the nick of whoever asked before it. */
export function addressed(rule: ReplyRule): ReplyRule {
  return { ...rule, isAddressed: true };
}

/** A reply with the name of the meeting: the first group of a pattern. */
export function nameReply(begins: string, pattern: RegExp): ReplyRule {
  return {
    begins,
    read(text) {
      const name = pattern.exec(text)?.[1];
      return name === undefined ? undefined : { kind: 'name', name };
    },
  };
}

/** A reply with the counts of a vote: the groups of a pattern are the counts of these options. */
export function resultReply(begins: string, pattern: RegExp, options: readonly string[]): ReplyRule {
  return {
    begins,
    read(text) {
      const counts = pattern.exec(text)?.slice(1);
      if (!counts) return undefined;
      return {
        kind: 'result',
        counts: Object.fromEntries(options.map((option, index) => [option, Number(counts[index])])),
      };
    },
  };
}

function started(text: string): Reply {
  const iso = /\b(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)/.exec(text);
  const clock = iso?.[2] ?? /\b\d\d:\d\d:\d\d\b/.exec(text)?.[0];
  const date = iso?.[1] ?? asctimeDate(text);
  const owner = ownerIn(text);
  // Some bots are set to another time zone.
  const time = clock !== undefined && /\bUTC\b|\+0000/.test(text) ? secondsOfDay(clock) : undefined;
  return { kind: 'started', date, time, owner, isExact: owner !== undefined || date !== undefined };
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `YYYY-MM-DD` of a date in the format of C's `asctime`, with the day of the month padded with a space. */
function asctimeDate(text: string): string | undefined {
  const match = /\b([A-Z][a-z]{2}) ([ \d]\d) \d\d:\d\d:\d\d (\d{4})\b/.exec(text);
  const month = months.indexOf(match?.[1] ?? '') + 1;
  if (!match || month === 0) return undefined;
  return `${match[3]}-${String(month).padStart(2, '0')}-${match[2]?.replace(' ', '0')}`;
}

function ownerIn(text: string): string | undefined {
  const before = 'The chair is ';
  const start = text.indexOf(before);
  if (start < 0) return undefined;
  const owner = text.slice(start + before.length);
  const end = owner.search(/\.(?: |$)/);
  return owner.slice(0, end < 0 ? undefined : end).trim() || undefined;
}
