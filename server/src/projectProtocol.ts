/* What Meetlog's client and server exchange about the project's file, as a part of `protocol.ts`. */

export interface ProjectEditParams {
  /** The text of the file; empty if it does not exist. */
  readonly text: string;
  readonly list: 'people' | 'links' | 'actions' | 'ignore';
  readonly entries: readonly object[];
  /** If true, the first equal entry is removed instead. */
  readonly isRemoved?: boolean;
}

/** What is at an offset of a text, in UTF-16 units, is replaced. */
export interface TextChange {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

export interface FileParams {
  readonly uri: string;
}

export interface CollectParams {
  /** The URIs of logs; files that are no logs are left out. */
  readonly logs: readonly string[];
  /** The text of the project's file; empty if it does not exist. */
  readonly text: string;
}

export interface CollectResult {
  /** Entries for the list of people. */
  readonly people: readonly object[];
  /** Why each of them is proposed, and who was not merged, in Markdown. */
  readonly why: string;
}
