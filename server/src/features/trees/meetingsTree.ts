import { groupBy } from '../../log/groups.js';
import type { TreeIcon, TreeNode } from '../../protocol.js';
import type { Unreadable } from '../../workspace/logIndex.js';
import type { LedgerMeeting } from '../../workspace/source.js';
import { count, shown } from '../describe.js';
import { type Branch, byDate, group } from './branch.js';
import { placeName, type TreeContext, targetAt, titleOf } from './treeTexts.js';

/** A problem of a log. */
export interface FoundProblem {
  /** 1-based. */
  readonly line: number;
  readonly severity: 'error' | 'warning' | 'other';
}

/** What the tree of meetings needs. */
export interface MeetingsContext extends TreeContext {
  readonly unreadable: readonly Unreadable[];
  /** Files that have the name of a log and are not text. */
  readonly skipped: readonly Unreadable[];
  /** The problems of a log, in any order; undefined if they are not known yet, in which case they are found soon. */
  readonly problemsOf: (log: string) => readonly FoundProblem[] | undefined;
}

/** The meetings by channel and date, newest first, above them the logs that cannot be read, and below what was skipped. */
export function meetingsTree(context: MeetingsContext): Branch[] {
  const channels = [...groupBy(context.logs.meetings.toReversed(), ({ meeting }) => meeting.channel)].sort(
    ([a], [b]) => Number(a === null) - Number(b === null) || (a ?? '').localeCompare(b ?? '', 'en'),
  );
  const branches = channels.map(([channel, meetings]) => {
    const label = channel === null ? 'No channel' : shown(channel);
    const description = count(meetings.length, 'meeting');
    return group({ id: channel ?? '', label, description, icon: 'channel' }, channels.length === 1, () =>
      byDate(meetings.map(dated), 'meeting', (one) => meetingBranch(context, one)),
    );
  });
  const { unreadable, skipped } = context;
  return [
    ...filesBranch(context, unreadable, {
      id: 'unreadable:',
      label: `${count(unreadable.length, 'log')} cannot be read`,
      icon: 'warning',
    }),
    ...branches,
    // Without a meeting, the view says what to do instead.
    ...filesBranch(context, branches.length === 0 ? [] : skipped, {
      id: 'skipped:',
      label: `${count(skipped.length, 'file')} skipped`,
      icon: 'skipped',
    }),
  ];
}

interface DatedMeeting extends LedgerMeeting {
  readonly date: string | null;
}

function dated(one: LedgerMeeting): DatedMeeting {
  return { ...one, date: one.meeting.date };
}

function meetingBranch(context: MeetingsContext, { digest, meeting, date }: DatedMeeting): Branch {
  const { log } = digest;
  const index = digest.meetings.indexOf(meeting);
  const problems = problemsIn(context.problemsOf(log) ?? [], digest.meetings, index);
  const trouble = problemText(problems);
  const title = titleOf(meeting);
  const place = placeName(context, { log, line: meeting.line });
  const node: TreeNode = {
    id: `${log}#${index}`,
    label: date ?? shown(context.nameOf(log)),
    description: [title, trouble].filter(Boolean).join(' · '),
    tooltip: [title, [date, meeting.channel && shown(meeting.channel)].filter(Boolean).join(', '), place, trouble]
      .filter(Boolean)
      .join('\n'),
    spoken: [title, date ?? 'no date', trouble].filter(Boolean).join(', '),
    icon: worstOf(problems) ?? 'meeting',
    target: targetAt(context, log, meeting.line),
    meeting: index,
  };
  return { node };
}

/** The problems of a meeting: those up to the next one, of the first also those above it. */
function problemsIn(
  problems: readonly FoundProblem[],
  meetings: readonly { readonly line: number }[],
  index: number,
): FoundProblem[] {
  const from = index === 0 ? 0 : (meetings[index]?.line ?? 0);
  const to = meetings[index + 1]?.line ?? Number.POSITIVE_INFINITY;
  return problems.filter(({ line }) => line >= from && line < to);
}

function worstOf(problems: readonly FoundProblem[]): 'error' | 'warning' | undefined {
  return (['error', 'warning'] as const).find((severity) => problems.some((one) => one.severity === severity));
}

/** `1 error, 2 warnings`; empty if there is neither. */
export function problemText(problems: readonly FoundProblem[]): string {
  const of = (severity: FoundProblem['severity']) => problems.filter((one) => one.severity === severity).length;
  return [of('error') && count(of('error'), 'error'), of('warning') && count(of('warning'), 'warning')]
    .filter(Boolean)
    .join(', ');
}

/** Files without meetings, with the reasons; nothing if there are none. */
function filesBranch(
  { nameOf }: MeetingsContext,
  files: readonly Unreadable[],
  { id, label, icon }: { readonly id: string; readonly label: string; readonly icon: TreeIcon },
): Branch[] {
  if (files.length === 0) return [];
  const nodes = files.map(({ log, why }) => {
    const name = shown(nameOf(log));
    const target = { uri: log, line: 0, start: 0, end: 0 };
    const about = `${name} ${why}.`;
    return { node: { id: log, label: name, description: why, tooltip: about, spoken: about, icon, target } };
  });
  return [group({ id, label, icon }, false, () => nodes)];
}
