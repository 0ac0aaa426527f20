import { quoted } from '../../listed.js';
import type { Change, Correction } from '../../scribe/corrections.js';
import { labelIn } from '../../scribe/labels.js';
import { knownLabels } from '../../scribe/readLabels.js';
import type { ChatRecord } from '../../scribe/record.js';
import type { Finding } from '../problem.js';
import { isWhole, rewritten, wholeAt, wordBefore } from './rewriting.js';
import type { ScribedScope } from './scribedScope.js';

/* Corrections that are done, and change something else than was most likely meant. */

type Why = Pick<Finding, 'message' | 'meant' | 'related'>;

/** Corrections that change a label, a part of another word, or another line than was meant. */
export function* misplacedCorrections(scope: ScribedScope): Generator<Finding> {
  for (const correction of scope.scribed.corrections) {
    if (correction.command === 'i') continue;
    const why = labelHit(scope, correction) ?? partOfWord(scope, correction) ?? otherLine(scope, correction);
    if (why) yield { ...scope.placeOf(correction.record), ...why };
  }
}

/** Also what the scribe writes for proposals, which no one says. */
const labels: ReadonlySet<string> = new Set([...knownLabels, 'proposed', 'proposal']);
const isKnownLabel = (label: string | undefined) => label !== undefined && labels.has(label);

/** A correction of less than a label unmakes it; one of all of it is meant so. */
function labelHit(scope: ScribedScope, { old, changes }: Correction): Why | undefined {
  for (const { target, before, after } of changes) {
    const typed = before === undefined ? undefined : labelIn(before);
    if (!typed || before === undefined || !isKnownLabel(typed.label) || labelIn(after)?.label === typed.label) continue;
    const at = before.indexOf(old);
    const isAll = at <= typed.start && at + old.length >= typed.start + typed.label.length;
    if (at < 0 || at >= typed.markEnd || isAll || isKnownLabel(labelIn(after)?.label)) continue;
    return {
      message: `This correction also changes a label: ${quoted(before)} becomes ${quoted(after)}, which is talk.`,
      related: [scope.note(target, 'The line with the label')],
    };
  }
  return undefined;
}

/** A whole word that is a part of another word in the line that is changed, and a word of its own elsewhere in what is changed. */
function partOfWord(scope: ScribedScope, correction: Correction): Why | undefined {
  const { old, flag, changes } = correction;
  if (!isWords(old)) return undefined;
  let hit: Change | undefined;
  let isAlone = false;
  for (const change of changes) {
    const before = change.before ?? '';
    const at = before.indexOf(old);
    const isWord = isWhole(before, at, old.length);
    if (!isWord) hit ??= change;
    isAlone ||= isWord || (flag === '' && wholeAt(before, old, at + 1) >= 0);
  }
  if (!hit || !isAlone) return undefined;
  const meant = flag === '' ? withWord(correction, wordBefore(hit.before ?? '', old)) : undefined;
  return {
    message: `This correction also changes a part of another word: ${quoted(hit.before ?? '')} becomes ${quoted(hit.after)}.`,
    related: [scope.note(hit.target, `${quoted(old)} is a part of another word here`)],
    ...(meant !== undefined && { meant }),
  };
}

/** How many records above the line that is changed are searched for the one that was meant, and the longest text of these. */
const mostAbove = 8;
const longestLine = 2_000;

/**
 * A word in several of the last lines, if the nearest one, which is changed, has it within another word; or if that is somebody
 * else's, and who corrects said it as well.
 */
function otherLine(scope: ScribedScope, correction: Correction): Why | undefined {
  const { old, flag, changes, record } = correction;
  const [change] = changes;
  if (!change || flag !== '' || !isWords(old)) return undefined;
  const before = change.before ?? '';
  const isPart = wholeAt(before, old, 0) < 0;
  const isOwn = change.target.nick === record.nick;
  if (!isPart && isOwn) return undefined;
  const meant = linesAbove(scope, correction, change.target).find(
    ({ nick, text }) => wholeAt(text, old, 0) >= 0 && (isPart || nick === record.nick),
  );
  if (!meant) return undefined;
  const word = wordBefore(meant.text, old) ?? '';
  const longer = before.includes(word + old) ? undefined : withWord(correction, word);
  return {
    message: `This correction changes another line than the one that was probably meant: ${quoted(before)} becomes ${quoted(change.after)}.`,
    related: [
      scope.note(change.target, 'The line that is changed'),
      scope.note(meant, 'The line that was probably meant'),
    ],
    ...(longer !== undefined && { meant: longer }),
  };
}

/** A correction that begins with one more word; undefined without one. */
function withWord(correction: Correction, word: string | undefined): string | undefined {
  return word ? rewritten(correction, word + correction.old, word + correction.new) : undefined;
}

/** What was said right above a line that is changed, the last line first, without corrections. */
function linesAbove(scope: ScribedScope, { record }: Correction, target: ChatRecord): ChatRecord[] {
  const { records } = scope;
  const at = scope.indexOf(target);
  // Someone who corrects a line far above knows which one is meant.
  if (at < 0 || scope.indexOf(record) - at > mostAbove) return [];
  const above = records.slice(Math.max(0, at - mostAbove), at).reverse();
  return above.filter((one) => one.text.length <= longestLine && !scope.isCorrection(one));
}

function isWords(text: string): boolean {
  return /^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/u.test(text);
}
