/** What Meetlog knows about a type of item. A new type is a row of the table below. */
export interface ItemTypeFacts {
  /** What people call one item: `1 agreement`. */
  readonly noun: string;
  /** What they call several, if it is not the noun with an s. */
  readonly plural?: string;
  /**
   * Its kind in an editor's outline, a name of LSP's `SymbolKind`: it decides on the icon, and screen readers read its name after
   * the item. There are only kinds of code, so it is the one whose name misleads least.
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
  /** An item of this type is a decision. */
  readonly decides?: true;
  /** A vote records it: an outline shows the vote instead. */
  readonly ofVote?: true;
  /**
   * Where the type is named before the text; everywhere by default. `nowhere` if the text says enough, `botFormats` if it says
   * enough in the formats that no bot writes: there a link needs no name.
   */
  readonly named?: 'nowhere' | 'botFormats';
  /** Its colour on the web page, a variable of the page's style. */
  readonly colour?: 'agreed' | 'rejected' | 'action';
  /** The colour that MeetBot 0.1.4 gives its text in HTML. */
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
  DONE: { noun: 'done', plural: 'done', symbol: 'Boolean' },
  ACTION: { noun: 'action', symbol: 'Event', colour: 'action' },
  INFO: { noun: 'info', symbol: 'String', named: 'nowhere' },
  IDEA: { noun: 'idea', symbol: 'Variable' },
  HELP: { noun: 'call for help', plural: 'calls for help', symbol: 'Interface' },
  LINK: { noun: 'link', symbol: 'File', named: 'botFormats' },
  MOTION: { noun: 'motion', symbol: 'Enum', ofVote: true },
  VOTE: { noun: 'vote', symbol: 'Enum', ofVote: true, decides: true },
} as const satisfies Record<string, ItemTypeFacts>;

/** What an item of the minutes is, as the bots print it. */
// A bare `keyof` would not keep its name in the JSON Schemas.
export type ItemType = Extract<keyof typeof rows, string>;

/** The table of item types. */
export const itemTypes: Readonly<Record<ItemType, ItemTypeFacts>> = rows;

/** Whether a word is the name of an item type, in capitals as bots print it. */
export function isItemType(word: string): word is ItemType {
  return Object.hasOwn(itemTypes, word);
}
