import type { Steps } from '../../log/steps.js';
import { perBlock } from '../../log/text/block.js';
import type { LogText } from '../../log/text/logText.js';
import { blockEvents } from '../events.js';
import type { Earlier } from '../replay/resume.js';
import { type Bot, type BotName, botNamed, bots, commandText } from './bots.js';

/** What a block tells of the bot: which one greets in it, whether any does, and the commands that only one bot knows. */
const hints = perBlock((block) => {
  const used = new Set<BotName>();
  let greeted = false;
  let greeting: BotName | undefined;
  for (const event of blockEvents(block)) {
    if (event.kind === 'command') {
      const bot = byWord.get(commandText(event).toLowerCase());
      if (bot) used.add(bot);
    } else if (event.kind === 'reply' && (event.reply.kind === 'started' || event.reply.kind === 'owner')) {
      greeted ||= event.reply.kind === 'started';
      greeting ??= event.reply.bot;
    }
  }
  return { greeted, greeting, used };
});

const byWord: ReadonlyMap<string, BotName> = new Map(
  bots.flatMap(({ name, words = [] }) => words.map((word) => [word, name] as const)),
);

/**
 * The bot that was there: by its own words, else by the commands that people gave, else MeetBot. It is that of an earlier state
 * of the log, if nothing that changed since tells of a bot. May be left at any `yield`.
 */
export function* findingBot(log: LogText, earlier?: Earlier): Steps<Bot> {
  if (earlier && !mayBeAnother(earlier.text, log)) return earlier.bot;
  const [original] = bots as readonly [Bot];
  const used = new Set<BotName>();
  let isGreeted = false;
  for (const block of log.blocks) {
    const hint = hints(block);
    if (hint.greeting) return botNamed(hint.greeting) ?? original;
    isGreeted ||= hint.greeted;
    for (const name of hint.used) used.add(name);
    yield;
  }
  if (isGreeted) return original;
  return bots.find(({ name }) => used.has(name)) ?? original;
}

/** Whether what differs between two states of a log tells of a bot. */
function mayBeAnother(before: LogText, after: LogText): boolean {
  const { first, last } = before.sharedWith(after);
  const differ = [before, after].flatMap(({ blocks }) => blocks.slice(first, blocks.length - last));
  return differ.some((block) => hints(block).greeted || hints(block).greeting || hints(block).used.size > 0);
}
