import type { InlayHint, Range } from 'vscode-languageserver';
import { clockTime, durationText } from '../log/facts/clock.js';
import { pausesIn } from '../log/facts/pauses.js';
import { speakers } from '../log/facts/speakers.js';
import { secondsBetween } from '../log/facts/timeline.js';
import { perObject } from '../log/text/perBlock.js';
import { agenda } from '../meeting/agenda.js';
import { listed, mostListed } from '../meeting/listed.js';
import { type MeetingLog, perMeeting, textAt } from '../meeting/meetingLog.js';
import type { Meeting, Vote } from '../meeting/model.js';
import { presentAt } from '../meeting/present.js';
import { tally, votersFor } from '../meeting/replay/votes.js';
import { firstSectionAt } from '../meeting/sections.js';
import { firstNotAbove } from '../meeting/sorted.js';
import type { InlayHintSettings } from '../settings.js';
import { shown } from './describe.js';

/** A hint on a line: at its end unless it has an offset. */
interface Hint {
  readonly line: number;
  readonly character?: number;
  readonly label: string;
  readonly tooltip?: string;
}

/** Lines of one meeting, the last inclusive. */
interface Lines {
  readonly log: MeetingLog;
  readonly meeting: Meeting;
  readonly first: number;
  readonly last: number;
}

const makers = {
  names: nameHints,
  gaps: gapHints,
  elapsed: elapsedHints,
  tally: tallyHints,
} as const satisfies Readonly<Record<keyof InlayHintSettings, (lines: Lines) => Hint[]>>;

/** The hints in a range that the settings ask for, in order: what a log does not say itself. None outside of meetings. */
export function inlayHints(log: MeetingLog, { start, end }: Range, settings: InlayHintSettings): InlayHint[] {
  const all = Object.entries(makers).filter(([kind]) => settings[kind as keyof InlayHintSettings]);
  const [first, last] = [Math.max(0, start.line), Math.min(end.line, log.text.lineCount - 1)];
  const hints: Hint[] = [];
  for (const meeting of meetingsIn(log, first, last)) {
    const lines = {
      log,
      meeting,
      first: Math.max(first, meeting.startLine),
      last: Math.min(last, meeting.lastLine),
    };
    for (const [, make] of all) hints.push(...make(lines));
  }
  // Those on the same line stay in the order of the table.
  return hints.sort((a, b) => a.line - b.line).map((hint) => placed(log, hint));
}

function placed({ text }: MeetingLog, { line, character, ...hint }: Hint): InlayHint {
  return { position: { line, character: character ?? text.text(line).length }, paddingLeft: true, ...hint };
}

function* meetingsIn({ sections }: MeetingLog, first: number, last: number): Generator<Meeting> {
  for (let index = Math.max(0, firstSectionAt(sections, first + 1) - 1); index < sections.length; index++) {
    const section = sections[index];
    if (!section || section.start > last) return;
    const { meeting } = section;
    if (meeting && meeting.startLine <= last && meeting.lastLine >= first) yield meeting;
  }
}

/** The elements of a list sorted by line that are on some lines. */
function on<T>({ first, last }: Lines, some: readonly T[], lineOf: (one: T) => number): readonly T[] {
  return some.slice(firstNotAbove(some, first, lineOf), firstNotAbove(some, last + 1, lineOf));
}

/** How much later than the line above something is said. */
function gapHints({ log: { text }, meeting, first, last }: Lines): Hint[] {
  return pausesIn(text, meeting.startLine, first, last).map(({ line, above, seconds }) => ({
    line,
    label: `${durationText(seconds)} later`,
    tooltip: `Nothing was said from ${clockTime(text.time(above) ?? 0)} to ${clockTime(text.time(line) ?? 0)}`,
  }));
}

/** When topics begin, since the start of the meeting. */
function elapsedHints(lines: Lines): Hint[] {
  const { log, meeting } = lines;
  return on(lines, agenda(meeting).topics, ({ item }) => item.line).flatMap(({ item: { line } }) => {
    const seconds = secondsBetween(log.text, meeting.startLine, line);
    return seconds === undefined ? [] : [{ line, label: `${durationText(seconds)} into the meeting` }];
  });
}

/** The names of people who gave them, or of whom a bot told them. */
function nameHints(lines: Lines): Hint[] {
  return on(lines, firstLines(lines.log, lines.meeting), ({ line }) => line).flatMap(({ line, nick, names }) => {
    const { nickStart, nickEnd } = lines.log.text.read(line);
    if (nickStart === nickEnd) return [];
    return [
      { line, character: nickEnd, label: shown(listed(names)), tooltip: shown(`Name of ${nick} in this meeting`) },
    ];
  });
}

interface FirstLine {
  readonly line: number;
  readonly nick: string;
  readonly names: readonly string[];
}

/** Where those first speak in a meeting who have a name besides their nick. */
const firstLines = perMeeting(
  (log, meeting): readonly FirstLine[] => {
    const present = presentAt(log, meeting);
    return speakers(log.text, meeting.startLine, meeting.lastLine)
      .map(({ first, nick }) => ({ line: first, nick, names: present.aliasesOf(nick) }))
      .filter(({ names }) => names.length > 0);
  },
  (all, by) => all.map((one) => ({ ...one, line: one.line + by })),
);

/** The results of votes on the lines of their last ballots. */
function tallyHints(lines: Lines): Hint[] {
  const { log, meeting } = lines;
  return on(lines, tallies(meeting), ({ line }) => line).map(({ vote, line }) => ({
    line,
    label: shown(vote.endLine === undefined ? `${tally(vote)} so far` : tally(vote)),
    tooltip: [textAt(log, vote.question), ...votersOf(vote)].map((text) => shown(text).trim()).join('\n'),
  }));
}

function votersOf(vote: Vote): string[] {
  const chosen = vote.options.slice(0, mostListed).map((option) => ({ option, voters: votersFor(vote, option) }));
  return chosen.flatMap(({ option, voters }) => (voters.length > 0 ? [`${option}: ${listed(voters)}`] : []));
}

/** The votes of a meeting in which someone voted, by the lines of their last ballots. */
const tallies = perObject(({ votes }: Meeting) =>
  votes
    .flatMap((vote) => {
      const last = vote.ballots.at(-1);
      return last ? [{ line: last.line, vote }] : [];
    })
    .sort((a, b) => a.line - b.line),
);
