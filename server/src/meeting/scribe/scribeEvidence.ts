import type { Steps } from '../../log/steps.js';
import type { LogText } from '../../log/text/logText.js';
import { perBlock } from '../../log/text/perBlock.js';
import { attendees, logAddress, minutesAddress, queueKeeper, recorder, takenUp } from '../dialects/scribeBots.js';
import { labelIn } from './labels.js';

/* What shows a meeting with a scribe: its bots, or labels that nobody else types together. */

/** What a message shows: `bot` is enough; of labels, there must be two, one of them of the first kind. */
export type ScribeSign = 'bot' | 'scribe' | 'present' | 'regrets' | 'resolved' | 'chair';

const labelSigns: Readonly<Record<string, ScribeSign>> = {
  scribe: 'scribe',
  scribenick: 'scribe',
  present: 'present',
  regrets: 'regrets',
  resolved: 'resolved',
  resolution: 'resolved',
  chair: 'chair',
  chairs: 'chair',
};

/** What a line may contain that shows such a meeting: the source of a regular expression without case. */
export const scribeSignPattern = String.raw`scribe(?:nick)? *[:+]|present *\+|regrets *[:+]|resol(?:ved|ution) *:|chairs? *[:+]|${recorder}|${queueKeeper}`;

/** What a message shows; undefined if it shows nothing. */
export function scribeSign(nick: string, text: string): ScribeSign | undefined {
  if (nick === recorder) return minutesAddress.test(text) || logAddress.test(text) ? 'bot' : undefined;
  if (nick === queueKeeper) {
    return attendees.test(text) || takenUp.some((pattern) => pattern.test(text)) ? 'bot' : undefined;
  }
  const typed = labelIn(text);
  if (!typed || !Object.hasOwn(labelSigns, typed.label)) return undefined;
  const sign = labelSigns[typed.label];
  // `present: 3 people` is anybody's; `present+` is not.
  return sign === 'present' && typed.mark !== '+' ? undefined : sign;
}

/** Whether these signs show a meeting. */
export function isScribedBy(signs: ReadonlySet<ScribeSign>): boolean {
  return signs.has('bot') || (signs.size > 1 && (signs.has('scribe') || signs.has('present')));
}

const anySign = new RegExp(scribeSignPattern, 'i');

/** What the messages of a block show. */
export const scribeSigns = perBlock((block): ReadonlySet<ScribeSign> => {
  const signs = new Set<ScribeSign>();
  if (!anySign.test(block.toString())) return signs;
  for (let row = 0; row < block.size; row++) {
    if (block.kind(row) !== 'message') continue;
    const sign = scribeSign(block.nick(row), block.text.slice(block.textStart(row), block.textEnd(row)));
    if (sign) signs.add(sign);
  }
  return signs;
});

/** Whether a log shows a meeting with a scribe. Can be paused at any `yield`. */
export function* showsScribe({ blocks }: LogText): Steps<boolean> {
  const signs = new Set<ScribeSign>();
  for (const block of blocks) {
    for (const sign of scribeSigns(block)) signs.add(sign);
    if (isScribedBy(signs)) return true;
    yield;
  }
  return false;
}
