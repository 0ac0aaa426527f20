import { commands, type Disposable, type Memento, type Uri, window } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { languageId } from './detection.js';
import type { Server } from './languageServer.js';
import { reportFailure } from './minutesCommands.js';
import { Remembered } from './remembered.js';

const maxLogs = 200;

/** The layouts that users chose for logs, whatever their text and the settings say. */
export class LayoutChoices {
  readonly #chosen: Remembered<string>;

  constructor(memory: Memento) {
    this.#chosen = new Remembered(memory, 'layouts', maxLogs);
  }

  of(log: Uri): string | undefined {
    return this.#chosen.of(log);
  }

  /** Undefined leaves the choice to the text and the settings again. */
  async set(log: Uri, layout: string | undefined): Promise<void> {
    await this.#chosen.set(log, layout);
  }

  /** Has the server see a choice as if it were a setting of the log. */
  get middleware(): NonNullable<LanguageClientOptions['middleware']> {
    return {
      workspace: {
        configuration: async (params, token, next) => {
          const sections = await next(params, token);
          if (!Array.isArray(sections)) return sections;
          return sections.map((section, index) => {
            const { scopeUri, section: name } = params.items[index] ?? {};
            const layout = name === 'meetlog' && scopeUri !== undefined ? this.#chosen.of(scopeUri) : undefined;
            return layout === undefined ? section : { ...section, layout };
          });
        },
      },
    };
  }
}

/** The command that chooses a layout for the log of the active editor. */
export function registerLayoutChoice(server: Server, choices: LayoutChoices): Disposable {
  return commands.registerCommand('meetlog.chooseLayout', () => reportFailure(() => chooseLayout(server, choices)));
}

async function chooseLayout(server: Server, choices: LayoutChoices): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document?.languageId !== languageId) return;
  const { layouts } = await server.ask('meetlog/choices', {});
  const chosen = choices.of(document.uri);
  const auto = { label: 'Find by the text', description: '', name: undefined };
  const items = [auto, ...layouts.map(({ name, title }) => ({ label: name, description: title, name }))];
  const current = items.find(({ name }) => name === chosen) ?? auto;
  const placeHolder = `How is this log written? Now: ${current.label}`;
  const picked = await window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  if (!picked) return;
  await choices.set(document.uri, picked.name);
  await server.settingsChanged();
}
