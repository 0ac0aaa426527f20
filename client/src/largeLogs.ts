import {
  commands,
  Disposable,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  languages,
  type Memento,
  RelativePattern,
  type Tab,
  TabInputText,
  Uri,
  window,
  workspace,
} from 'vscode';
import { mayBeChat } from '../../server/src/log/detect/chat.js';
import { Remembered } from './remembered.js';
import { isTooLarge, tooLarge } from './sizeLimit.js';

/** The first bytes of a file as text; undefined where only whole files can be read. */
export type ReadHead = (file: Uri, bytes: number) => Promise<string> | undefined;

const maxTold = 200;
/** How much of a file is examined, in bytes. */
const examined = 65_536;
const helpCommand = '_meetlog.explainLargeLog';

/**
 * Tells users that a log is too large for extensions: VS Code shows it, but says nothing of its document to any of them, so
 * Meetlog would seem not to work. Only tabs show that such a file is open.
 */
export function registerLargeLogs(memory: Memento, readHead: ReadHead = () => undefined): Disposable {
  const logs = new LargeLogs(memory, readHead);
  const examine = (tabs: readonly Tab[]) => {
    // A file that is closed or unreadable meanwhile needs no message.
    for (const tab of tabs) if (tab.isActive) logs.opened(tab).catch(() => undefined);
  };
  examine(window.tabGroups.all.flatMap(({ tabs }) => tabs));
  return Disposable.from(
    logs,
    commands.registerCommand(helpCommand, (log: string) => tell(Uri.parse(log))),
    window.tabGroups.onDidChangeTabs(({ opened, changed, closed }) => {
      for (const tab of closed) logs.closed(tab);
      examine([...opened, ...changed]);
    }),
  );
}

class LargeLogs implements Disposable {
  readonly #told: Remembered<true>;
  readonly #readHead: ReadHead;
  #count = 0;
  /** The files that were examined, with the status of those that are too large. */
  readonly #examined = new Map<string, LanguageStatusItem | undefined>();

  constructor(memory: Memento, readHead: ReadHead) {
    this.#told = new Remembered(memory, 'toldLarge', maxTold);
    this.#readHead = readHead;
  }

  async opened(tab: Tab): Promise<void> {
    const log = logOf(tab);
    const key = log?.toString() ?? '';
    if (!log || this.#examined.has(key) || workspace.textDocuments.some(({ uri }) => uri.toString() === key)) return;
    this.#examined.set(key, undefined);
    if (!isTooLarge((await workspace.fs.stat(log)).size)) return;
    const head = await this.#readHead(log, examined);
    if (head !== undefined && !mayBeChat(head)) return;
    if (!this.#examined.has(key)) return;
    this.#examined.set(key, statusOf(log, this.#count++));
    if (head === undefined || this.#told.of(log) || !(await isMeeting(head))) return;
    await this.#told.set(log, true);
    tell(log);
  }

  closed(tab: Tab): void {
    const key = logOf(tab)?.toString() ?? '';
    this.#examined.get(key)?.dispose();
    this.#examined.delete(key);
  }

  dispose(): void {
    for (const status of this.#examined.values()) status?.dispose();
  }
}

/** The file of a tab, if its name may be that of a log. */
function logOf({ input }: Tab): Uri | undefined {
  if (!(input instanceof TabInputText) || input.uri.scheme === 'untitled') return undefined;
  return mayBeLogName(input.uri.path) ? input.uri : undefined;
}

/** Whether a path is one that meeting logs may have. */
export function mayBeLogName(path: string): boolean {
  return /\.(?:log|txt|weechatlog|meetlog|irclog)$/i.test(path);
}

async function isMeeting(head: string): Promise<boolean> {
  const { isMeetingLog } = await import('../../server/src/meeting/isMeetingLog.js');
  return isMeetingLog(head);
}

/** VS Code shows it for the document itself, although it keeps that from extensions. */
function statusOf(log: Uri, number: number): LanguageStatusItem {
  const name = log.path.replace(/^.*\//, '').replace(/[[\]{}*?]/g, '?');
  const pattern = new RelativePattern(Uri.joinPath(log, '..'), name);
  const status = languages.createLanguageStatusItem(`meetlog.large.${number}`, { scheme: log.scheme, pattern });
  status.name = 'Meetlog';
  status.text = 'Too large for Meetlog';
  status.detail = 'larger than 50 MB';
  status.severity = LanguageStatusSeverity.Warning;
  status.command = { title: 'What to Do?', command: helpCommand, arguments: [log.toString()] };
  return status;
}

function tell(log: Uri): void {
  void window.showWarningMessage(`Meetlog: ${tooLarge(log)}.`);
}
