import {
  commands,
  Disposable,
  env,
  type Memento,
  type QuickPickItem,
  Range,
  type TextDocument,
  type TextEditor,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import {
  copyTopicCommand,
  generateMinutesCommand,
  type MinutesResult,
  type NearItemParams,
  saveMinutesCommand,
} from '../../server/src/protocol.js';
import { replaceFile } from './files.js';
import { about, type Server } from './languageServer.js';
import type { OwnTexts } from './ownTexts.js';
import { SavePlaces } from './savePlaces.js';
import { readTemplate } from './templateFile.js';

/** Every command that makes minutes or moves in a log. */
export function registerCommands(server: Server, memory: Memento, own: OwnTexts): Disposable {
  const places = new SavePlaces(memory);
  const register = <A extends unknown[]>(command: string, run: (...args: A) => Promise<void>) =>
    commands.registerCommand(command, (...args: A) => reportFailure(() => run(...args)));
  return Disposable.from(
    // From a code lens with a log and a meeting; a keybinding may name the format as well.
    register(generateMinutesCommand, async (log?: string, meeting?: number, format?: string) => {
      const minutes = await askForMinutes(server, { log, meeting, format });
      if (minutes) await openBeside(minutes.result, own);
    }),
    register('meetlog.openLiveMinutes', async (log?: string, meeting?: number, format?: string) => {
      const minutes = await askForMinutes(server, { log, meeting, format, isLive: true });
      if (minutes) await show(await workspace.openTextDocument(Uri.parse(minutes.result.uri)));
    }),
    register(saveMinutesCommand, async (log?: string, meeting?: number, format?: string) => {
      const minutes = await askForMinutes(server, { log, meeting, format });
      if (minutes) await saveAs(minutes, places, own);
    }),
    register('meetlog.copyMinutes', async (log?: string, meeting?: number, format: string = defaultFormat()) => {
      const minutes = await askForMinutes(server, { log, meeting, format });
      if (!minutes) return;
      await env.clipboard.writeText(minutes.result.text);
      window.setStatusBarMessage(`Copied the minutes as ${format}`, 5000);
    }),
    register(copyTopicCommand, (log?: string, line?: number) => copyTopic(server, log, line)),
    register('meetlog.nextItem', () => goToItem(server, 'next')),
    register('meetlog.previousItem', () => goToItem(server, 'previous')),
  );
}

interface Wanted {
  readonly log: string | undefined;
  readonly meeting: number | undefined;
  readonly format: string | undefined;
  /** The minutes are to follow the log, which those of a template cannot. */
  readonly isLive?: boolean;
}

interface AskedMinutes {
  readonly log: Uri;
  readonly result: MinutesResult;
}

/** Asks for all that is not decided yet, and then for the minutes; undefined if the user thought better of it. */
async function askForMinutes(server: Server, wanted: Wanted): Promise<AskedMinutes | undefined> {
  const log = wanted.log === undefined ? window.activeTextEditor?.document.uri : Uri.parse(wanted.log);
  if (!log) return undefined;
  const meeting = wanted.meeting ?? (await pickMeeting(server, log));
  if (meeting === undefined) return undefined;
  const format = wanted.format ?? (await pickFormat(server, wanted.isLive));
  if (format === undefined) return undefined;
  if (wanted.isLive && format === 'template') throw new Error('minutes by a template cannot follow the log');
  const template = format === 'template' ? await readTemplate(log) : undefined;
  if (format === 'template' && !template) return undefined;
  const result = await server.ask('meetlog/minutes', {
    ...about(log),
    meeting,
    format,
    ...(template && { template }),
  });
  if (!result) throw new Error(`there is no meeting ${meeting + 1} in this log, or no format “${format}”`);
  return { log, result };
}

/** The only meeting, the one at the cursor, or the one that the user picks. */
async function pickMeeting(server: Server, log: Uri): Promise<number | undefined> {
  const meetings = (await server.ask('meetlog/meetings', about(log))) ?? [];
  if (meetings.length === 0) throw new Error('this log has no meeting, for nobody says #startmeeting in it');
  const line = editorOf(log)?.selection.active.line ?? 0;
  const here = meetings.findIndex(({ startLine, lastLine }) => startLine <= line && line <= lastLine);
  if (meetings.length === 1 || here >= 0) return Math.max(here, 0);
  const items = meetings.map(({ title, about, startLine }, index) => ({
    label: title,
    description: `line ${startLine + 1}`,
    detail: about,
    index,
  }));
  return (await window.showQuickPick(items, { placeHolder: 'The minutes of which meeting?' }))?.index;
}

/** The format that the user picks; the one of the settings is on top. */
async function pickFormat(server: Server, isLive = false): Promise<string | undefined> {
  const preset = defaultFormat();
  const all = (await server.ask('meetlog/formats', {})).filter(({ name }) => !isLive || name !== 'template');
  const formats = [...all].sort((a, b) => Number(b.name === preset) - Number(a.name === preset));
  const items = formats.map(({ name, title, about, extension }): QuickPickItem & { name: string } => ({
    label: title,
    description: extension,
    detail: about,
    name,
  }));
  return (await window.showQuickPick(items, { placeHolder: 'In which format?' }))?.name;
}

function defaultFormat(): string {
  return workspace.getConfiguration('meetlog').get('minutes.format', 'markdown');
}

/** Opens minutes as a new document beside the log: it can be edited, and saving asks where. Works for any log. */
async function openBeside({ text, languageId }: MinutesResult, own: OwnTexts): Promise<void> {
  await own.add(text);
  await show(await workspace.openTextDocument({ content: text, language: languageId }));
}

async function show(document: TextDocument): Promise<void> {
  await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preview: false });
}

/** Saves minutes to a file that the user names; the dialog asks before it replaces one. */
async function saveAs({ log, result }: AskedMinutes, places: SavePlaces, own: OwnTexts): Promise<void> {
  const folder = places.folderFor(log);
  const target = await window.showSaveDialog({
    title: 'Save minutes',
    ...(folder && { defaultUri: Uri.joinPath(folder, result.fileName) }),
  });
  if (!target) return;
  if (target.toString() === log.toString()) throw new Error('that is the log itself; choose another file');
  await own.add(result.text);
  await replaceFile(target, result.text);
  await places.remember(log, target);
  window.setStatusBarMessage(`Saved ${workspace.asRelativePath(target)}`, 5000);
}

/** Copies the topic at a line, by default at the cursor. */
async function copyTopic(server: Server, log?: string, line?: number): Promise<void> {
  const editor = window.activeTextEditor;
  const uri = log === undefined ? editor?.document.uri : Uri.parse(log);
  if (!uri) return;
  const text = await server.ask('meetlog/topic', { ...about(uri), line: line ?? editor?.selection.active.line ?? 0 });
  if (text === null) throw new Error('there is no topic at the cursor');
  await env.clipboard.writeText(text);
  window.setStatusBarMessage('Copied the topic as Markdown', 5000);
}

async function goToItem(server: Server, direction: NearItemParams['direction']): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const { document, selection, viewColumn } = editor;
  const position = await server.ask('meetlog/nearItem', {
    ...about(document.uri),
    line: selection.active.line,
    direction,
  });
  if (!position) return;
  const range = new Range(position.line, position.character, position.line, position.character);
  await window.showTextDocument(document, {
    viewColumn: viewColumn ?? ViewColumn.Active,
    selection: range,
  });
}

function editorOf(uri: Uri): TextEditor | undefined {
  return window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
}

/** Shows the user why a command failed. */
export async function reportFailure(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(`Meetlog: ${message.replace(/\.?$/, '.')}`);
  }
}
