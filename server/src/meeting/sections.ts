import type { Meeting, Part, Place, Section } from './model.js';

/** A section that an edit above it has moved by some lines; nothing else of it has changed. */
export function movedSection({ start, end, meeting, parts }: Section, by: number): Section {
  const moved = parts.map((part) => movedPart(part, by));
  return { start: start + by, end: end + by, meeting: meeting && movedMeeting(meeting, by), parts: moved };
}

function movedPart(part: Part, by: number): Part {
  return { ...part, start: part.start + by };
}

/** Some lines further down. */
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
