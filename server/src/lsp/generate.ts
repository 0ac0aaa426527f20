import {
  type CancellationToken,
  type Connection,
  type InitializeParams,
  MessageType,
  ShowMessageNotification,
} from 'vscode-languageserver';
import { newMinutesFile } from '../features/createMinutes.js';
import { besideUri } from '../features/uris.js';
import { formats, minutes } from '../features/writeMinutes.js';
import { cleanText } from '../minutes/escape/clean.js';
import type { TemplateRunner } from '../minutes/template.js';
import { generateMinutesCommand, type MinutesParams, type MinutesResult } from '../protocol.js';
import { type LogRequests, own, type Subject } from './requests.js';
import type { TimeZoneNotices } from './timeZoneNotices.js';

/** Writes minutes as `meetlog/minutes` does. */
export type WriteMinutes = (params: MinutesParams) => Promise<MinutesResult | null>;

/** Serves `meetlog/minutes`; returns the function that answers it. */
export function serveMinutes(
  requests: LogRequests,
  runTemplate: TemplateRunner,
  notices: TimeZoneNotices,
): WriteMinutes {
  const write = (at: Subject, params: MinutesParams) => {
    notices.atIndex(at, params.meeting);
    return minutes(at.log, params, at.settings, runTemplate, at.isUseless);
  };
  requests.serve(own('meetlog/minutes'), null, write);
  return (params) => requests.ask(params.textDocument.uri, null, (subject) => write(subject, params));
}

/**
 * Generates minutes for clients without their own commands: creates a new file beside the log and shows it. Errors are shown to
 * the user. `others` are other commands by name.
 */
export function serveGenerating(
  connection: Connection,
  { capabilities }: InitializeParams,
  write: WriteMinutes,
  others: Readonly<Record<string, (token: CancellationToken) => Promise<void>>>,
): void {
  connection.onExecuteCommand(async ({ command, arguments: given }, token) => {
    if (Object.hasOwn(others, command)) return others[command]?.(token);
    if (command !== generateMinutesCommand) return;
    const [uri, meeting, format = formats()[0]?.name ?? ''] = (given ?? []) as [string, number, string?];
    const result = await write({ textDocument: { uri }, meeting, format, folder: besideUri(uri, '') });
    if (!result) {
      return showError(connection, `Meetlog: ${uri} has no meeting ${meeting + 1}, or “${format}” is not a format.`);
    }
    const file = newMinutesFile(uri, result);
    const { applied, failureReason } = await connection.workspace.applyEdit({
      label: 'Generate minutes',
      edit: file.edit,
    });
    if (!applied) {
      return showError(connection, `Meetlog could not create ${file.uri}. ${failureReason ?? 'Does it exist?'}`);
    }
    if (capabilities.window?.showDocument?.support) {
      await connection.window.showDocument({ uri: file.uri, takeFocus: true });
    }
  });
}

/** Unlike `connection.window`, does not send a request, which not every client answers. */
function showError(connection: Connection, message: string): Promise<void> {
  return connection.sendNotification(ShowMessageNotification.type, {
    type: MessageType.Error,
    message: cleanText(message),
  });
}
