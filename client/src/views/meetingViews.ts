import {
  commands,
  Disposable,
  type TreeCheckboxChangeEvent,
  TreeItemCheckboxState,
  type TreeView,
  Uri,
  window,
  workspace,
} from 'vscode';
import {
  generateMinutesCommand,
  type IndexState,
  previewCommand,
  type TreePart,
} from '../../../server/src/protocol.js';
import type { Server } from '../languageServer.js';
import { changeProject } from '../projectEntries.js';
import { reportFailure } from '../report.js';
import { type Element, LogTree, today } from './logTree.js';

/** The views *Meetings*, *Action Items* and *Decisions*. Nothing is read before one of them is visible. */
export function registerMeetingViews(server: Server): Disposable {
  const views = new MeetingViews(server);
  const register = <A extends readonly unknown[]>(command: string, run: (...args: A) => Promise<void>) =>
    commands.registerCommand(command, (...args: A) => reportFailure(() => run(...args)));
  return Disposable.from(
    views,
    register('meetlog.refreshMeetings', () => views.readAgain()),
    register('meetlog.filterDecisions', () => views.filter()),
    register('meetlog.clearDecisionFilter', () => views.search('')),
    register('meetlog.showDoneActions', () => views.showDone(true)),
    register('meetlog.hideDoneActions', () => views.showDone(false)),
    register('meetlog.generateMinutesOfMeeting', (element?: Element) => withMeeting(element, generateMinutesCommand)),
    register('meetlog.previewMinutesOfMeeting', (element?: Element) => withMeeting(element, previewCommand)),
  );
}

class MeetingViews implements Disposable {
  readonly #server: Server;
  readonly #meetings: LogTree;
  readonly #actions: LogTree;
  readonly #decisions: LogTree;
  readonly #views: readonly (readonly [LogTree, TreeView<Element>])[];
  readonly #decisionsView: TreeView<Element>;
  readonly #listeners: Disposable;
  /** The trees that show something old, because they are not visible. */
  readonly #stale = new Set<LogTree>();
  #search = '';

  constructor(server: Server) {
    this.#server = server;
    const answered = (part: TreePart | undefined) => this.#answered(part);
    this.#meetings = new LogTree(server, 'meetings', answered);
    this.#actions = new LogTree(server, 'actions', answered);
    this.#decisions = new LogTree(server, 'decisions', answered);
    const create = (id: string, treeDataProvider: LogTree) =>
      window.createTreeView(id, { treeDataProvider, showCollapseAll: true });
    this.#decisionsView = create('meetlog.decisions', this.#decisions);
    const actionsView = create('meetlog.actions', this.#actions);
    this.#views = [
      [this.#meetings, create('meetlog.meetings', this.#meetings)],
      [this.#actions, actionsView],
      [this.#decisions, this.#decisionsView],
    ];
    this.#listeners = Disposable.from(
      actionsView.onDidChangeCheckboxState((change) => reportFailure(() => this.#tick(change))),
      ...this.#views.map(([tree, view]) =>
        view.onDidChangeVisibility(({ visible }) => {
          if (visible && this.#stale.delete(tree)) tree.refresh();
        }),
      ),
      server.onDidChangeIndex((state) => this.#changed(state)),
      server.onDidRefresh(() => this.#refresh()),
      workspace.onDidChangeWorkspaceFolders(() => this.#refresh()),
    );
  }

  /** Reads all logs again. */
  async readAgain(): Promise<void> {
    await this.#server.ask('meetlog/readAgain', {});
    this.#refresh();
  }

  /** Asks for the words of decisions. */
  async filter(): Promise<void> {
    const value = await window.showInputBox({
      title: 'Filter Decisions',
      prompt: 'Words in the decision, its topic or its vote; empty for all decisions',
      value: this.#search,
    });
    if (value !== undefined) await this.search(value);
  }

  async search(words: string): Promise<void> {
    this.#search = words.trim();
    this.#decisions.wanted = { search: this.#search };
    this.#decisionsView.description = this.#search === '' ? '' : `“${this.#search}”`;
    await commands.executeCommand('setContext', 'meetlog.decisionsFiltered', this.#search !== '');
    this.#decisions.refresh();
  }

  async showDone(withDone: boolean): Promise<void> {
    this.#actions.wanted = { withDone };
    await commands.executeCommand('setContext', 'meetlog.doneShown', withDone);
    this.#actions.refresh();
  }

  dispose(): void {
    this.#listeners.dispose();
    for (const [, view] of this.#views) view.dispose();
  }

  #refresh(): void {
    for (const [tree, view] of this.#views) {
      if (view.visible) tree.refresh();
      else this.#stale.add(tree);
    }
  }

  #changed({ isReading, read, total }: IndexState): void {
    if (!isReading) this.#refresh();
    else this.#say(`Reading logs: ${read.toLocaleString('en')} of ${total.toLocaleString('en')}…`);
  }

  #answered(part: TreePart | undefined): void {
    const state = part ? (part.logs === 0 ? 'none' : 'some') : 'failed';
    void commands.executeCommand('setContext', 'meetlog.logs', state);
    this.#say(part?.isPartial ? 'Reading was cancelled, so some logs are missing. Refresh to read them.' : undefined);
  }

  #say(message: string | undefined): void {
    // Any message hides what is said about empty views; VS Code's types do not allow undefined.
    for (const [, view] of this.#views) if (view.message !== message) view.message = message as string;
  }

  async #tick({ items }: TreeCheckboxChangeEvent<Element>): Promise<void> {
    try {
      for (const [{ path }, state] of items) {
        const record = await this.#server.ask('meetlog/actionRecord', { path, today: today() });
        const isRemoved = state === TreeItemCheckboxState.Unchecked;
        if (record)
          await changeProject(this.#server, Uri.parse(record.file), {
            list: 'actions',
            entries: [record.entry],
            isRemoved,
          });
      }
    } finally {
      // Boxes show what the file says, even if it could not be changed.
      this.#actions.refresh();
    }
  }
}

/** Runs a command of meetings, which needs the log to be open. */
async function withMeeting(element: Element | undefined, command: string): Promise<void> {
  const { target, meeting } = element?.node ?? {};
  if (!target || meeting === undefined) return;
  await workspace.openTextDocument(Uri.parse(target.uri));
  await commands.executeCommand(command, target.uri, command === previewCommand ? target.line : meeting);
}
