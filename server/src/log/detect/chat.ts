/*
 * Most logs that an editor opens are not chats. This is a quick check for that without the layouts, which take too long to load
 * for every log. It is only a sieve: `detectLayout` decides about what it lets through. A test checks it against the sample lines
 * of all layouts.
 */

/** How many characters of a text are examined. */
export const headLength = 30_000;
/** How many non-blank lines are examined. */
const headLines = 300;
/** The smallest share of them that shows a speaker or an event in any log with a detectable layout. */
const enough = 0.05;

/**
 * Any words of a date, and a time. Simpler than the stamps of layouts: compiling those takes longer than reading an ordinary
 * log. Only the last word ends with a T: words have letters themselves, so a row of them could be split in millions of ways.
 */
const word = String.raw`[\w\u00c0-\u024f][\w\u00c0-\u024f.,/-]{0,14}`;
const stamp =
  String.raw`(?:(?:${word}(?: {1,2}|\] ?\[)){0,5}${word}(?:[ T]{1,2}|\] ?\[))?` +
  String.raw`\d{1,2}:{1,2}\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?![:\d])` +
  String.raw`(?:[ \u00a0\u202f]?[AaPp]\.?[Mm]\.?)?(?: ?(?:Z|[+-]\d\d:?\d\d|[A-Z]{3,4}))?(?: \d{4}(?!\d))?`;
/** What follows the time in chats: a nick in brackets or followed by a sign, or a client's mark for an event. */
const speaker = String.raw`[<>*=«—•→⇐⚡ℹ]|- \* |- (?:(?! - )[^:]){1,60}(?:: |:[^\s:]{1,255}\): )|-\S|[+!] \S|\t|From |[A-Z][a-z]{2,14}\t|\([^)]|\[[^\]]{1,64}\]:|[^\s:：<>*|]{1,64}(?:: |：|:$| (?:→|->) )|[@+%&~!• ]{0,32}\S{1,65} \|`;
const channel = String.raw`(?:[#&+!]\S{1,64}: )?`;

/** The lines of chats; exported so that these regular expressions can be checked. */
export const chatLines: readonly RegExp[] = [
  // A time and a speaker, or only a time, above what someone says.
  new RegExp(
    String.raw`^(?:[A-Z][a-z]{2}\d\d (?=\[))?[\s\uFEFF\u200e[(]{0,16}${stamp}[\])]?(?:\s*$|[ \t]{0,16}${channel}(?:${speaker}))`,
  ),
  // The same with nicks of several words: Pidgin, and telephones, which write a comma behind the date.
  new RegExp(String.raw`^[\u200e\uFEFF]?(?:\(|\[(?=[^\],]{6,40}, ))${stamp}[\])] \u200e?[^\s:[(][^:[]{0,47}:(?: |$)`),
  // A speaker without a time: in brackets, or above what is said.
  /^\uFEFF?(?:<[ @+%&~!•]{0,8}[^>]{1,64}>|-!- |[*>=<-]{1,3}\t|.{1,60} \[\d{1,2}:\d\d [AP]M\]\s*$)/,
  // What clients write about joins and parts.
  /^.{0,200}? (?:has (?:joined|quit|left)|(?:is|are) now known as|joined|sets mode:)[ :.]/,
];

/** What a log without a readable line may contain if it is damaged. */
const meetingSign = /[#!.](?:\w{0,8}m\w{0,4}t\w{0,4}ing|sm\b)|meeting (?:started|ended)|logging meeting/i;

/** The command that starts a meeting where a text may begin: what is before it may be learnt. */
const startSign = /(?<![\w#/."'`])[#!]startmeeting(?![\w-])/i;

/** Whether a text may be the log of a chat, judging by its head. */
export function mayBeChat(head: string): boolean {
  if (startSign.test(head.slice(0, headLength))) return true;
  return hasEnough(head, isChat) || (meetingSign.test(head) && hasEnough(head, isDamagedChat));
}

function hasEnough(head: string, isFound: (line: string) => boolean): boolean {
  let lines = 0;
  let found = 0;
  for (const [line] of head.slice(0, headLength).matchAll(/[^\r\n]+/g)) {
    if (line.trim() === '') continue;
    if (++lines > headLines) break;
    if (isFound(line)) found++;
    // That is enough however many lines follow.
    if (found >= headLines * enough) return true;
  }
  return found > 0 && found >= lines * enough;
}

function isChat(line: string): boolean {
  return chatLines.some((pattern) => pattern.test(line));
}

/** What may be before and around the time and the nick of a damaged log: see `findDamage`. */
const gutter =
  /^[\t ]{0,64}(?:(?:[>|+*•·–-][\t ]{0,8}){1,4}|[[(#L]?\d{1,7}[\])]?(?:[.:|-](?=\D|\d\d?:)|(?=\s))[\t ]{0,8}|[^\s:<>]{1,200}:)?/;
const terminalCode = String.raw`(?:\u001b|\^?\[)?\[[\d;]{0,16}m`;
const ircCode = String.raw`\u0003(?:\d\d?(?:,\d\d?)?)?|[\u0002\u000f\u0016\u001d-\u001f]`;
const markdown = String.raw`(?:\*\*|__)(?=\\?<)|\\(?=[<>#[\]_])`;
const codes = new RegExp(`${terminalCode}|${ircCode}|${markdown}`, 'g');
const entities = /&(?:amp;)?(?:(lt|#0?60|#x3c)|gt|#0?62|#x3e);/gi;

/** How many gutters a line may have. */
const mostGutters = 3;

/** Whether the start of a line is that of a chat once its damage is undone. */
function isDamagedChat(line: string): boolean {
  let bare = line
    .slice(0, 300)
    .replace(codes, '')
    .replace(entities, (_, less) => (less ? '<' : '>'))
    .replaceAll('\u00a0', ' ')
    .replace(/^<(?:pre|p|li|tt|code|span|div)\b[^<>]{0,80}>/i, '');
  for (let left = mostGutters; left > 0 && !isChat(bare); left--) bare = bare.replace(gutter, '');
  return isChat(bare);
}
