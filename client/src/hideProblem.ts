import { ConfigurationTarget, commands, type Disposable, window, workspace } from 'vscode';
import { hideProblemCommand } from '../../server/src/protocol.js';
import { reportFailure } from './report.js';

/** A value of the setting `meetlog.diagnostics.severity`, as users write it: any codes, and any levels. */
export type Severities = Readonly<Record<string, unknown>>;

const key = 'diagnostics.severity';

/** Registers the command behind “Do not show …”: it hides a kind of problem in the workspace, and offers to undo that. */
export function registerHideProblem(): Disposable {
  return commands.registerCommand(hideProblemCommand, (code?: unknown) => reportFailure(() => hide(code)));
}

async function hide(code: unknown): Promise<void> {
  const known = settings().inspect<Severities>(key)?.defaultValue ?? {};
  if (typeof code !== 'string' || !Object.hasOwn(known, code)) return;
  const target =
    (workspace.workspaceFolders ?? []).length > 0 ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  const before = valueIn(target)?.[code];
  await set(target, code, 'off');
  // The command does not wait for an answer.
  void reportFailure(() => offerUndo(target, code, before));
}

async function offerUndo(target: ConfigurationTarget, code: string, before: unknown): Promise<void> {
  const where = target === ConfigurationTarget.Workspace ? 'in this workspace' : 'in any window';
  const undo = 'Undo';
  const picked = await window.showInformationMessage(`Problems “${code}” are no longer shown ${where}.`, undo);
  // Other kinds may have been hidden meanwhile: only this one is as before.
  if (picked === undo) await set(target, code, before);
}

function settings() {
  return workspace.getConfiguration('meetlog', window.activeTextEditor?.document);
}

/** What the setting has at a target itself, without what it inherits. */
function valueIn(target: ConfigurationTarget): Severities | undefined {
  const all = settings().inspect<Severities>(key);
  return target === ConfigurationTarget.Workspace ? all?.workspaceValue : all?.globalValue;
}

async function set(target: ConfigurationTarget, code: string, level: unknown): Promise<void> {
  await settings().update(key, withLevel(valueIn(target), code, level), target);
}

/** The setting with another level for a code, or without it if the level is undefined; undefined if nothing is left. */
export function withLevel(value: Severities | undefined, code: string, level: unknown): Severities | undefined {
  const { [code]: _, ...others } = value ?? {};
  const all = level === undefined ? others : { ...others, [code]: level };
  return Object.keys(all).length > 0 ? all : undefined;
}
