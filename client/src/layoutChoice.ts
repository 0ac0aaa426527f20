import {
  commands,
  Disposable,
  type Memento,
  type QuickPickItem,
  QuickPickItemKind,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import type { LayoutFit, LayoutFits } from '../../server/src/protocol.js';
import { languageId } from './detection.js';
import { about, type Server } from './languageServer.js';
import { reportFailure } from './minutesCommands.js';
import { Remembered } from './remembered.js';

const maxLogs = 200;
/** The value for automatic detection in the settings. */
const automatic = 'auto';

/** The layouts that users chose for logs, regardless of text and settings. */
export class LayoutChoices {
  readonly #chosen: Remembered<string>;
  /** Those of untitled documents, kept until they are closed: the next one may have the same name. */
  readonly #untitled = new Map<string, string>();

  constructor(memory: Memento) {
    this.#chosen = new Remembered(memory, 'layouts', maxLogs);
  }

  of(log: Uri | string): string | undefined {
    return this.#untitled.get(log.toString()) ?? this.#chosen.of(log);
  }

  /** Undefined returns to the settings and detection. */
  async set(log: Uri, layout: string | undefined): Promise<void> {
    if (log.scheme !== 'untitled') await this.#chosen.set(log, layout);
    else if (layout === undefined) this.forgetUntitled(log);
    else this.#untitled.set(log.toString(), layout);
  }

  /** To be called when an untitled document is closed. */
  forgetUntitled(log: Uri): void {
    this.#untitled.delete(log.toString());
  }

  /** Passes a choice to the server as if it were a setting of the log. */
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
}

/** The command that chooses a layout for the log of the active editor. */
export function registerLayoutChoice(server: Server, choices: LayoutChoices): Disposable {
  return Disposable.from(
    commands.registerCommand('meetlog.chooseLayout', () => reportFailure(() => chooseLayout(server, choices))),
    // A change of language is reported as if the document were closed.
    workspace.onDidCloseTextDocument(({ uri, isClosed }) => {
      if (isClosed) choices.forgetUntitled(uri);
    }),
  );
}

async function chooseLayout(server: Server, choices: LayoutChoices): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document?.languageId !== languageId) return;
  const fits = await server.ask('meetlog/layouts', about(document.uri));
  if (!fits) return;
  const setting = workspace.getConfiguration('meetlog', document).get('layout', automatic);
  const current = choices.of(document.uri) ?? setting;
  const items = layoutItems(fits, current);
  const name = workspace.asRelativePath(document.uri);
  const picked = await pick(items, `Select a layout for ${name}`);
  if (!picked) return;
  // Choosing the setting's layout removes the choice: the log follows the setting again.
  await choices.set(document.uri, picked.name === setting ? undefined : picked.name);
  await server.settingsChanged();
}

interface LayoutItem extends QuickPickItem {
  /** The layout's name, as in the settings; undefined for a separator. */
  readonly name?: string;
}

/** The items to pick from: detection, then the layouts that read the log, then all others. The current one is marked. */
export function layoutItems({ found, layouts }: LayoutFits, current: string): readonly LayoutItem[] {
  const marked = (name: string, ...about: string[]) => (name === current ? [...about, 'current'] : about).join(' · ');
  const itemOf = ({ name, title, read }: LayoutFit): LayoutItem => ({
    label: title,
    description: marked(name, read > 0 ? readBy({ name, read }) : name),
    name,
  });
  return [
    {
      label: 'Automatic',
      description: marked(automatic, found.read > 0 ? foundBy(found, layouts) : 'none reads this log'),
      name: automatic,
    },
    separator('Layouts that read this log'),
    ...layouts.filter(({ read }) => read > 0).map(itemOf),
    separator('Other layouts'),
    ...layouts.filter(({ read }) => read === 0).map(itemOf),
  ];
}

function separator(label: string): LayoutItem {
  return { label, kind: QuickPickItemKind.Separator };
}

/** What was found; a layout that was learnt has no name to choose, so its title says how it looks. */
function foundBy(found: LayoutFit, layouts: readonly LayoutFit[]): string {
  if (layouts.some(({ name }) => name === found.name)) return `found: ${readBy(found)}`;
  return readBy({ ...found, name: found.title });
}

function readBy({ name, read }: Pick<LayoutFit, 'name' | 'read'>): string {
  return `${name}, ${Math.round(read * 100)}% of lines read`;
}

/** Lets the user pick an item, starting at the current one; undefined if the user cancels. */
function pick(items: readonly LayoutItem[], placeholder: string): Promise<LayoutItem | undefined> {
  const picker = window.createQuickPick<LayoutItem>();
  const current = items.filter(({ description }) => description?.endsWith('current'));
  Object.assign(picker, { items, placeholder, matchOnDescription: true, activeItems: current });
  return new Promise((done) => {
    picker.onDidAccept(() => done(picker.selectedItems[0]));
    picker.onDidHide(() => done(undefined));
    picker.show();
  }).finally(() => picker.dispose()) as Promise<LayoutItem | undefined>;
}
