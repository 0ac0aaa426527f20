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

/** The bot that was there: by its own words, else by the commands that people gave, else MeetBot. */
export function findBot(log: LogText): Bot {
  const [original] = bots as readonly [Bot];
  const all = log.blocks.map(hints);
  const greeting = all.find((hint) => hint.greeting)?.greeting;
  if (greeting) return botNamed(greeting) ?? original;
  if (all.some(({ greeted }) => greeted)) return original;
  return bots.find(({ name }) => all.some(({ used }) => used.has(name))) ?? original;
}
