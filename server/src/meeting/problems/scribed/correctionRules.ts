import { quoted } from '../../listed.js';
import { type Correction, correctionIn } from '../../scribe/corrections.js';
import type { ChatRecord } from '../../scribe/record.js';
import type { Finding } from '../problem.js';
import { nearWords } from './nearText.js';
import { rewritten } from './rewriting.js';
import type { ScribedScope } from './scribedScope.js';

/* Corrections that fail, or are written in a form that the tools read otherwise. */

/** How many records above and below are searched for what a correction may mean. */
const mostSearched = 60;

export function* failedCorrections(scope: ScribedScope): Generator<Finding> {
  const failed = scope.scribed.corrections.filter(({ isDone, old }) => !isDone && old !== '');
  if (failed.length === 0) return;
  for (const correction of failed) {
    const index = scope.indexOf(correction.record);
    yield { ...scope.placeOf(correction.record), ...whyFailed(scope, correction, index) };
  }
}

type Why = Pick<Finding, 'message' | 'meant' | 'instead' | 'related'>;

function whyFailed(scope: ScribedScope, correction: Correction, index: number): Why {
  const { old, flag, isTooMuch } = correction;
  if (isTooMuch)
    return { message: 'All corrections together make more text than Meetlog writes, so this one is not done.' };
  const why = `${quoted(old)} is in no line ${flag === 'G' ? 'of this meeting' : 'above'}, so this correction does nothing`;
  const found =
    escaped(correction) ??
    withoutNick(scope, correction, index) ??
    doneBefore(scope, correction) ??
    inCorrection(scope, correction, index) ??
    spelledOtherwise(scope, correction, index) ??
    below(scope, correction, index);
  if (!found) return { message: `${why} and stays in the minutes as it is.` };
  const { message, at, ...more } = found;
  return { message: `${why}. ${message}`, ...more, ...(at && { related: [at] }) };
}

interface Reason {
  readonly message: string;
  readonly meant?: string;
  readonly instead?: string;
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

/** The old text is in another correction, which none changes. */
function inCorrection(scope: ScribedScope, correction: Correction, index: number): Reason | undefined {
  const { old, command } = correction;
  if (command === 'i' || scope.lookups <= 0) return undefined;
  for (let at = index - 1; at >= Math.max(0, index - mostSearched) && scope.lookups-- > 0; at--) {
    const record = scope.records[at];
    // What is put there must be one again, or nothing.
    if (!record?.isInLog || !scope.isCorrection(record) || !record.text.includes(old)) continue;
    const after = record.text.replace(old, () => correction.new).trim();
    if (after !== '' && !correctionIn(after)) continue;
    return { message: otherCorrection, at: scope.note(record, 'The other correction'), instead: after };
  }
  return undefined;
}

const otherCorrection = 'It is in another correction, and corrections do not change each other.';

/** A correction may be given a little before the line that it is for. */
const mostBelow = 8;

function below(scope: ScribedScope, correction: Correction, index: number): Reason | undefined {
  const { old, flag, command } = correction;
  if (flag === 'G' || command === 'i' || scope.lookups <= 0) return undefined;
  for (const record of scope.records.slice(index + 1, index + 1 + mostBelow)) {
    scope.lookups--;
    if (record.text.includes(old) && !scope.isCorrection(record)) {
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
    if (!record || scope.isCorrection(record)) continue;
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

function nearestAbove(scope: ScribedScope, index: number, fits: (text: string) => boolean): ChatRecord | undefined {
  for (let at = index - 1; at >= 0 && scope.lookups-- > 0; at--) {
    const record = scope.records[at];
    if (record && fits(record.text) && !scope.isCorrection(record)) return record;
  }
  return undefined;
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
