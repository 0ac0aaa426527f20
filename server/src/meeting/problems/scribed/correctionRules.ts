import { perObject } from '../../../log/text/perBlock.js';
import { quoted } from '../../listed.js';
import type { Change, Correction } from '../../scribe/corrections.js';
import { labelIn } from '../../scribe/labels.js';
import { knownLabels } from '../../scribe/readLabels.js';
import type { Scribed } from '../../scribe/readScribed.js';
import type { ChatRecord } from '../../scribe/record.js';
import type { Finding } from '../problem.js';
import { nearWords } from './nearText.js';
import type { ScribedScope } from './scribedScope.js';

/* Corrections that fail, hit something else, or are written in a form that the tools read otherwise. */

/** How many records above and below are searched for what a correction may mean. */
const mostSearched = 60;

export function* failedCorrections(scope: ScribedScope): Generator<Finding> {
  const failed = scope.scribed.corrections.filter(({ isDone, old }) => !isDone && old !== '');
  if (failed.length === 0) return;
  const indexes = new Map(scope.records.map((record, index) => [record, index]));
  for (const correction of failed) {
    const index = indexes.get(correction.record) ?? 0;
    yield { ...scope.placeOf(correction.record), ...whyFailed(scope, correction, index) };
  }
}

type Why = Pick<Finding, 'message' | 'meant' | 'related'>;

function whyFailed(scope: ScribedScope, correction: Correction, index: number): Why {
  const { old, flag, isTooMuch } = correction;
  if (isTooMuch)
    return { message: 'All corrections together make more text than Meetlog writes, so this one is not done.' };
  const why = `${quoted(old)} is in no line ${flag === 'G' ? 'of this meeting' : 'above'}, so this correction does nothing`;
  const found =
    escaped(correction) ??
    withoutNick(scope, correction, index) ??
    doneBefore(scope, correction) ??
    spelledOtherwise(scope, correction, index) ??
    below(scope, correction, index);
  if (!found) return { message: `${why} and stays in the minutes as it is.` };
  const { message, meant, at } = found;
  return { message: `${why}. ${message}`, ...(meant !== undefined && { meant }), ...(at && { related: [at] }) };
}

interface Reason {
  readonly message: string;
  readonly meant?: string;
  readonly at?: NonNullable<Finding['related']>[number];
}

/** `s/a\/b/c/`: nothing keeps a delimiter from ending the text. */
function escaped({ command, delimiter, old, record }: Correction): Reason | undefined {
  if (!old.endsWith('\\')) return undefined;
  const [, ...parts] = record.text.trim().split(new RegExp(`(?<!\\\\)[${delimiter}]`));
  const [whole = '', text = '', flag = ''] = parts.map((part) => part.replaceAll(`\\${delimiter}`, delimiter));
  const other = delimiter === '/' ? '|' : '/';
  const message = `A backslash does not keep a ${delimiter} from ending the text; use ${other} instead.`;
  if (whole.includes(other) || text.includes(other) || !/^g?$/i.test(flag)) return { message };
  return { message, meant: `${command}${other}${whole}${other}${text}${other}${flag}` };
}

/** `<nick> text`: corrections look at what was said alone. */
function withoutNick(scope: ScribedScope, correction: Correction, index: number): Reason | undefined {
  const head = /^(?:\[?[\d:]+\]? *)?<[^<>\s]+> */.exec(correction.old)?.[0];
  const old = head === undefined ? '' : correction.old.slice(head.length);
  if (head === undefined || old === '') return undefined;
  const at = nearestAbove(scope, index, (text) => text.includes(old));
  if (!at) return { message: 'Corrections change only what was said, not who said it.' };
  const text = rewritten(correction, old, correction.new.replace(/^(?:\[?[\d:]+\]? *)?<[^<>\s]+> */, ''));
  return { message: 'Leave the nick out.', meant: text, at: scope.note(at, 'Here without the nick') };
}

/** Somebody else corrected it already. */
function doneBefore(scope: ScribedScope, { record, old }: Correction): Reason | undefined {
  const { corrections } = scope.scribed;
  if (scope.lookups <= 0) return undefined;
  const by = corrections.findLast(
    (other) =>
      scope.lookups-- > 0 &&
      other.record.line < record.line &&
      other.isDone &&
      other.command === 's' &&
      other.changes.some(({ before, after }) => before?.includes(old) && !after.includes(old)),
  );
  if (!by) return undefined;
  return { message: 'Another correction has already changed it.', at: scope.note(by.record, 'The other correction') };
}

/** A correction may be given a little before the line that it is for. */
const mostBelow = 8;

function below(scope: ScribedScope, correction: Correction, index: number): Reason | undefined {
  const { old, flag, command } = correction;
  if (flag === 'G' || command === 'i' || scope.lookups <= 0) return undefined;
  for (const record of scope.records.slice(index + 1, index + 1 + mostBelow)) {
    scope.lookups--;
    if (record.text.includes(old) && !isCorrection(scope, record)) {
      return {
        message: 'It is below; only a correction with G reaches down.',
        meant: rewritten(correction, old, correction.new, 'G'),
        at: scope.note(record, 'Here it is'),
      };
    }
  }
  return undefined;
}

function spelledOtherwise(scope: ScribedScope, correction: Correction, index: number): Reason | undefined {
  const trimmed = correction.old.trim();
  let best: { words: string; distance: number; record: ChatRecord } | undefined;
  for (let at = index - 1; at >= Math.max(0, index - mostSearched) && scope.lookups-- > 0; at--) {
    const record = scope.records[at];
    if (!record || isCorrection(scope, record)) continue;
    const isTrimmed = trimmed !== '' && trimmed !== correction.old && record.text.includes(trimmed);
    const near = isTrimmed ? { words: trimmed, distance: 0 } : nearWords(trimmed, record.text, scope);
    if (near && (!best || near.distance < best.distance)) best = { ...near, record };
  }
  if (!best) return undefined;
  const at = scope.note(best.record, 'The nearest text above');
  if (best.words.trim() === correction.new.trim()) return { message: 'The new text is already there.', at };
  return {
    message: `Did you mean ${quoted(best.words)}?`,
    meant: rewritten(correction, best.words),
    at,
  };
}

