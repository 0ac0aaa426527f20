import type { Position, TextDocumentIdentifier } from 'vscode-languageserver';

/*
 * What client and server of Meetlog say to each other beyond the Language Server Protocol: names and types, no code, since both
 * sides import it. Lines and offsets are 0-based as in the protocol.
 */

/** What a client may tell when it starts the server. */
export interface InitializationOptions {
  /** The client has commands of its own for generating and saving minutes; code lenses then name them. */
  readonly minutesCommands?: boolean;
  /** The section `meetlog` of the settings, for clients that do not answer `workspace/configuration`. */
  readonly settings?: unknown;
}

/** Opens the minutes of a meeting. Its arguments: the log's URI and the meeting's index. The server runs it for clients that don't. */
export const generateMinutesCommand = 'meetlog.generateMinutes';
/** Asks for a file and writes the minutes into it; the same arguments. For clients that have it. */
export const saveMinutesCommand = 'meetlog.saveMinutesAs';

export interface Format {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  /** With its dot. */
  readonly extension: string;
}

/** Asks for the formats that minutes can be written in, the default first. No parameters; `Format[]`. */
export const formatsRequest = 'meetlog/formats';

export interface MinutesParams {
  readonly textDocument: TextDocumentIdentifier;
  /** The meeting's index in the log. */
  readonly meeting: number;
  readonly format: string;
}

export interface MinutesResult {
  readonly text: string;
  readonly languageId: string;
  /** The name under which a bot files it. */
  readonly fileName: string;
}

/** Asks for the minutes of one meeting. `MinutesParams`; `MinutesResult`, or null where there is no such log, meeting or format. */
export const minutesRequest = 'meetlog/minutes';

export interface LogSummary {
  /** The layout's title. */
  readonly layout: string;
  /** The share of lines that the layout reads: 0 to 1. */
  readonly confidence: number;
  /** The nick of the first bot that answered, or null. */
  readonly bot: string | null;
  readonly meetings: readonly MeetingSummary[];
  /** How many problems are shown. */
  readonly problems: number;
}

export interface MeetingSummary {
  readonly title: string;
  readonly startLine: number;
  /** Inclusive. */
  readonly lastLine: number;
  /** Duration, topics, actions and people, for humans. */
  readonly about: string;
}

/** Asks what was found in a log. `SummaryParams`; `LogSummary`, or null where the log is not open. */
export const summaryRequest = 'meetlog/summary';

export interface SummaryParams {
  readonly textDocument: TextDocumentIdentifier;
}

export interface NearItemParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly line: number;
  readonly direction: 'next' | 'previous';
}

/** Asks where the next or previous item of any meeting begins. `NearItemParams`; `NearItemResult`, null where there is none. */
export const nearItemRequest = 'meetlog/nearItem';

export type NearItemResult = Position | null;
