import { itemTypes } from '../../meeting/itemTypes.js';
import { fillMarked } from '../bugCompatible/originalWrap.js';
import { isBlank } from '../escape/clean.js';
import {
  actionsByPerson,
  atTime,
  type Minutes,
  type MinutesItem,
  type PersonalActions,
  unassignedActions,
} from '../minutes.js';

/**
 * What differs between bug-compatible minutes and ours in every format that MeetBot has too. A writer chooses its style once, at
 * its entry, and its own style extends one of these.
 */
export interface FormatStyle {
  /** Prints sections with nothing in them. */
  readonly emptySections: boolean;
  /** What an item says. */
  readonly textOf: (item: MinutesItem) => string;
  /** The actions by person. */
  readonly actionLists: (minutes: Minutes) => ActionLists;
  /** The last step: fills paragraphs that are marked for it. */
  readonly filled: (document: string) => string;
}

/** Who has to do what, and what nobody is named in. */
export interface ActionLists {
  readonly assigned: readonly PersonalActions[];
  readonly unassigned: readonly MinutesItem[];
}

/** MeetBot lists an action for each of so many people: more would take a time of the product. */
const mostOriginalAssignees = 50;

/** As MeetBot 0.1.4 writes. */
export const originalStyle: FormatStyle = {
  emptySections: true,
  // MeetBot puts spaces around the words of a link that has no URL.
  textOf: ({ text, link }) => (link ? link.prefix + link.url + link.suffix : text),
  actionLists: listsIfAssigned,
  filled: fillMarked,
};

export const ourStyle: FormatStyle = {
  emptySections: false,
  textOf: ({ text }) => text,
  actionLists: (minutes) => ({ assigned: actionsByPerson(minutes), unassigned: unassignedActions(minutes) }),
  filled: (document) => document,
};

/** MeetBot leaves out a single unassigned action. */
export function listsWithoutSingle(minutes: Minutes): ActionLists {
  const unassigned = unassignedActions(minutes);
  return {
    assigned: actionsByPerson(minutes, mostOriginalAssignees),
    unassigned: unassigned.length === 1 ? [] : unassigned,
  };
}

/** Except in reStructuredText, MeetBot leaves out all unassigned actions if none is assigned. */
function listsIfAssigned(minutes: Minutes): ActionLists {
  const { assigned, unassigned } = listsWithoutSingle(minutes);
  return { assigned, unassigned: assigned.length === 0 ? [] : unassigned };
}

/** Whether the formats that bots have too print an item's type before its text. */
export function isNamedByBots({ type }: MinutesItem): boolean {
  return itemTypes[type].named !== 'nowhere';
}

/** Whether the formats that no bot has print an item's type before its text. */
export function isNamedByUs({ type }: MinutesItem): boolean {
  return itemTypes[type].named === undefined;
}

/** How minutes in MeetBot's formats say when the meeting ended: a sentence, without its full stop. */
export function ended(minutes: Minutes): string {
  const { end } = minutes;
  return end ? `Meeting ended${atTime(end, minutes)}` : 'This meeting was not ended: its log has no #endmeeting';
}

/** The whole sentence. */
export function ending(minutes: Minutes): string {
  return `${ended(minutes)}.`;
}

/** A title for a heading: one that shows nothing is replaced. */
export function visibleTitle(title: string): string {
  return isBlank(title) ? '(no title)' : title;
}
