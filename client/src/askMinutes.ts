import { commands, Uri, window } from 'vscode';
import type { Include, MinutesParams, MinutesResult } from '../../server/src/protocol.js';
import { about, type Server } from './languageServer.js';
import { pickFormat } from './pickFormat.js';
import { Reported } from './report.js';
import { readTemplate } from './templateFile.js';

/** Minutes, and the request they answer. */
export interface AskedMinutes {
  readonly log: Uri;
  readonly params: MinutesParams;
  readonly result: MinutesResult;
}

/**
 * The arguments of a command for minutes: code lenses and the preview pass a log and a meeting, keybindings may pass the rest.
 */
export type Given = readonly [
  log?: string | undefined,
  meeting?: number | undefined,
  format?: string | undefined,
  include?: Include | undefined,
];

interface Purpose {
  /** The folder for the minutes of a log; without it, they are for the clipboard. */
  readonly folder?: (log: Uri) => Uri | undefined;
  /** Whether the minutes follow the log, which is not possible with a template. */
  readonly isLive?: true;
}

interface MeetingChoice {
  readonly meeting: number;
  readonly include?: Include;
  /** The prompt for choosing one. */
  readonly topics: readonly string[];
}

/** Asks the user for everything not yet decided, and then the server for the minutes. */
export class MinutesRequests {
  readonly #server: Server;
  readonly #extension: Uri;

  constructor(server: Server, extension: Uri) {
    this.#server = server;
    this.#extension = extension;
  }

  /** The minutes; undefined if the user cancelled. */
  async ask([given, meeting, format, include]: Given, { folder, isLive }: Purpose): Promise<AskedMinutes | undefined> {
    const log = given === undefined ? window.activeTextEditor?.document.uri : Uri.parse(given);
    const chosen = log && (await this.#pickMeeting(log, meeting, include));
    if (!log || !chosen) return undefined;
    const of = { format, include: { ...include, ...chosen.include }, topics: chosen.topics };
    const wanted = await pickFormat(this.#server, of, isLive);
    if (!wanted) return undefined;
    if (isLive && wanted.format === 'template') throw new Reported('minutes made by a template cannot follow the log');
    const template = wanted.format === 'template' ? await readTemplate(log, this.#extension) : undefined;
    if (wanted.format === 'template' && !template) return undefined;
    const target = folder?.(log);
    return this.again(log, {
      ...about(log),
      meeting: chosen.meeting,
      format: wanted.format,
      ...(template && { template }),
      ...(target && { folder: target.toString() }),
      ...(Object.keys(wanted.include).length > 0 && { include: wanted.include }),
    });
  }

  /** The same minutes again, or others. */
  async again(log: Uri, params: MinutesParams): Promise<AskedMinutes> {
    const result = await this.#server.ask('meetlog/minutes', params);
    if (result) return { log, params, result };
    throw new Reported(
      params.include?.topic === undefined
        ? `this log has no meeting ${params.meeting + 1}, or there is no format “${params.format}”`
        : `this meeting has no topic ${params.include.topic}`,
    );
  }

  /** The given meeting, the only one, the one at the cursor, or the one that the user picks. */
  async #pickMeeting(log: Uri, named?: number, include?: Include): Promise<MeetingChoice | undefined> {
    const meetings = (await this.#server.ask('meetlog/meetings', about(log))) ?? [];
    if (named !== undefined) return { meeting: named, topics: meetings[named]?.topics ?? [] };
    if (meetings.length === 0) {
      const isWhole = include?.wholeLog || (await offerWholeLog());
      return isWhole ? { meeting: 0, include: { wholeLog: true }, topics: [] } : undefined;
    }
    const line = lineIn(log);
    const here = meetings.findIndex(({ startLine, lastLine }) => startLine <= line && line <= lastLine);
    const only = meetings.length === 1 ? 0 : here;
    if (only >= 0) return { meeting: only, topics: meetings[only]?.topics ?? [] };
    const items = meetings.map(({ title, about: detail, startLine, topics }, meeting) => ({
      label: title,
      description: `line ${startLine + 1}`,
      detail,
      meeting,
      topics,
    }));
    return window.showQuickPick(items, { placeHolder: 'Select a meeting' });
  }
}

/** Tells the user that a log has no meeting and what to do about it. Returns whether to treat the whole log as one. */
async function offerWholeLog(): Promise<boolean> {
  const [whole, layout, bot] = ['Use Whole Log', 'Choose Layout…', 'Set Bot…'] as const;
  const message = 'This log has no #startmeeting. Use all of it as one meeting, or change how it is read?';
  const picked = await window.showInformationMessage(message, whole, layout, bot);
  if (picked === layout) await commands.executeCommand('meetlog.chooseLayout');
  if (picked === bot) await commands.executeCommand('workbench.action.openSettings', 'meetlog.bot');
  return picked === whole;
}

function lineIn(log: Uri): number {
  const isLog = ({ document }: { document: { uri: Uri } }) => document.uri.toString() === log.toString();
  return window.visibleTextEditors.find(isLog)?.selection.active.line ?? 0;
}
