import type { Dialect, Reply, ReplyRule } from './dialect.js';
import { dialects } from './dialects.js';

/* What bots say. A reply is read before it is known which bot was there: it may be what shows it. */

const rules: readonly ReplyRule[] = [...new Set(dialects.flatMap(({ replies }) => replies))];

function escaped({ begins }: ReplyRule): string {
  return typeof begins === 'string' ? begins.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`) : begins.source;
}

/** In front of a reply, the nick of who asked, and with what the rules that may be addressed so begin behind it. */
const address = new RegExp(
  String.raw`^[^\s:]{1,64}: (?=${rules
    .filter(({ isAddressed }) => isAddressed)
    .map(escaped)
    .join('|')})`,
);

// One pattern shows whether a line may be a reply.
const replyStart = new RegExp(String.raw`(?:[^\s:]{1,64}: )?(?:${rules.map(escaped).join('|')})`, 'y');

/** 1 for each character of ASCII with which a reply can begin. */
const firstCodes = new Uint8Array(128);
for (const { begins } of rules) if (typeof begins === 'string') firstCodes[begins.charCodeAt(0)] = 1;

/** Whether what is said in a text from `start` to `end` may be a bot's reply; a quick look that copies nothing. */
export function mayBeReply(text: string, start: number, end: number): boolean {
  let blank = start;
  while (blank < end && text.charCodeAt(blank) !== 32) blank++;
  if (blank === end) return false;
  // Only so can the first words of replies end or begin: `nick: `, `option (3): `, or one of the letters.
  const isLikely =
    text.charCodeAt(blank - 1) === 58 || text.charCodeAt(blank + 1) === 40 || firstCodes[text.charCodeAt(start)] === 1;
  if (!isLikely) return false;
  replyStart.lastIndex = start;
  return replyStart.test(text);
}

/** Reads what any bot replies to a command, or says of a meeting by itself; undefined for all else. */
export function readReply(said: string): Reply | undefined {
  if (!mayBeReply(said, 0, said.length)) return undefined;
  const text = said.replace(address, '');
  for (const rule of rules) {
    const reply = beginsBy(rule, text) ? rule.read(text) : undefined;
    if (reply) return reply;
  }
  return undefined;
}

function beginsBy({ begins }: ReplyRule, text: string): boolean {
  return typeof begins === 'string' ? text.startsWith(begins) : text.search(begins) === 0;
}

/** The dialect whose greeting a text is, if it is no other's. */
export function greetingOf(text: string): Dialect | undefined {
  return dialects.find(({ greeting }) => greeting?.test(text));
}

/** With what the replies to the start of a meeting begin. */
export const startedPattern: string = [
  ...new Set(rules.filter(({ read, begins }) => read(String(begins))?.kind === 'started').map(escaped)),
].join('|');
