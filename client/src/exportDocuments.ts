import { Disposable, EventEmitter, Uri, workspace } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import type { ConvertedFile } from '../../server/src/protocol.js';
import { exists } from './files.js';
import type { Server } from './languageServer.js';
import { Reported } from './report.js';
import { isTooLarge, tooLarge } from './sizeLimit.js';

/** The scheme of exports as read-only logs. */
const scheme = 'meetlog-export';

/** The URI of an export as a log: it has the name of that log, and the export's own URI as its query. */
export function exportUri(file: Uri): Uri {
  const path = `${file.path.replace(/(?:\.log)?\.[^./]*$/i, '')}.log`;
  return Uri.from({ scheme, path, query: file.toString() });
}

/** The file that such a log was made from; any other log itself. */
export function fileOf(log: Uri): Uri {
  return log.scheme === scheme ? Uri.parse(log.query) : log;
}

/** Actions that edit are not offered where nothing can be edited. The edits of some are only made when they are chosen. */
export const exportMiddleware: NonNullable<LanguageClientOptions['middleware']> = {
  provideCodeActions: async (document, range, context, token, next) => {
    const actions = await next(document, range, context, token);
    return document.uri.scheme === scheme ? actions?.filter(({ command }) => command) : actions;
  },
};

/** Exports, subtitles and pages of chats as read-only documents. The server converts them. */
export class ExportDocuments implements Disposable {
  readonly #server: Server;
  /** What was converted for documents that are being opened, by their URIs. */
  readonly #converted = new Map<string, ConvertedFile>();
  readonly #changed = new EventEmitter<Uri>();
  readonly #registered: Disposable;

  constructor(server: Server) {
    this.#server = server;
    this.#registered = workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: this.#changed.event,
      provideTextDocumentContent: async (uri) => {
        const known = this.#converted.get(uri.toString()) ?? (await this.convert(fileOf(uri)));
        this.#converted.delete(uri.toString());
        return known?.log ?? '';
      },
    });
  }

  /** The log that a file becomes; undefined if it is nothing that can be converted. */
  async convert(file: Uri): Promise<ConvertedFile | undefined> {
    if (isTooLarge((await workspace.fs.stat(file)).size)) throw new Reported(tooLarge(file));
    const text = await textOf(file);
    const users = /\.json$/i.test(file.path) ? await usersNear(file) : undefined;
    const fileName = file.path.replace(/^.*\//, '');
    return (
      (await this.#server.ask('meetlog/convert', { text, fileName, ...(users !== undefined && { users }) })) ??
      undefined
    );
  }

  /** The URI at which a converted file can be opened. A document that is open already gets the new text. */
  add(file: Uri, converted: ConvertedFile): Uri {
    const uri = exportUri(file);
    this.#converted.set(uri.toString(), converted);
    if (workspace.textDocuments.some((document) => document.uri.toString() === uri.toString())) this.#changed.fire(uri);
    return uri;
  }

  dispose(): void {
    Disposable.from(this.#registered, this.#changed).dispose();
  }
}

/** The text of a file in UTF-8, or in UTF-16 if it is marked as such. */
async function textOf(file: Uri): Promise<string> {
  const bytes = await workspace.fs.readFile(file);
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff && 'utf-16be';
  return new TextDecoder(mark || 'utf-8').decode(bytes);
}

/** The file with names of people that an export of Slack has beside its channel's folder, or in it. */
async function usersNear(file: Uri): Promise<string | undefined> {
  for (const path of ['../users.json', '../../users.json']) {
    const users = Uri.joinPath(file, path);
    if (users.path !== file.path && (await exists(users))) return textOf(users);
  }
  return undefined;
}
