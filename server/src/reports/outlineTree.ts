import { isAction, isDecision } from '../minutes/minutes.js';
import type { Outline, OutlineItem, OutlineMeeting, OutlineTopic } from './outline.js';
import { type Paint, plain } from './paint.js';
import { printable } from './printable.js';

/** A line of the tree: its line in the log, its depth, its text, and how it is highlighted. */
interface Branch {
  readonly line: number;
  readonly depth: number;
  /** The kind of item, or its number. */
  readonly kind?: string;
  readonly text: string;
  readonly style?: Parameters<Paint>[0];
}

/**
 * The output of `meetlog outline` for people: a line for each meeting, topic and item, with its line number in the log. Topics
 * have the numbers for `--topic`; if there are several meetings, they have the numbers for `--meeting`.
 */
export function outlineTree({ meetings }: Outline, paint = plain): string {
  return meetings
    .flatMap((meeting, at) => branchesOf(meeting, meetings.length > 1 ? `${at + 1}.` : ''))
    .map((branch) => printed(branch, paint))
    .join('');
}

function branchesOf({ channel, start, owner, items, topics, ...meeting }: OutlineMeeting, kind: string): Branch[] {
  const title = meeting.title ?? (channel === null ? 'Meeting' : `${channel} Meeting`);
  const when = [owner, start.time].filter(Boolean).join(', ');
  return [
    { line: start.line, depth: 0, kind, text: when ? `${title} (${when})` : title, style: 'name' },
    ...items.map((item) => itemBranch(item, 1)),
    ...topics.flatMap((topic, at) => topicBranches(topic, 1, `${at + 1}.`)),
  ];
}

/** A topic with everything below it. */
function topicBranches({ line, title, items, subtopics }: OutlineTopic, depth: number, kind: string): Branch[] {
  return [
    { line, depth, kind, text: title, style: 'name' },
    ...items.map((item) => itemBranch(item, depth + 1)),
    ...subtopics.flatMap((subtopic) => topicBranches(subtopic, depth + 1, 'SUBTOPIC')),
  ];
}

function itemBranch(item: OutlineItem, depth: number): Branch {
  const { line, type, text } = item;
  const style = isAction(item) ? 'action' : isDecision(item) ? 'decision' : undefined;
  return { line, depth, kind: type, text, ...(style && { style }) };
}

function printed({ line, depth, kind, text, style }: Branch, paint: Paint): string {
  const shown = printable(text.replaceAll('\t', ' '));
  const marked = style === 'name' ? paint(style, shown) : shown;
  const head = kind && `${style && style !== 'name' ? paint(style, kind) : kind} `;
  return `${paint('aside', String(line).padStart(6))}  ${'  '.repeat(depth)}${head ?? ''}${marked}\n`;
}
