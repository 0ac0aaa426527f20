import type { Position, TextDocumentIdentifier } from 'vscode-languageserver';

/*
 * What client and server of Meetlog say to each other beyond the Language Server Protocol: names and types, no code, since both
 * sides import it. Lines and offsets are 0-based as in the protocol.
 */

/** Our own requests. The compiler holds both sides to it: the client when it asks, the server when it serves. */
export interface Requests {
  /** The formats that minutes can be written in, the default first. */
  'meetlog/formats': { params: NoParams; result: readonly Format[] };
  /** The layouts and the bots that can be chosen for a log. */
  'meetlog/choices': { params: NoParams; result: Choices };
  /** How well each layout reads a log; null if it is not open. */
  'meetlog/layouts': { params: LogParams; result: LayoutFits | null };
  /** What was found in a log; null if it is not open. */
  'meetlog/summary': { params: LogParams; result: LogSummary | null };
  /** The meetings of a log; null if it is not open. */
  'meetlog/meetings': { params: LogParams; result: readonly MeetingSummary[] | null };
  /** The minutes of one meeting; null if there is no such log, meeting or format. A template that cannot be used is an error. */
  'meetlog/minutes': { params: MinutesParams; result: MinutesResult | null };
  /** The topic that a line belongs to, in Markdown; null if there is none. */
  'meetlog/topic': { params: LineParams; result: string | null };
  /** What a preview shows: the meeting that a line belongs to, or else the one before it; null if there is none. */
  'meetlog/preview': { params: LineParams; result: Preview | null };
  /** Where the next or previous item of any meeting begins; null if there is none. */
  'meetlog/nearItem': { params: NearItemParams; result: Position | null };
}

export type Method = keyof Requests;
export type Params<M extends Method> = Requests[M]['params'];
export type Result<M extends Method> = Requests[M]['result'];

/** The requests that are about a log. */
export type LogMethod = { [M in Method]: Params<M> extends LogParams ? M : never }[Method];

/** The server ignores what it is given. */
export type NoParams = Readonly<Record<string, never>>;

export interface LogParams {
  readonly textDocument: TextDocumentIdentifier;
}

export interface LineParams extends LogParams {
  readonly line: number;
}

export interface NearItemParams extends LineParams {
  readonly direction: 'next' | 'previous';
}

export interface MinutesParams extends LogParams {
  /** The meeting's index in the log. */
  readonly meeting: number;
  readonly format: string;
  /** For the format `template`: the name of its file and what is in it. */
  readonly template?: { readonly name: string; readonly text: string };
  /**
   * The URI of the folder in which the minutes will be: their links lead to the log from there. Without it they are for the
   * clipboard, and have no links to the log unless the settings say where its readers find it.
   */
  readonly folder?: string;
  /** Everything if it is missing. */
  readonly include?: Include;
}

/** What of a log is in minutes, as the options of the command line have it. */
export interface Include {
  /** Treats a log without a meeting as one; its index is 0. */
  readonly wholeLog?: boolean;
  readonly only?: 'decisions' | 'actions';
  /** The only topic, from 1. */
  readonly topic?: number;
  /** Instead of the one in the name of the log. */
  readonly channel?: string;
}

export interface MinutesResult {
  readonly text: string;
  readonly languageId: string;
  /** The name to save them under: that of the log, or else of the meeting. Every file system takes it. */
  readonly fileName: string;
  /** Where a client with `workspace/textDocumentContent` can read the same minutes as a document that follows the log. */
  readonly uri: string;
}

export interface Format {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  /** With its dot. */
  readonly extension: string;
}

/** Something to choose by its name; the title is for people. */
export interface Choice {
  readonly name: string;
  readonly title: string;
}

export interface Choices {
  readonly layouts: readonly Choice[];
  readonly bots: readonly Choice[];
}

export interface LayoutFit extends Choice {
  /** The share of the log's first lines that the layout reads: 0 to 1. */
  readonly read: number;
}

export interface LayoutFits {
  /** The one that is found by the text, whatever was chosen. */
  readonly found: LayoutFit;
  /** All layouts, the best first. */
  readonly layouts: readonly LayoutFit[];
}

export interface Preview {
  readonly title: string;
  /** HTML in which nothing that was said is markup. `data-line` of an element is the line of the log it comes from, from 1. */
  readonly body: string;
  readonly startLine: number;
  /** Inclusive. */
  readonly lastLine: number;
  /** The meeting's index in the log, and how many meetings there are. */
  readonly index: number;
  readonly count: number;
  /** Where the meetings before and after it begin; null if there is none. */
  readonly previousLine: number | null;
  readonly nextLine: number | null;
}

export interface LogSummary {
  /** The layout's title. */
  readonly layout: string;
  /** Whether the layout was chosen, and not found by the text. */
  readonly isLayoutChosen: boolean;
  /** The share of lines that the layout reads: 0 to 1; 1 if it was chosen. */
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
  readonly topics: readonly string[];
}

/** What a client may say when it starts the server. */
export interface InitializationOptions {
  /** The client has commands of its own for generating and saving minutes; code lenses then name them. */
  readonly minutesCommands?: boolean;
  /** The section `meetlog` of the settings, for clients that do not answer `workspace/configuration`. */
  readonly settings?: unknown;
}

/** The scheme of minutes as documents that follow their log. */
export const minutesScheme = 'meetlog';

/** Explains a kind of problem. Its argument is the code. A client that has commands of its own for minutes has this one, too. */
export const explainProblemCommand = 'meetlog.explainProblem';

/**
 * Opens the minutes of a meeting. Its arguments: the log's URI and the meeting's index. The server runs it for clients that do
 * not have it.
 */
export const generateMinutesCommand = 'meetlog.generateMinutes';
/** Asks for a file and writes the minutes into it; the same arguments. For clients that have it. */
export const saveMinutesCommand = 'meetlog.saveMinutesAs';
/** Copies a topic as Markdown. Its arguments: the log's URI and a line. For clients that have it. */
export const copyTopicCommand = 'meetlog.copyTopic';
/** Shows minutes beside the log. Its arguments: the log's URI and a line of the meeting. For clients that have it. */
export const previewCommand = 'meetlog.previewMinutes';
