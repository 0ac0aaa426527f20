/*
 * Most logs that an editor opens are not chats. That is seen here at a glance, without the layouts, which take longer to
 * load than such a log may keep an editor waiting. It is a sieve: `detectLayout` decides about what it lets through. A
 * test holds it to the lines of all layouts.
 */

/** How many characters of a text are looked at to find out what it is. */
export const headLength = 30_000;
/** How many lines that are not blank are looked at. */
const headLines = 300;
/** The smallest share of them that shows a speaker or an event in any log whose layout can be told. */
const enough = 0.05;

const date = String.raw`(?:\d{4}-\d\d-\d\d[T ]|\d\d-\d\d-\d{4} |[A-Z][a-z]{2} (?:[ \d]\d )?|\d{1,2} [A-Z][a-z]{2} )?`;
const clock = String.raw`\d{1,2}:{1,2}\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?(?: ?[AaPp][Mm])?`;
/**
 * What follows the time where people talk: a nick in some brackets or with some sign behind it, or a client's mark of
 * an event.
 */
const speaker = String.raw`[<>*=«—•→⇐⚡ℹ]|-\S|\t|From |\([^)]|\[[^\]]{1,64}\]:|[^\s:：<>*|]{1,64}(?:: |：|:$)|[@+%&~ ]{0,32}\S{1,65} \|`;
const channel = String.raw`(?:[#&+!]\S{1,64}: )?`;

/** The lines of chats; exported for the check of regular expressions. */
export const chatLines: readonly RegExp[] = [
  // A time and a speaker, or a time alone, which is above what someone says.
  new RegExp(String.raw`^[\s\uFEFF[(]{0,16}${date}${clock}[\])]?(?:\s*$|[ \t]{0,4}${channel}(?:${speaker}))`),
  // The same if a nick is a name of several words.
  new RegExp(String.raw`^\(${clock}\) [^\s:][^:]{0,47}:`),
  // A speaker without a time: in brackets, or above what is said.
  /^\uFEFF?(?:<[ @+%&~]{0,8}[^>]{1,64}>|-!- |[*>=<-]{1,3}\t|.{1,60} \[\d{1,2}:\d\d [AP]M\]\s*$)/,
  // What clients say of those who come and go.
  /^.{0,200}? (?:has (?:joined|quit|left)|(?:is|are) now known as|joined|sets mode:)[ :.]/,
];

/** Whether a text, by its head, may be the log of a chat. */
export function mayBeChat(head: string): boolean {
  let lines = 0;
  let found = 0;
  for (const [line] of head.slice(0, headLength).matchAll(/[^\r\n]+/g)) {
    if (line.trim() === '') continue;
    if (++lines > headLines) break;
    if (showsSpeaker(line)) found++;
  }
  return found > 0 && found >= lines * enough;
}

function showsSpeaker(line: string): boolean {
  return chatLines.some((pattern) => pattern.test(line));
}
