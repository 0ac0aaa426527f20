import type { Item, Meeting, Part, Place, Section } from './model.js';
import { perPart } from './perPart.js';
import { firstNotAbove } from './sorted.js';

/* Finding, reading and moving sections. */

/** The index of the first section that starts at a line or below it. */
export function firstSectionAt(sections: readonly Section[], line: number): number {
  return firstNotAbove(sections, line, ({ start }) => start);
}

/** The section that a line belongs to; undefined below the log. */
export function sectionAt(sections: readonly Section[], line: number): Section | undefined {
  const section = sections[firstSectionAt(sections, line + 1) - 1];
  return section && line < section.end ? section : undefined;
}

/** A section moved by some lines because of an edit above it, otherwise unchanged. */
export function movedSection({ start, end, meeting, parts }: Section, by: number): Section {
  const moved = parts.map((part) => movedPart(part, by));
  return { start: start + by, end: end + by, meeting: meeting && movedMeeting(meeting, by), parts: moved };
}

function movedPart(part: Part, by: number): Part {
  return { ...part, start: part.start + by };
}

/** Moved down by some lines. */
export function movedBy<T extends { readonly line: number }>(what: T, by: number): T {
  return { ...what, line: what.line + by };
}

function movedMeeting(meeting: Meeting, by: number): Meeting {
  const line = (at: number) => at + by;
  const end = (at: number | undefined) => (at === undefined ? undefined : line(at));
  const all = <T extends { readonly line: number }>(some: readonly T[]) => some.map((one) => movedBy(one, by));
  return {
    ...meeting,
    startLine: line(meeting.startLine),
    endLine: end(meeting.endLine),
    lastLine: line(meeting.lastLine),
    restarts: meeting.restarts.map(line),
    title: meeting.title && movedBy(meeting.title, by),
    items: all(meeting.items),
    undone: meeting.undone.map((one) => ({ line: line(one.line), item: movedBy(one.item, by) })),
    votes: meeting.votes.map((vote) => ({
      ...movedBy(vote, by),
      endLine: end(vote.endLine),
      question: movedBy<Place>(vote.question, by),
      ballots: all(vote.ballots),
    })),
    chairChanges: all(meeting.chairChanges),
  };
}

/** The items recorded in a part, with lines of the log, including those removed in a later part. */
export const itemsOf = perPart(({ start, stretch }): readonly Item[] =>
  stretch.items.map((item) => movedBy(item, start)),
);

/** The items of a part that are left. */
export function keptItems(part: Part): readonly Item[] {
  const items = itemsOf(part);
  return part.kept === items.length ? items : items.slice(0, part.kept);
}
