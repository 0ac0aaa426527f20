import type { Dialect, Reply, ReplyRule } from './dialect.js';
import { dialects } from './dialects.js';

/* What bots say. Replies are read before it is known which bot was there, since they may show it. */

const rules: readonly ReplyRule[] = [...new Set(dialects.flatMap(({ replies }) => replies))];

function escaped({ begins }: ReplyRule): string {
  return typeof begins === 'string' ? begins.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`) : begins.source;
}

/** What may precede a reply: the nick of whoever asked, and a framework's mark of an error. */
const before = String.raw`(?:[^\s:]{1,64}: )?(?:Error: )?`;

/** The same, and the starts of the replies that it may precede. */
const address = new RegExp(
  `^${before}(?=${rules
    .filter(({ isAddressed }) => isAddressed)
    .map(escaped)
    .join('|')})`,
);

// A single pattern for all lines that may be replies.
const replyStart = new RegExp(`${before}(?:${rules.map(escaped).join('|')})`, 'y');

/** 1 for each ASCII character with which a reply can begin. */
const firstCodes = new Uint8Array(128);
for (const rule of rules) if (/^[A-Z]/.test(escaped(rule))) firstCodes[escaped(rule).charCodeAt(0)] = 1;

/** Whether the text from `start` to `end` may be a bot's reply; a quick check that copies nothing. */
export function mayBeReply(text: string, start: number, end: number): boolean {
  let blank = start;
  while (blank < end && text.charCodeAt(blank) !== 32) blank++;
  if (blank === end) return false;
  // The first words of replies can only end or begin like this: `nick: `, `option (3): `, or one of the letters.
  const isLikely =
    text.charCodeAt(blank - 1) === 58 || text.charCodeAt(blank + 1) === 40 || firstCodes[text.charCodeAt(start)] === 1;
  if (!isLikely) return false;
  replyStart.lastIndex = start;
  return replyStart.test(text);
}

/** Parses any bot's reply to a command or remark about a meeting; undefined for anything else. */
export function readReply(said: string): Reply | undefined {
  if (!mayBeReply(said, 0, said.length)) return undefined;
  const text = said.replace(address, '');
  for (const rule of rules) {
    const reply = readBy(rule, text);
    if (reply) return reply;
  }
  return undefined;
}

function beginsBy({ begins }: ReplyRule, text: string): boolean {
  return typeof begins === 'string' ? text.startsWith(begins) : text.search(begins) === 0;
}

/** The dialect of the only bot that greets, or says that a meeting has begun or ended, in the words of a reply. */
export function greetingOf(said: string, reply: Reply | undefined = readReply(said)): Dialect | undefined {
  // Most replies are lists of chairs and counts of votes.
  if (reply?.kind === 'chairs' || reply?.kind === 'result') return undefined;
  const text = said.replace(address, '');
  const greeting = dialects.find((dialect) => dialect.greeting?.test(text));
  if (greeting || !isTelling(reply)) return greeting;
  const [only, other] = dialects.filter(({ replies }) => replies.some((rule) => isTelling(readBy(rule, text))));
  return other ? undefined : only;
}

/** Whether a reply shows the bot. Refusals do not: people say such things as well. */
function isTelling(reply: Reply | undefined): boolean {
  return reply?.kind === 'name' || ((reply?.kind === 'started' || reply?.kind === 'ended') && reply.isExact);
}

function readBy(rule: ReplyRule, text: string): Reply | undefined {
  return beginsBy(rule, text) ? rule.read(text) : undefined;
}

/** The starts of replies to the start of a meeting. */
export const startedPattern: string = [
  ...new Set(rules.filter(({ read, begins }) => read(String(begins))?.kind === 'started').map(escaped)),
].join('|');
