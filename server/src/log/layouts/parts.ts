import { nick, type Rule, rule, skip, time } from './rule.js';
import { clockPattern, isoPattern } from './scanners.js';

/** Parts of lines that layouts share. */

export const clock = time(clockPattern);
/** `8:58 PM`, `08:58:58pm`. */
export const clock12 = time(String.raw`\d{1,2}:\d{2}(?::\d{2})? ?[AaPp][Mm]`);
export const isoTime = time(isoPattern);

/** Between `<` and `>`: channel prefixes, which are no part of a nick, and the nick, which may be padded. */
export const angle = [skip('<[ @+%&~]{0,8}'), nick('[^@+%&~ >][^>]*'), skip('> ?')] as const;
/** The same where nothing stands before the nick. */
export const bareAngle = [skip('<'), nick('[^@+%&~ >][^>]*'), skip('> ?')] as const;
/** The nick of an action, a word. */
export const actor = [skip('[@+%&~]{0,4}'), nick(String.raw`[^\s*]\S{0,200}`), skip('[ \t]*')] as const;

/** A message that was wrapped goes on behind blanks. */
export const wrapped: Rule = rule('continuation', skip(String.raw`[ \t]{2,64}(?=\S)`));

/** Lines of clients of irssi's kind that tell of days and of the log itself. */
export const logLines: Rule = rule('day', skip('--- '), skip('(?:Log (?:opened|closed)|Day changed) ?'));
