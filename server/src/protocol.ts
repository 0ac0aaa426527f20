import type { Position, TextDocumentIdentifier } from 'vscode-languageserver';
import type { CollectParams, CollectResult, ProjectEditParams, TextChange } from './projectProtocol.js';
import type { CheckedMinutes, VerifyParams } from './verifyProtocol.js';
import type { ActionRecordParams, CheckedLogs, RecordedAction, TreeParams, TreePart } from './workspaceProtocol.js';

/*
 * What Meetlog's client and server exchange beyond the Language Server Protocol: only names and types, since both sides import
 * this file. Lines and offsets are 0-based as in the protocol.
 */

export type * from './projectProtocol.js';
export type * from './verifyProtocol.js';
export type * from './workspaceProtocol.js';

/** Our own requests. The compiler checks both sides against it: requests of the client and answers of the server. */
export interface Requests {
  /** The formats that minutes can be written in, the default first. */
  'meetlog/formats': { params: NoParams; result: readonly Format[] };
  /** The layouts and the bots that can be chosen for a log. */
  'meetlog/choices': { params: NoParams; result: Choices };
  /** How well each layout reads a log; null if the log is not open. */
  'meetlog/layouts': { params: LogParams; result: LayoutFits | null };
  /** A summary of what was found in a log; null if the log is not open. */
  'meetlog/summary': { params: LogParams; result: LogSummary | null };
  /** A report about the layout of a log, in Markdown, with all words replaced; null if the log is not open. */
  'meetlog/layoutReport': { params: LogParams; result: string | null };
  /** The meetings of a log; null if the log is not open. */
  'meetlog/meetings': { params: LogParams; result: readonly MeetingSummary[] | null };
  /** The minutes of one meeting; null if there is no such log, meeting or format; an error if the template cannot be used. */
  'meetlog/minutes': { params: MinutesParams; result: MinutesResult | null };
  /** The topic that a line belongs to, in Markdown; null if there is none. */
  'meetlog/topic': { params: LineParams; result: string | null };
  /** What a preview shows: the meeting that a line belongs to, or else the one before it; null if there is none. */
  'meetlog/preview': { params: LineParams; result: Preview | null };
  /** Where the next or previous item of any meeting begins; null if there is none. */
  'meetlog/nearItem': { params: NearItemParams; result: Position | null };
  /** The lines of topics, decisions and actions; null if the log is not open. */
  'meetlog/rulerMarks': { params: LogParams; result: RulerMarks | null };
  /** The people of the meeting at a line, who said most first; null if the log is not open. */
  'meetlog/people': { params: LineParams; result: readonly ListedPerson[] | null };
  /** The lines that may be meant by a typed time, the most likely first; null if it is not a time, or the log is not open. */
  'meetlog/timePlaces': { params: TimeParams; result: readonly TimePlace[] | null };
  /** A link to the log in Markdown, from a document in the given folder; null if the log is not open or no link leads there. */
  'meetlog/markdownLink': { params: LinkParams; result: string | null };
  /** Talk from another log or chat in the layout of this one; null if it is no such talk, or if anything would be lost. */
  'meetlog/pastedLines': { params: PastedParams; result: string | null };
  /** An export, subtitles or a page of a chat as a log; null if the file is nothing that can be converted. */
  'meetlog/convert': { params: ConvertParams; result: ConvertedFile | null };
  /** What minutes say and a log does not, and the other way round. */
  'meetlog/verify': { params: VerifyParams; result: CheckedMinutes };
  /** How entries are added to a list of a project's file; null if its text is not JSON, or has something else there. */
  'meetlog/projectEdit': { params: ProjectEditParams; result: TextChange | null };
  /** People of some logs who are not in the project's file yet. */
  'meetlog/collectPeople': { params: CollectParams; result: CollectResult };
  /** A part of a tree about all logs of the workspace. The first one makes the server read them all. */
  'meetlog/tree': { params: TreeParams; result: TreePart };
  /** Reads all logs of the workspace again. */
  'meetlog/readAgain': { params: NoParams; result: null };
  /** The entry of a project's file that says that an action item is done; null if there is none such item. */
  'meetlog/actionRecord': { params: ActionRecordParams; result: RecordedAction | null };
  /** Finds the problems of all logs of the workspace, which are then shown until `meetlog/forgetChecked`. */
  'meetlog/checkAll': { params: NoParams; result: CheckedLogs };
  'meetlog/forgetChecked': { params: NoParams; result: null };
}

export type Method = keyof Requests;
export type Params<M extends Method> = Requests[M]['params'];
export type Result<M extends Method> = Requests[M]['result'];

/** The requests about a log. */
export type LogMethod = { [M in Method]: Params<M> extends LogParams ? M : never }[Method];

/** The server ignores their parameters. */
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

export interface TimeParams extends LineParams {
  /** `21:04`, `21:04:30`, `9:04 pm`, or `+35` for minutes after the start of the meeting. */
  readonly time: string;
}

export interface LinkParams extends LogParams {
  /** The URI of the folder of the document that links to the log. */
  readonly folder: string;
}

