/*
 * What Meetlog's client and server exchange about all logs of a workspace: the part of the protocol that is not about one log.
 */

import type { FileParams } from './projectProtocol.js';

/** A file that may be a log. */
export interface ListedFile {
  readonly uri: string;
  /** The name of the layout that the user chose for it. */
  readonly layout?: string;
  /** Whether the user or the settings say that it is a log. */
  readonly isChosen?: boolean;
}

/** How much of the workspace is read. */
export interface IndexState {
  readonly isReading: boolean;
  /** How many files are read, of how many. */
  readonly read: number;
  readonly total: number;
}

/** The trees about all logs of a workspace. */
export type TreeName = 'meetings' | 'actions' | 'decisions';

export interface TreeParams {
  readonly tree: TreeName;
  /** The IDs of a node and of those above it, the outermost first; empty for the nodes without one above. */
  readonly path: readonly string[];
  /** The user's date, as `YYYY-MM-DD`. */
  readonly today: string;
  /** Only decisions with all of these words. */
  readonly search?: string;
  /** Action items that are done, too. */
  readonly withDone?: boolean;
}

export interface TreePart {
  readonly nodes: readonly TreeNode[];
  /** How many logs there are. */
  readonly logs: number;
  /** Whether the user cancelled the reading, so that some logs are missing. */
  readonly isPartial: boolean;
}

/** A node of a tree. Its texts are plain, without line breaks except in the tooltip. */
export interface TreeNode {
  /** Unique among its siblings. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly tooltip?: string;
  /** What screen readers say. */
  readonly spoken?: string;
  readonly icon?: TreeIcon;
  /** Whether there are nodes below it, and whether they are shown at first. */
  readonly below?: 'collapsed' | 'expanded';
  /** Where it leads: 0-based line, UTF-16 offsets, end exclusive. */
  readonly target?: TreeTarget;
  /** The index in its log of the meeting that it is. */
  readonly meeting?: number;
  /** Whether the action item that it is, is done, if the project's file can say so. */
  readonly isDone?: boolean;
}

export type TreeIcon =
  | 'channel'
  | 'date'
  | 'meeting'
  | 'error'
  | 'warning'
  | 'person'
  | 'done'
  | 'decision'
  | 'replaced'
  | 'skipped';

export interface TreeTarget {
  readonly uri: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

export interface ActionRecordParams {
  /** The IDs of the node in the tree of actions and of those above it. */
  readonly path: readonly string[];
  /** The user's date, as `YYYY-MM-DD`. */
  readonly today: string;
}

export interface RecordedAction {
  /** The URI of the project's file, which may not exist. */
  readonly file: string;
  /** The entry that there is, or the one to add. */
  readonly entry: object;
}

export interface CheckedLogs {
  /** What was found, as sentences. */
  readonly summary: string;
  /** How many problems are shown. */
  readonly problems: number;
}

/** Our own requests of the server, which clients answer. */
export interface ClientRequests {
  /** The text of a file; null if it does not exist or cannot be read. */
  'meetlog/readFile': { params: FileParams; result: string | null };
  /** The same for a file that may be a chat: see `ChatText`. */
  'meetlog/readChat': { params: FileParams; result: { readonly text: string | null } | null };
  /** The files of the workspace that may be logs, by their names and the user's settings. */
  'meetlog/findLogs': { params: Readonly<Record<string, never>>; result: readonly ListedFile[] };
}

/** Our own notifications of the server, for clients with their own commands. */
export interface ServerNotifications {
  /** What trees show has changed, or more logs are read. */
  'meetlog/indexChanged': IndexState;
}

/** Our own notifications of the client. */
export interface Notifications {
  /** The user trusts the workspace now. */
  'meetlog/trusted': Readonly<Record<string, never>>;
}

/** What a client may pass when it starts the server. */
export interface InitializationOptions {
  /** The client has its own commands for generating and saving minutes, which code lenses then use. */
  readonly minutesCommands?: boolean;
  /** The client reads files for the server, `meetlog/readFile`: those of virtual workspaces, and in a browser all. */
  readonly readsFiles?: boolean;
  /** The client lists the files of the workspace that may be logs, `meetlog/findLogs`. */
  readonly findsLogs?: boolean;
  /** False in an untrusted workspace, until the client sends `meetlog/trusted`. */
  readonly isTrusted?: boolean;
  /** The section `meetlog` of the settings, for clients that do not support `workspace/configuration`. */
  readonly settings?: unknown;
}
