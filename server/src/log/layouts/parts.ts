import { type LineRule, nick, rule, skip, time } from './rule.js';
import {
  scanClock,
  scanClose,
  scanFewSpaces,
  scanIsoTime,
  scanNick,
  scanOpen,
  scanOpenPrefixed,
  scanSpace,
  scanSpaces,
} from './scanners.js';

/*
 * Parts of lines that layouts share.
 */

/** `20:58` or `20:58:58`, not followed by digits. */
export const clock = time(String.raw`\d{1,2}:\d{2}(?::\d{2})?(?![:\d])`, scanClock);
/** `8:58 PM`, `08:58:58pm`. */
export const clock12 = time(String.raw`\d{1,2}:\d{2}(?::\d{2})? ?[AaPp][Mm]`);
/** `2031-03-14T20:58:58.5Z`, or with a space and another or no zone. */
export const isoTime = time(
  String.raw`\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z| ?[+-]\d{2}:?\d{2})?`,
  scanIsoTime,
);

/** Spaces that a theme may lack. */
export const fewSpaces = skip(' {0,2}', scanFewSpaces);
export const space = skip(' ', scanSpace);
/** A space or two. */
export const spaces = skip(' {1,2}', scanSpaces);

export const angleNick = nick('[^@+%&~!• >][^>]*', scanNick);
/** A tab between nick and text is not part of the text: other layouts have it. */
const angleEnd = skip(String.raw`>(?!\t) ?`, scanClose);
/** Between `<` and `>`: channel prefixes, which do not belong to the nick, and the nick, which may be padded. */
export const angle = [skip('<[ @+%&~!•]{0,8}', scanOpenPrefixed), angleNick, angleEnd] as const;
/** The same, without prefixes. */
export const bareAngle = [skip('<', scanOpen), angleNick, angleEnd] as const;
/** Nothing between the brackets; what closes them follows. */
export const blankAngle = skip('<[ @+%&~!•]{0,8}(?=>)');
/** Channel prefixes, which do not belong to a nick; the `@` of a Matrix id is none. */
export const prefixes = String.raw`(?:(?!@[^\s:]{1,255}:\S)[@+%&~!•]{0,4}|)`;
/** The nick of an action: one word. */
export const actor = [skip(prefixes), nick(String.raw`[^\s*]\S{0,200}`), skip('[ \t]*')] as const;

/** A client's mark of an event if that could be no action, and nothing if a client writes no mark. */
export const starred = skip(
  String.raw`(?:\* (?=\S{1,64} (?:(?:is now known as|→) \S{1,64}\s*$|[([][^)\]\s]{1,300}[)\]] has )))?`,
);

/** The continuation of a wrapped message, which is indented. */
export const wrapped: LineRule = rule('continuation', skip(String.raw`[ \t]{2,64}(?=\S)`));

/** Lines about days and the log itself: of irssi and similar clients, */
export const logLines: LineRule = rule('day', skip('--- '), skip('(?:Log (?:opened|closed)|Day changed) ?'));

/** and of Konversation, XChat and mIRC. */
export const aroundDays: readonly LineRule[] = [
  logLines,
  rule('day', skip(String.raw`\*{3} (?=Logfile started|on [A-Z])`)),
  rule('day', skip(String.raw`(?:\*{4} )?(?=(?:BEGIN|ENDING) LOGGING AT )`)),
  rule('day', skip('(?=Session (?:Start|Time|Close|Ident): |Conversation with )')),
];
