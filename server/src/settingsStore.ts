import { type Connection, DidChangeConfigurationNotification, type InitializeParams } from 'vscode-languageserver';
import { parseSettings, type Settings } from './settings.js';

/**
 * The settings of each open document, asked from the client once until they change. A client that cannot be asked may give them
 * as `settings` in its initialization options, or in `workspace/didChangeConfiguration`, under `meetlog`.
 */
export class SettingsStore {
  readonly #connection: Connection;
  readonly #canAsk: boolean;
  readonly #canRegister: boolean;
  readonly #known = new Map<string, Promise<Settings>>();
  #given: Settings;

  constructor(connection: Connection, { capabilities, initializationOptions }: InitializeParams) {
    this.#connection = connection;
    this.#canAsk = capabilities.workspace?.configuration === true;
    this.#canRegister = capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true;
    this.#given = parseSettings(initializationOptions?.settings);
  }

  /** The settings that hold for a document. */
  of(uri: string): Promise<Settings> {
    if (!this.#canAsk) return Promise.resolve(this.#given);
    const known = this.#known.get(uri) ?? this.#ask(uri);
    this.#known.set(uri, known);
    return known;
  }

  forget(uri: string): void {
    this.#known.delete(uri);
  }

  /** Calls back whenever settings have changed. To be called once the client is initialized. */
  watch(changed: () => void): void {
    if (this.#canRegister) {
      this.#connection.client
        .register(DidChangeConfigurationNotification.type, { section: 'meetlog' })
        .catch((error) => this.#connection.console.error(`Meetlog will not see changed settings: ${error}`));
    }
    this.#connection.onDidChangeConfiguration(({ settings }) => {
      this.#known.clear();
      if (settings?.meetlog) this.#given = parseSettings(settings.meetlog);
      changed();
    });
  }

  async #ask(uri: string): Promise<Settings> {
    try {
      return parseSettings(await this.#connection.workspace.getConfiguration({ scopeUri: uri, section: 'meetlog' }));
    } catch (error) {
      this.#connection.console.error(`Meetlog uses its default settings for ${uri}: ${error}`);
      return this.#given;
    }
  }
}
