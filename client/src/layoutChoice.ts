import { commands, type Disposable, type Memento, window } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { languageId } from './detection.js';
import type { Server } from './languageServer.js';
import { reportFailure } from './minutesCommands.js';

const key = 'layouts';
/** How many logs are remembered: the latest. */
const maxLogs = 200;

/** Remembers the layout that somebody chose for a log, against what its text and the settings say. */
export class LayoutChoices {
  readonly #memory: Memento;

  constructor(memory: Memento) {
    this.#memory = memory;
  }

  of(log: string): string | undefined {
    return this.#all().find(([known]) => known === log)?.[1];
  }

  async remember(log: string, layout: string | undefined): Promise<void> {
    const others = this.#all().filter(([known]) => known !== log);
    const added = layout === undefined ? [] : [[log, layout] as const];
    await this.#memory.update(key, [...others, ...added].slice(-maxLogs));
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
            const layout = name === 'meetlog' && scopeUri !== undefined ? this.of(scopeUri) : undefined;
            return layout === undefined ? section : { ...section, layout };
          });
        },
      },
    };
  }

  #all(): readonly (readonly [log: string, layout: string])[] {
    return this.#memory.get(key, []);
  }
}

/** The command that chooses a layout for the log of the active editor. */
export function registerLayoutChoice(server: Server, choices: LayoutChoices): Disposable {
  return commands.registerCommand('meetlog.chooseLayout', () => reportFailure(() => chooseLayout(server, choices)));
}

async function chooseLayout(server: Server, choices: LayoutChoices): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document?.languageId !== languageId) return;
  const log = document.uri.toString();
  const { layouts } = await server.ask('meetlog/choices', {});
  const chosen = choices.of(log);
  const auto = { label: 'Find by the text', description: '', name: undefined };
  const items = [auto, ...layouts.map(({ name, title }) => ({ label: name, description: title, name }))];
  const current = items.find(({ name }) => name === chosen) ?? auto;
  const placeHolder = `How is this log written? Now: ${current.label}`;
  const picked = await window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  if (!picked) return;
  await choices.remember(log, picked.name);
  await server.settingsChanged();
}
