import { type CancellationToken, type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { count } from '../features/describe.js';
import { IndexProgress } from './indexProgress.js';
import type { CheckResult } from './problemIndex.js';
import { ownBare } from './requests.js';
import type { WorkspaceLogs } from './workspaceLogs.js';

/** Serves the requests for *Check All Logs*. */
export function serveChecks(connection: Connection, logs: WorkspaceLogs): void {
  connection.onRequest(ownBare('meetlog/checkAll'), async (...given: readonly unknown[]) => {
    // Parameters, if a client sends any, come first.
    const found = await check(connection, logs, given.at(-1) as CancellationToken);
    return { summary: summaryOf(found), problems: found.errors + found.warnings + found.others };
  });
  connection.onRequest(ownBare('meetlog/forgetChecked'), () => {
    logs.problems.forgetChecked();
    return null;
  });
}

/** The same as a command, for clients that do not have it: says what was found. */
export async function checkAndSay(
  connection: Connection,
  logs: WorkspaceLogs,
  token: CancellationToken,
): Promise<void> {
  const message = summaryOf(await check(connection, logs, token));
  await connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
}

async function check(connection: Connection, logs: WorkspaceLogs, token: CancellationToken): Promise<CheckResult> {
  logs.index.resume();
  // A file that was just made may not have been announced yet.
  logs.index.listAgain();
  await logs.read(token);
  const progress = new IndexProgress(connection, 'Checking logs', () => logs.problems.cancel());
  try {
    return await logs.problems.checkAll(token, (state) => progress.report(state));
  } finally {
    progress.end();
  }
}

/** `Checked 3 logs: 1 error, 2 warnings.` */
export function summaryOf({ logs, unreadable, skipped, errors, warnings, others, isPartial }: CheckResult): string {
  const found = [
    errors && count(errors, 'error'),
    warnings && count(warnings, 'warning'),
    others && count(others, 'other problem'),
  ].filter(Boolean);
  const missing = unreadable > 0 ? ` ${count(unreadable, 'log')} cannot be read.` : '';
  const strange =
    skipped > 0 ? ` Skipped ${count(skipped, 'file')} that ${skipped === 1 ? 'is' : 'are'} not text.` : '';
  const until = isPartial ? ' Not all logs were checked.' : '';
  return `Checked ${count(logs, 'log')}: ${found.join(', ') || 'no problems'}.${missing}${strange}${until}`;
}
