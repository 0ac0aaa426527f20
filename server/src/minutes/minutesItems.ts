import { isSpokenKind } from '../log/logLine.js';
import { assigneesIn } from '../meeting/assignees.js';
import { itemTypes } from '../meeting/itemTypes.js';
import { firstWordAsLink, splitLink } from '../meeting/links.js';
import { type MeetingLog, textAt } from '../meeting/meetingLog.js';
import type { Item, Meeting } from '../meeting/model.js';
import { itemsShown } from '../meeting/scribe/scribeMeeting.js';
import { cleanNick, cleanText } from './escape/clean.js';
import { momentOf, type Shift } from './meetingTime.js';
import type { MinutesItem } from './minutes.js';
import { itemText } from './scribe/itemText.js';

/** Makes an item of the minutes from an item of a meeting, with its time shifted. */
export function itemMaker(log: MeetingLog, meeting: Meeting, shift: Shift): (item: Item) => MinutesItem {
  const anchors = anchorsOf(log, meeting);
  const voteResults = new Set(meeting.votes.flatMap(({ endLine }) => endLine ?? []));
  const scribed = scribedTexts(meeting);
  return (item) => {
    const { type, nick, line } = item;
    const text = cleanText(
      scribed.get(item) ?? textAt(log, item) + (item.words === undefined ? continuation(log, line) : ''),
    );
    return {
      ...momentOf(log, line, shift),
      nick: cleanNick(nick),
      type,
      text,
      anchor: anchors.get(line) ?? 0,
      ...partOfVote(item, voteResults),
      ...(type === 'LINK' && { link: splitLink(text) ?? firstWordAsLink(text) }),
      ...(type === 'ACTION' && { assignees: assigneesIn(log, meeting, text).map(cleanNick) }),
    };
  };
}

/** The texts of the items of a scribe's meeting, which may have links in ways of their own. */
function scribedTexts({ scribed, items }: Meeting): ReadonlyMap<Item, string> {
  const shown = scribed ? itemsShown(scribed) : [];
  return new Map(
    items.flatMap((item, index) => {
      const lines = shown[index]?.lines.map(({ text }) => text);
      return lines ? [[item, itemText(lines)] as const] : [];
    }),
  );
}

/** Which part of a vote an item is, if a vote recorded it. `results` are the lines on which votes were closed. */
function partOfVote({ type, line, words }: Item, results: ReadonlySet<number>): Pick<MinutesItem, 'ofVote'> {
  if (words !== undefined && results.has(line)) return { ofVote: 'result' };
  if (!itemTypes[type].ofVote) return {};
  return { ofVote: words === undefined ? 'motion' : 'ballot' };
}

/** The anchors of the lines with items: the number of lines said in the meeting up to each. A line that no one said has 0. */
function anchorsOf({ text }: MeetingLog, { startLine, items }: Meeting): ReadonlyMap<number, number> {
  const anchors = new Map(items.map(({ line }) => [line, 0]));
  const last = items.reduce((most, { line }) => Math.max(most, line), startLine - 1);
  let said = 0;
  for (const { block, start, from, to } of text.parts(startLine, last)) {
    for (let row = from; row <= to; row++) {
      if (!isSpokenKind(block.kind(row))) continue;
      said++;
      if (anchors.has(start + row)) anchors.set(start + row, said);
    }
  }
  return anchors;
}

/** The continuation of a wrapped message below its line. */
export function continuation(log: MeetingLog, line: number): string {
  let more = '';
  for (let below = line + 1; below < log.text.lineCount; below++) {
    const { kind, textStart, textEnd } = log.text.read(below);
    if (kind !== 'continuation') break;
    more += ` ${textAt(log, { line: below, start: textStart, end: textEnd })}`;
  }
  return more;
}
