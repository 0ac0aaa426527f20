/** What Meetlog knows about a type of item. To add a type, add a row to the table below. */
export interface ItemTypeFacts {
  /** The noun for one item: `1 agreement`. */
  readonly noun: string;
  /** The plural, if it is not the noun with an s. */
  readonly plural?: string;
  /**
   * Its kind in an editor's outline, a name in LSP's `SymbolKind`: it determines the icon, and screen readers read its name after
   * the item. There are only kinds for code, so this is the one with the least misleading name.
   */
  readonly symbol:
    | 'Boolean'
    | 'Enum'
    | 'Event'
    | 'File'
    | 'Interface'
    | 'Key'
    | 'Namespace'
    | 'Null'
    | 'String'
    | 'Variable';
  /** Whether an item of this type is a decision. */
  readonly decides?: true;
  /** Whether votes record it: an outline shows the vote instead. */
  readonly ofVote?: true;
  /**
   * Where the type is shown before the text; everywhere by default. `nowhere` if the text says enough; `botFormats` if it says
   * enough in our own formats, in which a link needs no label.
   */
  readonly named?: 'nowhere' | 'botFormats';
  /** Its colour on the web page: a variable in the page's style. */
  readonly colour?: 'agreed' | 'rejected' | 'action';
  /** The colour of its text in MeetBot 0.1.4's HTML. */
  readonly originalColour?: 'green' | 'red';
}

const rows = {
  TOPIC: { noun: 'topic', symbol: 'Namespace', named: 'nowhere' },
  SUBTOPIC: { noun: 'subtopic', symbol: 'Namespace' },
  AGREED: { noun: 'agreement', symbol: 'Key', decides: true, colour: 'agreed' },
  ACCEPTED: {
    noun: 'accepted',
    plural: 'accepted',
    symbol: 'Key',
    decides: true,
    colour: 'agreed',
    originalColour: 'green',
  },
  REJECTED: {
    noun: 'rejected',
    plural: 'rejected',
    symbol: 'Null',
    decides: true,
    colour: 'rejected',
    originalColour: 'red',
  },
  FAILED: { noun: 'failed', plural: 'failed', symbol: 'Null', decides: true },
  INCONCLUSIVE: { noun: 'inconclusive', plural: 'inconclusive', symbol: 'Null', decides: true },
  RESOLVED: { noun: 'resolution', symbol: 'Key', decides: true, colour: 'agreed' },
  DONE: { noun: 'done', plural: 'done', symbol: 'Boolean' },
  ACTION: { noun: 'action', symbol: 'Event', colour: 'action' },
  INFO: { noun: 'info', symbol: 'String', named: 'nowhere' },
  IDEA: { noun: 'idea', symbol: 'Variable' },
  ISSUE: { noun: 'issue', symbol: 'Interface' },
  HELP: { noun: 'call for help', plural: 'calls for help', symbol: 'Interface' },
  LINK: { noun: 'link', symbol: 'File', named: 'botFormats' },
  MOTION: { noun: 'motion', symbol: 'Enum', ofVote: true },
  VOTE: { noun: 'vote', symbol: 'Enum', ofVote: true, decides: true },
} as const satisfies Record<string, ItemTypeFacts>;

/** The type of an item of the minutes, as bots print it. */
// A bare `keyof` would lose its name in the JSON Schemas.
export type ItemType = Extract<keyof typeof rows, string>;

/** The table of item types. */
export const itemTypes: Readonly<Record<ItemType, ItemTypeFacts>> = rows;

/** Whether a word is an item type, in capitals as bots print it. */
export function isItemType(word: string): word is ItemType {
  return Object.hasOwn(itemTypes, word);
}
