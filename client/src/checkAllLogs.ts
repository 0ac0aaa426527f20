import { commands, Disposable, window } from 'vscode';
import { checkAllCommand } from '../../server/src/protocol.js';
import type { Server } from './languageServer.js';
import { reportFailure } from './report.js';

/** The commands that show the problems of all logs of the workspace, also of those that are not open, and that hide them. */
export function registerCheckAllLogs(server: Server): Disposable {
  return Disposable.from(
    commands.registerCommand(checkAllCommand, () => reportFailure(() => checkAll(server))),
    commands.registerCommand('meetlog.clearCheckedLogs', () =>
      reportFailure(async () => {
        await server.ask('meetlog/forgetChecked', {});
        await commands.executeCommand('setContext', 'meetlog.allChecked', false);
      }),
    ),
  );
}

async function checkAll(server: Server): Promise<void> {
  const { summary, problems } = await server.ask('meetlog/checkAll', {});
  await commands.executeCommand('setContext', 'meetlog.allChecked', true);
  // The command does not wait for an answer.
  void reportFailure(() => say(summary, problems > 0));
}

async function say(summary: string, hasProblems: boolean): Promise<void> {
  const show = 'Show Problems';
  const picked = await window.showInformationMessage(`Meetlog: ${summary}`, ...(hasProblems ? [show] : []));
  if (picked === show) await commands.executeCommand('workbench.actions.view.problems');
}
