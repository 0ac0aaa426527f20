import {
  CodeLensRefreshRequest,
  CodeLensRequest,
  CodeLensResolveRequest,
  type Connection,
  type InitializeParams,
} from 'vscode-languageserver';
import { codeLenses, type LensData, resolveCodeLens } from '../features/codeLenses.js';
import { ownsCommands } from './capabilities.js';
import { DocumentNumbers } from './documentNumbers.js';
import type { LogRequests } from './requests.js';

/**
 * Serves code lenses. The second request, for the text of a lens, has only the lens, so the lens has the number of its document.
 */
export class Lenses {
  readonly #connection: Connection;
  readonly #canRefresh: boolean;
  readonly #numbers = new DocumentNumbers();

  constructor(connection: Connection, client: InitializeParams, requests: LogRequests) {
    this.#connection = connection;
    this.#canRefresh = client.capabilities.workspace?.codeLens?.refreshSupport === true;
    requests.serve(CodeLensRequest.type, null, ({ log, uri, settings }) =>
      settings.codeLens ? codeLenses(log, this.#numbers.of(uri), ownsCommands(client)) : [],
    );
    connection.onRequest(CodeLensResolveRequest.type, (lens, token) => {
      const uri = this.#numbers.uriOf((lens.data as LensData)[0]);
      return uri === undefined ? lens : requests.ask(uri, lens, ({ log }) => resolveCodeLens(log, uri, lens), token);
    });
  }

  /** Makes the client request the lenses of all documents again. */
  async refresh(): Promise<void> {
    if (this.#canRefresh) await this.#connection.sendRequest(CodeLensRefreshRequest.type);
  }

  /** To be called when a document was closed. */
  forget(uri: string): void {
    this.#numbers.forget(uri);
  }
}
