import type { Steps } from '../../log/steps.js';
import type { LogText } from '../../log/text/logText.js';
import type { Section } from '../model.js';
import { unchangedLines } from '../replay/resume.js';
import { firstSectionAt, movedSection } from '../sections.js';
import { readingMeeting } from './scribeMeeting.js';
import { type ScribeSpan, scribeSpans } from './scribeSpans.js';

/** A replay of an earlier state of a log. */
interface Earlier {
  readonly text: LogText;
  readonly sections: readonly Section[];
}

/**
 * The sections of a log whose meetings have scribes. A meeting depends on all of its lines, since corrections and options reach up
 * and down, and on no others: an edit costs its meeting.
 */
export function* scribeSections(log: LogText, isWholeLog: boolean, earlier?: Earlier): Steps<readonly Section[]> {
  const spans = isWholeLog ? wholeLog(log) : yield* scribeSpans(log);
  const reuse = earlier && reuser(earlier, log);
  const sections: Section[] = [];
  let at = 0;
  for (const span of spans) {
    if (span.start > at) sections.push({ start: at, end: span.start, meeting: undefined, parts: [] });
    const same = reuse?.(span);
    if (same) sections.push(same);
    else sections.push({ start: span.start, end: span.end, ...(yield* readingMeeting(log, span, isWholeLog)) });
    at = span.end;
  }
  if (at < log.lineCount) sections.push({ start: at, end: log.lineCount, meeting: undefined, parts: [] });
  return sections;
}

/** From the first message to the last. */
function wholeLog(log: LogText): ScribeSpan[] {
  for (const { block, start, from, to } of log.parts(0, log.lineCount - 1)) {
    for (let row = from; row <= to; row++) {
      if (block.kind(row) !== 'message') continue;
      return [{ start: start + row, end: log.lineCount, endLine: undefined, starter: undefined }];
    }
  }
  return [];
}

/** Finds a section that an edit did not touch, perhaps moved. */
function reuser({ text, sections }: Earlier, log: LogText) {
  const { from, to, shift } = unchangedLines(text, log);
  return ({ start, end, endLine }: ScribeSpan): Section | undefined => {
    const by = start >= to ? shift : 0;
    if (end > from && start < to) return undefined;
    const section = sections[firstSectionAt(sections, start - by)];
    if (section?.start !== start - by || section.end !== end - by || !section.meeting) return undefined;
    if (section.meeting.endLine !== (endLine === undefined ? undefined : endLine - by)) return undefined;
    return by === 0 ? section : movedSection(section, by);
  };
}
