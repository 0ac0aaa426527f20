/*
 * The parts of VS Code that the client uses, in a few lines: the unit tests are bundled with this file instead of the module
 * `vscode`. Tests open and close documents, and can wait for what the client does to them.
 */
import { posix } from 'node:path';
import type { Memento } from 'vscode';

type Listener<T> = (event: T) => unknown;

export class EventEmitter<T> {
  readonly #listeners: Listener<T>[] = [];

  readonly event = (listener: Listener<T>) => {
    this.#listeners.push(listener);
    return new Disposable(() => this.#listeners.splice(this.#listeners.indexOf(listener), 1));
  };

  fire(event: T): void {
    for (const listener of this.#listeners) running.add(Promise.resolve(listener(event)));
  }

  dispose(): void {
    this.#listeners.length = 0;
  }
}

export class Disposable {
  readonly dispose: () => void;

  constructor(dispose: () => void) {
    this.dispose = dispose;
  }

  static from(...all: readonly { dispose(): unknown }[]): Disposable {
    return new Disposable(() => {
      for (const one of all) one.dispose();
    });
  }
}

export class Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };

  constructor(startLine: number, startCharacter: number, endLine: number, endCharacter: number) {
    this.start = { line: startLine, character: startCharacter };
    this.end = { line: endLine, character: endCharacter };
  }
}

export class Uri {
  readonly scheme: string;
  readonly path: string;

  constructor(scheme: string, path: string) {
    this.scheme = scheme;
    this.path = path;
  }

  static file(path: string): Uri {
    return new Uri('file', path);
  }

  static parse(text: string): Uri {
    const [, scheme = '', path = ''] = /^([^:]+):(?:\/\/)?(.*)$/.exec(text) ?? [];
    return new Uri(scheme, path);
  }

  static joinPath({ scheme, path }: Uri, ...parts: string[]): Uri {
    return new Uri(scheme, posix.join(path, ...parts));
  }

  get fsPath(): string {
    return this.path;
  }

  with(change: { readonly scheme?: string; readonly path?: string; readonly authority?: string }): Uri {
    return new Uri(change.scheme ?? this.scheme, change.path ?? this.path);
  }

  toString(): string {
    return this.scheme === 'untitled' ? `untitled:${this.path}` : `${this.scheme}://${this.path}`;
  }
}

/** A document, as passed to extensions: stored as lines, and joined when its text is requested. */
export function documentOf(uri: string | Uri, languageId: string, text: string) {
  const rows = text.split('\n');
  return {
    uri: typeof uri === 'string' ? Uri.file(uri) : uri,
    isUntitled: typeof uri !== 'string' && uri.scheme === 'untitled',
    languageId,
    isClosed: false,
    rows,
    get lineCount() {
      return rows.length;
    },
    getText: (range?: Range) => (range ? rows.slice(range.start.line, range.end.line) : rows).join('\n'),
  };
}

export type FakeDocument = ReturnType<typeof documentOf>;

interface FakeEdit {
  readonly document: FakeDocument;
  readonly contentChanges: readonly {
    readonly range: Range;
    readonly rangeOffset: number;
    readonly rangeLength: number;
    readonly text: string;
  }[];
}

const running = new Set<Promise<unknown>>();
const opened = new EventEmitter<FakeDocument>();
const closed = new EventEmitter<FakeDocument>();
const edited = new EventEmitter<FakeEdit>();
const configured = new EventEmitter<{ affectsConfiguration: (section: string) => boolean }>();
const trusted = new EventEmitter<void>();
const folded = new EventEmitter<void>();
/** The paths of files that exist. */
export const files = new Set<string>();
const registered = new Map<string, (...args: unknown[]) => unknown>();
const settings = new Map<string, unknown>();

export const commands = {
  registerCommand(name: string, run: (...args: unknown[]) => unknown): Disposable {
    registered.set(name, run);
    return new Disposable(() => registered.delete(name));
  },
  executeCommand: async (name: string, ...args: unknown[]) => registered.get(name)?.(...args),
};

export const languages = {
  registerDocumentHighlightProvider: () => ({ dispose: () => undefined }),
  getLanguages: async () => ['plaintext', 'log', 'meeting-log'],
  /** A change of language is reported as if the document were closed and opened again. */
  async setTextDocumentLanguage(document: FakeDocument, languageId: string): Promise<void> {
    if (document.isClosed) throw new Error('the document is closed');
    closed.fire(document);
    document.languageId = languageId;
    opened.fire(document);
  },
};

export const window = {
  activeTextEditor: undefined as { readonly document: FakeDocument } | undefined,
  visibleTextEditors: [] as readonly never[],
};

