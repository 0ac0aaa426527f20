import {
  type Event,
  EventEmitter,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
  Uri,
  workspace,
} from 'vscode';
import type { TreeIcon, TreeName, TreeNode, TreeParams, TreePart, TreeTarget } from '../../../server/src/protocol.js';
import type { Server } from '../languageServer.js';

/** A node of a tree, as VS Code keeps it. */
export interface Element {
  readonly node: TreeNode;
  /** The IDs of the node and of those above it. */
  readonly path: readonly string[];
}

/** What the user wants to see of a tree. */
export type Wanted = Pick<TreeParams, 'search' | 'withDone'>;

/** A tree as the server makes it, which is asked for a level only when someone opens it. */
export class LogTree implements TreeDataProvider<Element> {
  readonly #server: Server;
  readonly #name: TreeName;
  readonly #answered: (part: TreePart | undefined) => void;
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeTreeData: Event<void> = this.#changed.event;
  wanted: Wanted = {};

  /** `answered` is called with the first level, or undefined if the server has failed. */
  constructor(server: Server, name: TreeName, answered: (part: TreePart | undefined) => void) {
    this.#server = server;
    this.#name = name;
    this.#answered = answered;
  }

  refresh(): void {
    this.#changed.fire();
  }

  async getChildren(element?: Element): Promise<Element[]> {
    const path = element?.path ?? [];
    // No one waits for the server where there can be no logs.
    if ((workspace.workspaceFolders ?? []).length === 0) return [];
    const params: TreeParams = { tree: this.#name, path, today: today(), ...this.wanted };
    try {
      const part = await this.#server.ask('meetlog/tree', params);
      if (path.length === 0) this.#answered(part);
      return part.nodes.map((node) => ({ node, path: [...path, node.id] }));
    } catch (error) {
      console.error(error);
      if (path.length === 0) this.#answered(undefined);
      return [];
    }
  }

  getTreeItem({ node, path }: Element): TreeItem {
    const item = new TreeItem(node.label, collapsibleState(node));
    item.id = path.join('\n');
    if (node.description) item.description = node.description;
    item.tooltip = node.tooltip ?? '';
    if (node.spoken) item.accessibilityInformation = { label: node.spoken };
    if (node.icon) item.iconPath = iconOf(node.icon);
    if (node.target) item.command = opening(node.target);
    item.contextValue = node.meeting === undefined ? 'other' : 'meeting';
    if (node.isDone !== undefined) item.checkboxState = checkboxOf(node.isDone);
    return item;
  }
}

function collapsibleState({ below }: TreeNode): TreeItemCollapsibleState {
  const { None, Collapsed, Expanded } = TreeItemCollapsibleState;
  return below === undefined ? None : below === 'expanded' ? Expanded : Collapsed;
}

/** The names of VS Code's icons, and of their colors. */
const icons: Readonly<Record<TreeIcon, readonly [icon: string, color?: string]>> = {
  channel: ['comment-discussion'],
  date: ['calendar'],
  meeting: ['note'],
  error: ['error', 'list.errorForeground'],
  warning: ['warning', 'list.warningForeground'],
  person: ['person'],
  done: ['check'],
  decision: ['law'],
  replaced: ['history'],
  skipped: ['circle-slash'],
};

function iconOf(name: TreeIcon): ThemeIcon {
  const [icon, color] = icons[name];
  return new ThemeIcon(icon, color === undefined ? undefined : new ThemeColor(color));
}

function opening({ uri, line, start, end }: TreeTarget): NonNullable<TreeItem['command']> {
  const selection = { start: { line, character: start }, end: { line, character: end } };
  return { title: 'Open Log', command: 'vscode.open', arguments: [Uri.parse(uri), { selection }] };
}

function checkboxOf(isDone: boolean): NonNullable<TreeItem['checkboxState']> {
  const tooltip = isDone ? 'Done according to meetlog.json' : 'Mark as done in meetlog.json';
  return {
    state: isDone ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked,
    tooltip,
    accessibilityInformation: { label: tooltip, role: 'checkbox' },
  };
}

/** The user's date, as `YYYY-MM-DD`. */
export function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