export interface PastedParams extends LineParams {
  readonly text: string;
}

/** 0-based lines, each list in order. */
export interface RulerMarks {
  readonly topics: readonly number[];
  readonly decisions: readonly number[];
  readonly actions: readonly number[];
}

/** Someone present at a meeting. */
export interface ListedPerson {
  readonly nick: string;
  /** Role, lines said and when first seen, as text. */
  readonly about: string;
  /** The line on which they were first seen. */
  readonly line: number;
  readonly isBot: boolean;
}

/** A line to go to. */
export interface TimePlace {
  readonly line: number;
  /** Who says what, shortened. */
  readonly text: string;
  /** Its time, date and meeting, as text. */
  readonly about: string;
}

export interface ConvertParams {
  /** The text of the file, and its name, which may have a date. */
  readonly text: string;
  readonly fileName: string;
  /** The text of the file `users.json` of an export of Slack, if there is one beside it. */
  readonly users?: string;
}

export interface ConvertedFile {
  readonly log: string;
  /** What the file is, for people. */
  readonly title: string;
  /** How many messages it has. */
  readonly messages: number;
  /** What users should know, as sentences. */
  readonly notes: readonly string[];
}

export interface MinutesParams extends LogParams {
  /** The meeting's index in the log. */
  readonly meeting: number;
  readonly format: string;
  /** For the format `template`: its file name and content. */
  readonly template?: { readonly name: string; readonly text: string };
  /**
   * The URI of the folder for the minutes, from which they link to the log. Without it, they are for the clipboard, and only link
   * to the log if the settings say where readers find it.
   */
  readonly folder?: string;
  /** Everything by default. */
  readonly include?: Include;
}

/** The parts of a log in its minutes, as in the options of the command line. */
export interface Include {
  /** Treats a log without a meeting as one meeting, with index 0. */
  readonly wholeLog?: boolean;
  readonly only?: 'decisions' | 'actions';
  /** The 1-based number of the only topic. */
  readonly topic?: number;
  /** The channel, instead of the one in the log's name. */
  readonly channel?: string;
}

export interface MinutesResult {
  readonly text: string;
  readonly languageId: string;
  /** The proposed file name: that of the log, or else of the meeting. Valid on every file system. */
  readonly fileName: string;
  /**
   * The URI at which a client with `workspace/textDocumentContent` can read the same minutes as a document that follows the log.
   */
  readonly uri: string;
}

export interface Format {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  /** With its dot. */
  readonly extension: string;
}

/** A choice, identified by its name; the title is for people. */
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
  /** The detected one, even if another was chosen. */
  readonly found: LayoutFit;
  /** All layouts, the best first. */
  readonly layouts: readonly LayoutFit[];
}

export interface Preview {
  readonly title: string;
  /** HTML in which all chat text is escaped. The attribute `data-line` of an element is its 1-based line in the log. */
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
  /** Whether the layout was chosen instead of detected. */
  readonly isLayoutChosen: boolean;
  /** The share of lines that the layout reads: 0 to 1; 1 if it was chosen. */
  readonly confidence: number;
  /** The nick of the first bot that replied, or null. */
  readonly bot: string | null;
  /** The title of the bot whose rules are used. */
  readonly rules: string;
  /** The number of meetings. */
  readonly meetings: number;
  /** The number of problems shown. */
  readonly problems: number;
  /** Whether one of them is that the log is not read. */
  readonly isUnread: boolean;
}

export interface MeetingSummary {
  readonly title: string;
  readonly startLine: number;
  /** Inclusive. */
  readonly lastLine: number;
  /** Duration, topics, actions and people, as text. */
  readonly about: string;
  readonly topics: readonly string[];
}

/** The scheme of minutes as documents that follow their log. */
export const minutesScheme = 'meetlog';

/** Stops showing a kind of problem in the workspace. Its argument is the code. For clients with their own commands. */
export const hideProblemCommand = 'meetlog.hideProblem';
/**
 * Ignores a problem in the project's file. Arguments: the URI of the file, which may not exist, and the entry for it. For clients
 * with their own commands.
 */
export const ignoreProblemCommand = 'meetlog.ignoreProblem';
/** Shows the problems of all logs of the workspace. The server runs it for clients that do not have it. */
export const checkAllCommand = 'meetlog.checkAllLogs';
/** Explains a kind of problem. Its argument is the code. Clients with their own commands for minutes have this one, too. */
export const explainProblemCommand = 'meetlog.explainProblem';

/**
 * Opens the minutes of a meeting. Arguments: the log's URI and the meeting's index. The server runs it for clients that do not
 * have it.
 */
export const generateMinutesCommand = 'meetlog.generateMinutes';
/** Asks for a file and writes the minutes to it. Same arguments. For clients that have it. */
export const saveMinutesCommand = 'meetlog.saveMinutesAs';
/** Copies a topic as Markdown. Arguments: the log's URI and a line. For clients that have it. */
export const copyTopicCommand = 'meetlog.copyTopic';
/** Shows minutes beside the log. Arguments: the log's URI and a line of the meeting. For clients that have it. */
export const previewCommand = 'meetlog.previewMinutes';
