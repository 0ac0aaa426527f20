import type { TextDocuments } from 'vscode-languageserver';
import { type LogSettings, withProject } from '../features/logSettings.js';
import { fileNameIn, folderIn } from '../features/uris.js';
import type { ChatText } from '../log/detect/chatText.js';
import type { MeetingLog } from '../meeting/meetingLog.js';
import type { ListedFile } from '../protocol.js';
import type { Settings } from '../settings.js';
import { readingFile } from '../workspace/indexLog.js';
import { trimmedBy } from '../workspace/trimmedBy.js';
import type { WorkspaceFiles } from '../workspace/workspaceFiles.js';
import { findLog, type LogDocument } from './documents.js';
import type { Projects } from './projects.js';
import type { SettingsStore } from './settingsStore.js';
import { inSlices } from './slices.js';

/** A log of the workspace that was read. */
export interface ReadLog {
  readonly log: MeetingLog;
  readonly settings: LogSettings;
}

/** A log that was read; null for a file that is none, or why it cannot be read. */
export type ReadResult = ReadLog | null | 'unreadable' | 'binary';

/** The text of a file, undefined if it cannot be read. */
export type FileText = ChatText | undefined;

/** Reads logs of the workspace: open documents as they are, other logs from their files. */
export class LogReader {
  readonly #documents: TextDocuments<LogDocument>;
  readonly #settings: SettingsStore;
  readonly #projects: Projects;
  readonly #files: WorkspaceFiles;

  constructor(
    documents: TextDocuments<LogDocument>,
    settings: SettingsStore,
    projects: Projects,
    files: WorkspaceFiles,
  ) {
    this.#documents = documents;
    this.#settings = settings;
    this.#projects = projects;
    this.#files = files;
  }

  isOpen(uri: string): boolean {
    return this.#documents.get(uri) !== undefined;
  }

  /** The settings that determine how logs are read, as a text. */
  async howRead(): Promise<string> {
    const all = await Promise.all(
      this.#projects.folders.map((one) => this.#settings.of(trimmedBy(one, undefined, /\//))),
    );
    return JSON.stringify(all.map(({ layout, bot, channel }) => [layout, bot, channel]));
  }

  /** The text of a file that is not open. */
  text(uri: string): Promise<FileText> {
    return this.#files.readChat?.(uri) ?? this.#files.read(uri);
  }

  /** Reads a log in slices; undefined if that is useless meanwhile. `text` is the text of its file, if that was read already. */
  async read(file: ListedFile, isUseless: () => boolean, text?: Promise<FileText>): Promise<ReadResult | undefined> {
    const document = this.#documents.get(file.uri);
    if (document) return this.#readDocument(document, isUseless);
    const [settings, content] = await Promise.all([this.#settingsOf(file), text ?? this.text(file.uri)]);
    if (isUseless()) return undefined;
    if (content === undefined) return 'unreadable';
    if (content === null) return 'binary';
    const { layout, bot, channel } = settings;
    const { isChosen } = file;
    const reading = {
      fileName: fileNameIn(file.uri),
      folder: folderIn(file.uri),
      layout,
      bot,
      channel,
      isChosen,
    };
    const log = await inSlices({ steps: readingFile(content, reading) }, isUseless);
    return log && { log, settings };
  }

  async #readDocument(document: LogDocument, isUseless: () => boolean): Promise<ReadResult | undefined> {
    const { uri } = document;
    const [own, project] = await Promise.all([this.#settings.of(uri), this.#projects.of(uri)]);
    const settings = withProject(own, project);
    const isChanged = () => isUseless() || this.#documents.get(uri) !== document;
    const log = isChanged() ? undefined : await inSlices(findLog(document, settings), isChanged);
    return log && { log, settings };
  }

  /** The settings of a folder apply to all logs in it, so that they need not be asked for each. */
  async #settingsOf({ uri, layout }: ListedFile): Promise<LogSettings> {
    const [own, project] = await Promise.all([
      this.#settings.of(this.#projects.folderOf(uri) ?? ''),
      this.#projects.ofClosed(uri),
    ]);
    return withProject(layout === undefined ? own : withLayout(own, layout), project);
  }
}

const withLayouts = new WeakMap<Settings, Map<string, Settings>>();

/** Settings with another layout; the same object for the same two. */
function withLayout(settings: Settings, layout: string): Settings {
  const known = withLayouts.get(settings) ?? new Map<string, Settings>();
  withLayouts.set(settings, known);
  const made = known.get(layout) ?? { ...settings, layout: layout === 'auto' ? undefined : layout };
  known.set(layout, made);
  return made;
}