export const workspace = {
  textDocuments: [] as FakeDocument[],
  workspaceFolders: undefined as readonly { readonly uri: Uri }[] | undefined,
  onDidOpenTextDocument: opened.event,
  onDidCloseTextDocument: closed.event,
  onDidChangeTextDocument: edited.event,
  onDidChangeConfiguration: configured.event,
  getConfiguration: () => ({ get: (name: string, preset: unknown) => settings.get(name) ?? preset }),
  isTrusted: true,
  onDidGrantWorkspaceTrust: trusted.event,
  onDidChangeWorkspaceFolders: folded.event,
  getWorkspaceFolder: ({ path }: Uri) => workspace.workspaceFolders?.find(({ uri }) => path.startsWith(`${uri.path}/`)),
  fs: {
    isWritableFileSystem: (scheme: string) => scheme === 'file',
    async stat({ path }: Uri): Promise<object> {
      if (!files.has(path)) throw new FileSystemError('FileNotFound');
      return {};
    },
  },
};

// Imported by modules whose other parts are tested.
export const env: { uiKind: number; remoteName: string | undefined } = { uiKind: 1, remoteName: undefined };
export const UIKind = { Desktop: 1, Web: 2 };
export class FileSystemError extends Error {
  constructor(readonly code: string) {
    super(`${code} (FileSystemError): Error: ENOENT '/home/ann'`);
  }
}
export class TabInputText {}
export class WorkspaceEdit {}
export class Position {}
export class Selection {}
export const ViewColumn = {};
export const ProgressLocation = { SourceControl: 1, Window: 10, Notification: 15 };
export const QuickPickItemKind = { Separator: -1 };
export const [ConfigurationTarget, EndOfLine, LanguageStatusSeverity, TextEditorRevealType] = [{}, {}, {}, {}];
export class ThemeColor {}
export class ThemeIcon {}
export class TreeItem {}
export const [TreeItemCheckboxState, TreeItemCollapsibleState, FileType] = [{}, {}, {}];
export class RelativePattern {}
export class DocumentDropEdit {}
export class DocumentPasteEdit {}
export class DocumentDropOrPasteEditKind {}

/** A memento, as passed to extensions, which outlives a window. */
export function memory(): Memento {
  const values = new Map<string, unknown>();
  return {
    keys: () => [...values.keys()],
    get: <T>(key: string, preset?: T) => (values.has(key) ? values.get(key) : preset) as T,
    update: async (key, value) => void values.set(key, value),
  };
}

/** Opens a document in the active editor, and waits until all listeners are done. */
export async function open(document: FakeDocument): Promise<FakeDocument> {
  workspace.textDocuments.push(document);
  window.activeTextEditor = { document };
  opened.fire(document);
  await settled();
  return document;
}

export function close(document: FakeDocument): void {
  document.isClosed = true;
  workspace.textDocuments.splice(workspace.textDocuments.indexOf(document), 1);
  window.activeTextEditor = undefined;
  closed.fire(document);
}

/** Inserts a text at the end of a line, as typing and pasting do. */
export async function insert(document: FakeDocument, line: number, text: string): Promise<void> {
  const { rows } = document;
  const row = rows[line] ?? '';
  const rangeOffset = rows.slice(0, line + 1).join('\n').length;
  rows.splice(line, 1, ...(row + text).split('\n'));
  const range = new Range(line, row.length, line, row.length);
  edited.fire({ document, contentChanges: [{ range, rangeOffset, rangeLength: 0, text }] });
  await settled();
}

/** Opens other folders. */
export async function openFolders(...paths: readonly string[]): Promise<void> {
  workspace.workspaceFolders = paths.map((path) => ({ uri: path.includes(':') ? Uri.parse(path) : Uri.file(path) }));
  folded.fire();
  await settled();
}

export async function trust(isTrusted: boolean): Promise<void> {
  workspace.isTrusted = isTrusted;
  if (isTrusted) trusted.fire();
  await settled();
}

export async function set(name: string, value: unknown): Promise<void> {
  settings.set(name, value);
  configured.fire({ affectsConfiguration: (section) => `meetlog.${name}`.startsWith(section) });
  await settled();
}

/** Waits until no listener has anything left to do. */
export async function settled(): Promise<void> {
  for (const one of running) {
    await one;
    running.delete(one);
  }
}

/** Closes everything and resets the settings. */
export async function reset(): Promise<void> {
  for (const document of [...workspace.textDocuments]) close(document);
  workspace.workspaceFolders = undefined;
  workspace.isTrusted = true;
  files.clear();
  settings.clear();
  await settled();
}
