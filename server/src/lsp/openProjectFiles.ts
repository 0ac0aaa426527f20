import {
  BulkRegistration,
  type Connection,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type InitializeParams,
  TextDocumentSyncKind,
  type TextDocuments,
} from 'vscode-languageserver';
import { projectFileName } from '../workspace/projectFile.js';
import { isProjectFile } from '../workspace/projectPlace.js';
import type { WorkspaceFiles } from '../workspace/workspaceFiles.js';
import { inBackground } from './background.js';
import type { LogDocument } from './documents.js';
import { keyOf } from './workspaceIndex.js';

/** How long nothing must be typed, in milliseconds, before a project file counts as it is in the editor. */
const quiet = 300;

/** The project files that are open in the editor, which count as the user sees them there, saved or not. */
export class OpenProjectFiles implements WorkspaceFiles {
  readonly #documents: TextDocuments<LogDocument>;
  readonly #changed = new Set<string>();
  #tell: (uris: readonly string[]) => void = () => undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(documents: TextDocuments<LogDocument>) {
    this.#documents = documents;
  }

  /** The text of an open project file; undefined for any other. */
  read(uri: string): Promise<string | undefined> {
    const key = keyOf(uri);
    const isMeant = (one: LogDocument) => isProjectFile(one.uri) && keyOf(one.uri) === key;
    return Promise.resolve(isProjectFile(uri) ? this.#documents.all().find(isMeant)?.text.toString() : undefined);
  }

  /** Calls a function with the project files that have changed in the editor, once the user pauses. */
  follow(tell: (uris: readonly string[]) => void): void {
    this.#tell = tell;
  }

  /** One was opened, edited or closed. */
  changed(uri: string): void {
    this.#changed.add(uri);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const uris = [...this.#changed];
      this.#changed.clear();
      this.#tell(uris);
    }, quiet);
  }
}

/** Makes a client send the project files that it opens: they are in none of the languages of logs. */
export function requestProjectFiles(connection: Connection, { capabilities }: InitializeParams): void {
  if (capabilities.textDocument?.synchronization?.dynamicRegistration !== true) return;
  const documentSelector = [{ pattern: `**/${projectFileName}` }];
  const bulk = BulkRegistration.create();
  bulk.add(DidOpenTextDocumentNotification.type, { documentSelector });
  bulk.add(DidChangeTextDocumentNotification.type, { documentSelector, syncKind: TextDocumentSyncKind.Incremental });
  bulk.add(DidCloseTextDocumentNotification.type, { documentSelector });
  inBackground(connection, connection.client.register(bulk));
}
