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

/** Something to choose, by its name; the title is for people. */
export interface Choice {
  readonly name: string;
  readonly title: string;
}

export interface Choices {
  readonly layouts: readonly Choice[];
  readonly bots: readonly Choice[];
}

/** Asks for the layouts and the bots that can be chosen for a log. No parameters; `Choices`. */
export const choicesRequest = 'meetlog/choices';

export interface MinutesParams {
  readonly textDocument: TextDocumentIdentifier;
  /** The meeting's index in the log. */
  readonly meeting: number;
  readonly format: string;
  /** For the format `template`: the name of its file and what is in it. */
  readonly template?: { readonly name: string; readonly text: string };
}

export interface MinutesResult {
  readonly text: string;
  readonly languageId: string;
  /** The name under which a bot files it. */
  readonly fileName: string;
  /** Where the same minutes can be read as a document that follows the log, for clients with `workspace/textDocumentContent`. */
  readonly uri: string;
}

/**
 * Asks for the minutes of one meeting. `MinutesParams`; `MinutesResult`, or null where there is no such log, meeting or format.
 * A template that cannot be used is an error, whose message says why.
 */
export const minutesRequest = 'meetlog/minutes';

/** The scheme of minutes as documents that follow their log. */
export const minutesScheme = 'meetlog';

/** A log and a line in it. */
export interface LinePosition {
  readonly textDocument: TextDocumentIdentifier;
  readonly line: number;
}

/** Asks for the topic that a line belongs to, in Markdown. `LinePosition`; a text, or null where there is no topic. */
export const topicRequest = 'meetlog/topic';

/** Copies a topic as Markdown. Its arguments: the log's URI and a line. For clients that have it. */
export const copyTopicCommand = 'meetlog.copyTopic';
/** Shows minutes beside the log. Its arguments: the log's URI and a line of the meeting. For clients that have it. */
export const previewCommand = 'meetlog.previewMinutes';

/** Asks for what a preview shows: the meeting that a line belongs to, or the one before it. `LinePosition`; `Preview`, or null. */
export const previewRequest = 'meetlog/preview';

export interface Preview {
  readonly title: string;
  /** HTML in which nothing that was said is markup. `data-line` of an element is the line of the log that it tells of, from 1. */
  readonly body: string;
  readonly startLine: number;
  /** Inclusive. */
  readonly lastLine: number;
}

export interface LogSummary {
  /** The layout's title. */
  readonly layout: string;
  /** The share of lines that the layout reads: 0 to 1. */
  readonly confidence: number;
  /** The nick of the first bot that answered, or null. */
  readonly bot: string | null;
  /** The title of the bot by whose rules the log is read. */
  readonly rules: string;
  /** How many meetings there are, and the title of the first. */
  readonly meetings: number;
  readonly title: string | null;
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

/** Asks for the meetings of a log. `SummaryParams`; `MeetingSummary[]`, or null where the log is not open. */
export const meetingsRequest = 'meetlog/meetings';

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
