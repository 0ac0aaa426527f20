import { perBlock } from '../log/block.js';
import type { LogText } from '../log/logText.js';
import { type Bot, type BotName, botNamed, bots, commandText } from './bots.js';
import { blockEvents } from './events.js';

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

/** The bot that was there: by its own words, else by the commands that people gave, else MeetBot. May be left at any `yield`. */
export function* findingBot(log: LogText): Generator<undefined, Bot> {
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
