import {
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  MessageType,
  ShowMessageNotification,
} from 'vscode-languageserver';
import { readSettings, type Settings } from '../settings.js';
import { inBackground } from './background.js';

/**
 * The settings of each open document, requested from the client and cached until they change. Clients without such requests may
 * pass them as `settings` in their initialization options, or in `workspace/didChangeConfiguration`, under `meetlog`.
 */
export class SettingsStore {
  readonly #connection: Connection;
  readonly #canAsk: boolean;
  readonly #canRegister: boolean;
  readonly #known = new Map<string, Promise<Settings>>();
  #given: Promise<Settings>;
  /** The invalid settings that were reported, until they are valid: so typing one causes a single message. */
  readonly #told = new Set<string>();
  /** What to report when the client is initialized. */
  readonly #untold: Promise<ReadonlyMap<string, string>>;

  constructor(connection: Connection, { capabilities, initializationOptions }: InitializeParams) {
    this.#connection = connection;
    this.#canAsk = capabilities.workspace?.configuration === true;
    this.#canRegister = capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true;
    const given = readSettings(initializationOptions?.settings);
    this.#given = given.then(({ settings }) => settings);
    this.#untold = given.then(({ faults }) => faults);
  }

  /** The settings that apply to a document. */
  of(uri: string): Promise<Settings> {
    if (!this.#canAsk) return this.#given;
    const known = this.#known.get(uri) ?? this.#ask(uri);
    this.#known.set(uri, known);
    return known;
  }

  forget(uri: string): void {
    this.#known.delete(uri);
  }

  /**
   * Calls back whenever a setting of an open document has changed, since clients also report other settings, and all settings at
   * the start. To be called when the client is initialized.
   */
  watch(changed: () => void): void {
    inBackground(
      this.#connection,
      this.#untold.then((faults) => this.#tell(faults)),
    );
    if (this.#canRegister) {
      this.#connection.client
        .register(DidChangeConfigurationNotification.type, { section: 'meetlog' })
        .catch((error) => this.#connection.console.error(`Meetlog will not see changed settings: ${error}`));
    }
    this.#connection.onDidChangeConfiguration(({ settings }) => {
      const given = this.#given;
      if (settings?.meetlog) this.#given = this.#read(settings.meetlog);
      const known = [...this.#known];
      this.#known.clear();
      const pairs = known.map(([uri, before]) => [before, this.of(uri)] as const);
      const compared = areSame(this.#canAsk ? pairs : [[given, this.#given]]).then((isSame) => {
        if (!isSame) changed();
      });
      inBackground(this.#connection, compared);
    });
  }

  async #ask(uri: string): Promise<Settings> {
    try {
      return await this.#read(await this.#connection.workspace.getConfiguration({ scopeUri: uri, section: 'meetlog' }));
    } catch (error) {
      this.#connection.console.error(`Meetlog uses its default settings for ${uri}: ${error}`);
      return this.#given;
    }
  }

  async #read(section: unknown): Promise<Settings> {
    const { settings, faults } = await readSettings(section);
    this.#tell(faults);
    return settings;
  }

  #tell(faults: ReadonlyMap<string, string>): void {
    for (const setting of this.#told) if (!faults.has(setting)) this.#told.delete(setting);
    for (const [setting, message] of faults) {
      if (this.#told.has(setting)) continue;
      this.#told.add(setting);
      const told = this.#connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Warning,
        message,
      });
      inBackground(this.#connection, told);
    }
  }
}

/** Whether the settings of each pair are the same. */
async function areSame(pairs: readonly (readonly Promise<Settings>[])[]): Promise<boolean> {
  const all = await Promise.all(pairs.map((pair) => Promise.all(pair)));
  return all.every(([before, after]) => JSON.stringify(before) === JSON.stringify(after));
}
