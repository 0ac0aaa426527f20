import type { Layout } from './layout.js';
import { angleNick, blankAngle } from './parts.js';
import { type LineRule, nick, noting, rule, skip } from './rule.js';

/*
 * Logs whose nicks are in angle brackets have odd lines, whatever wrote them: a bridge or a transcription that knew no name, a
 * line that someone added by hand. They are still what someone said.
 */

/** A message that lacks the time of the others. HTML has tags alone, and such with blanks or slashes. */
const untimed = noting(rule('message', skip('<'), nick(String.raw`[^\s<>/]{1,64}`), skip('> ')));

/** The layout, which also reads messages without a nick, and without the time that the others have. */
export function withOddLines(layout: Layout): Layout {
  const { rules } = layout;
  const at = rules.findIndex(({ kind, parts }) => kind === 'message' && parts.includes(angleNick));
  const message = rules[at];
  if (!message) return layout;
  const [first, last] = [rules.slice(0, at + 1), rules.slice(at + 1)];
  return { ...layout, rules: [...first, nameless(message), ...last, ...(isTimed(layout) ? [untimed] : [])] };
}

/** Whether a layout's messages have times. */
export function isTimed({ rules }: Layout): boolean {
  return rules.some(({ kind, parts }) => kind === 'message' && parts.some(({ role }) => role === 'time'));
}

/** The same message, with nothing between the brackets. */
function nameless({ parts }: LineRule): LineRule {
  const at = parts.indexOf(angleNick);
  return rule('message', ...parts.slice(0, at - 1), blankAngle, ...parts.slice(at + 1));
}