const correctionsOf = perObject(({ corrections }: Scribed) => new Set(corrections.map(({ record }) => record)));

function isCorrection({ scribed }: ScribedScope, record: ChatRecord): boolean {
  return correctionsOf(scribed).has(record);
}

function nearestAbove(scope: ScribedScope, index: number, fits: (text: string) => boolean): ChatRecord | undefined {
  for (let at = index - 1; at >= 0 && scope.lookups-- > 0; at--) {
    const record = scope.records[at];
    if (record && fits(record.text) && !isCorrection(scope, record)) return record;
  }
  return undefined;
}

/** A correction as it should have been written. */
function rewritten(parts: Correction, old: string, text = parts.new, flag: string = parts.flag): string {
  const delimiter = [parts.delimiter, '/', '|'].find((one) => !old.includes(one)) ?? parts.delimiter;
  return `${parts.command}${delimiter}${old}${delimiter}${text}${delimiter}${flag}`;
}

/** Corrections that are read otherwise than they look, and what looks like one and is none. */
export function* oddCorrections(scope: ScribedScope): Generator<Finding> {
  for (const correction of scope.scribed.corrections) {
    const odd = correction.old === '' ? malformed : textBehind(correction);
    if (odd) yield { ...scope.placeOf(correction.record), ...odd };
  }
  for (const { record, index } of scope.ruled('remark', 'narration', 'speech')) {
    const odd = otherForm(scope, record, index);
    if (odd) yield { ...scope.placeOf(record), ...odd };
  }
}

const malformed: Why = { message: 'This correction does not say what to change, so it stays in the minutes as it is.' };

/** What stands behind the last delimiter becomes a part of the new text. */
function textBehind(correction: Correction): Why | undefined {
  const { old, new: text, delimiter, flag, record } = correction;
  if (flag !== '' || record.text.trimEnd().endsWith(delimiter) || correction.command === 'i') return undefined;
  const at = text.lastIndexOf(delimiter);
  const behind = text.slice(at + 1);
  const isFlag = /^ *g+ *$/i.test(behind);
  if (at < 0 || text[at - 1] === delimiter || !(isFlag || /^ /.test(behind))) return undefined;
  return {
    message: `What follows the last ${delimiter} becomes a part of the new text: ${quoted(text)}.`,
    meant: rewritten(correction, old, text.slice(0, at), isFlag ? 'g' : ''),
  };
}

const otherForms = /^ *[sS]([/|,;#!])(.{2,80}?)\1(.{0,200}?)\1([gG]?) *$/u;

/** `S/a/b/`, `s,a,b,` and the like, if a line near above has the old text. */
function otherForm(scope: ScribedScope, record: ChatRecord, index: number): Why | undefined {
  const [, delimiter, old, text, flag = ''] = otherForms.exec(record.text) ?? [];
  if (delimiter === undefined || old === undefined || text === undefined) return undefined;
  const near = scope.records.slice(Math.max(0, index - mostSearched), index);
  const at = near.findLast((one) => one.text.includes(old) && !/^ *[sS][/|,;#!]/.test(one.text));
  const sign = ['/', '|'].find((one) => !old.includes(one));
  if (!at || sign === undefined) return undefined;
  return {
    message: 'Corrections begin with a small s and a / or |, so this line is talk.',
    meant: `s${sign}${old}${sign}${text}${sign}${flag}`,
    related: [scope.note(at, 'What it would change')],
  };
}

/** Corrections that change something else than was meant: a label, or a part of another word. */
export function* misplacedCorrections(scope: ScribedScope): Generator<Finding> {
  for (const correction of scope.scribed.corrections) {
    if (correction.command === 'i') continue;
    const why = labelHit(scope, correction) ?? partOfWord(scope, correction);
    if (why) yield { ...scope.placeOf(correction.record), ...why };
  }
}

const labels: ReadonlySet<string> = new Set(knownLabels);
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
  if (!/^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/u.test(old)) return undefined;
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
  const meant = flag === '' ? withWordBefore(correction, hit.before ?? '') : undefined;
  return {
    message: `This correction also changes a part of another word: ${quoted(hit.before ?? '')} becomes ${quoted(hit.after)}.`,
    related: [scope.note(hit.target, `${quoted(old)} is a part of another word here`)],
    ...(meant !== undefined && { meant }),
  };
}

/** The same correction with one more word, so that it finds the word that is meant; undefined if it would not. */
function withWordBefore(correction: Correction, text: string): string | undefined {
  const { old } = correction;
  const at = wholeAt(text, old, 0);
  const above = text.slice(0, at);
  const word = above.slice(above.lastIndexOf(' ', at - 2) + 1);
  if (!/^[^ ]+ $/.test(word) || text.indexOf(word + old) !== at - word.length) return undefined;
  return rewritten(correction, word + old, word + correction.new);
}

/** Where a text has a word of its own; -1 if nowhere. */
function wholeAt(text: string, word: string, from: number): number {
  let at = text.indexOf(word, from);
  while (at >= 0 && !isWhole(text, at, word.length)) at = text.indexOf(word, at + 1);
  return at;
}

function isWhole(text: string, at: number, length: number): boolean {
  const isLetter = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
  return !isLetter(text[at - 1]) && !isLetter(text[at + length]);
}
