import {
  BulkRegistration,
  type ClientCapabilities,
  type Connection,
  type Disposable,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  type InitializeParams,
  SemanticTokensRegistrationType,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { semanticLegend } from '../features/tokens.js';

/** A feature that clients request again only if its provider is replaced. */
interface Renewable {
  readonly capabilities: ServerCapabilities;
  /** Whether a client supports dynamic registration of the feature. */
  readonly isDynamic: (client: ClientCapabilities) => boolean | undefined;
  readonly addTo: (bulk: BulkRegistration) => void;
}

const symbols = { label: 'Meetlog' };
const links = { resolveProvider: false };
const tokens = { legend: semanticLegend, range: true, full: false };

/**
 * The protocol has no refresh request for document symbols and links. It has one for semantic tokens, but older versions of VS
 * Code obey it only for the tokens of whole documents.
 */
const renewables: readonly Renewable[] = [
  {
    capabilities: { documentSymbolProvider: symbols },
    isDynamic: ({ textDocument }) => textDocument?.documentSymbol?.dynamicRegistration,
    addTo: (bulk) => bulk.add(DocumentSymbolRequest.type, { ...symbols, documentSelector: null }),
  },
  {
    capabilities: { documentLinkProvider: links },
    isDynamic: ({ textDocument }) => textDocument?.documentLink?.dynamicRegistration,
    addTo: (bulk) => bulk.add(DocumentLinkRequest.type, { ...links, documentSelector: null }),
  },
  {
    capabilities: { semanticTokensProvider: tokens },
    isDynamic: ({ textDocument }) => textDocument?.semanticTokens?.dynamicRegistration,
    addTo: (bulk) => bulk.add(SemanticTokensRegistrationType.type, { ...tokens, documentSelector: null }),
  },
];

/** The static capabilities for these features, for clients without dynamic registration. */
export function staticCapabilities({ capabilities }: InitializeParams): ServerCapabilities {
  const offered = renewables.filter(({ isDynamic }) => !isDynamic(capabilities));
  return Object.assign({}, ...offered.map((feature) => feature.capabilities));
}

/** Registers the other features when the client is initialized, and again whenever all answers may have changed. */
export class Registrations {
  readonly #connection: Connection;
  readonly #dynamic: readonly Renewable[];
  #current: Promise<Disposable> | undefined;

  constructor(connection: Connection, { capabilities }: InitializeParams) {
    this.#connection = connection;
    this.#dynamic = renewables.filter(({ isDynamic }) => isDynamic(capabilities));
  }

  /** New providers are registered before old ones are removed, so that what these show does not vanish in between. */
  async renew(): Promise<void> {
    if (this.#dynamic.length === 0) return;
    const bulk = BulkRegistration.create();
    for (const { addTo } of this.#dynamic) addTo(bulk);
    const before = this.#current;
    this.#current = this.#connection.client.register(bulk);
    await this.#current;
    (await before)?.dispose();
  }
}
