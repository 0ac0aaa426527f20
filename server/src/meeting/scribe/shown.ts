import type { ChatRecord, Said } from './record.js';

/** What a line is in the minutes; the names are those of what scribe.perl shows. */
export type ShownKind =
  | 'topic'
  | 'subtopic'
  | 'action'
  | 'resolution'
  | 'issue'
  /** What the scribe wrote down for somebody: `ann: words`. */
  | 'speech'
  /** What the scribe wrote about the meeting. */
  | 'narration'
  /** What anybody else wrote, or the scribe for herself. */
  | 'remark'
  | 'verbatim'
  | 'verbatim-remark'
  | 'failed-edit'
  | 'bot'
  /** A bot's line about an issue or action: its link or number, and its title. */
  | 'bot-item'
  | 'anchor'
  | 'slideset'
  | 'slide'
  | 'repo'
  | 'repo-drop';

/** One paragraph of the minutes, in order. */
export interface Shown {
  kind: ShownKind;
  /** Who gave it; of a speech, the scribe. */
  readonly nick: string;
  /** Who speaks, as the scribe wrote it; undefined unless it is a speech. */
  readonly speaker: string | undefined;
  readonly record: ChatRecord;
  /** The index of that record in the meeting. */
  readonly index: number;
  /** Its lines: the first, and those that go on after dots. */
  readonly lines: Said[];
  /** The title of a bot's item, the address of a slide, the name of an anchor. */
  readonly data?: string;
}

/** How a line was read: the name of the first rule that fits it. */
export type Rule =
  | 'edit-or-option'
  | 'empty'
  | 'verbatim-start'
  | 'verbatim-end'
  | 'verbatim-text'
  | `${'present' | 'regrets' | 'chair'}-${'set' | 'add' | 'add-self' | 'remove' | 'remove-self' | 'set-or-add' | 'empty'}`
  | `scribe-${'set-or-add' | 'add-self' | 'remove' | 'remove-self' | 'empty' | 'real-name' | 'link' | 'vote'}`
  | `repo-${'add' | 'remove'}`
  | 'slideset'
  | 'slideset-clear'
  | 'slide'
  | `recording-${'url' | 'clear' | 'start-now' | 'start-at' | 'end-now' | 'end-at'}`
  | 'topic'
  | 'subtopic'
  | 'dash-topic'
  | 'recorder-minutes'
  | 'recorder-log'
  | 'to-recorder'
  | 'from-recorder'
  | 'action'
  | 'resolution'
  | 'issue'
  | 'agenda'
  | 'agenda-without-url'
  | 'meeting'
  | 'previous-meeting'
  | 'next-meeting'
  | 'meeting-link-without-url'
  | 'date'
  | 'queue-keeper-topic'
  | 'queue-keeper-attendees'
  | 'queue-keeper-continuation'
  | 'queue-keeper-you-wanted'
  | 'from-queue-keeper'
  | 'queue-command'
  | 'to-tracker'
  | 'tracker-item'
  | 'tracker-url'
  | 'from-tracker'
  | 'from-agenda-keeper'
  | 'to-agenda-keeper'
  | 'to-issue-bot'
  | 'from-issue-bot'
  | 'issue-bot-item'
  | 'issue-bot-user'
  | 'issue-bot-line'
  | 'issue-bot-ok'
  | 'named-anchor'
  | 'nick-escape'
  | 'backslash'
  | 'backslash-by-scribe'
  | 'speech'
  | 'speech-continuation'
  | 'continuation'
  | 'failed-edit'
  | 'narration'
  | 'remark';
