import type { CancellationToken, Connection } from 'vscode-languageserver';
import { converterFor, converterNamed, recognisedLength } from '../convert/converters.js';
import { convertText } from '../convert/convertText.js';
import { slackUsers } from '../convert/slackUsers.js';
import { isMeetingLog } from '../meeting/isMeetingLog.js';
import type { ConvertedFile, ConvertParams } from '../protocol.js';
import { own } from './requests.js';
import { pause, refuseCancelled } from './slices.js';

/** Serves the conversion of exports, which the server runs rather than the client: they may be large, and need libraries. */
export function serveConverting(connection: Connection): void {
  connection.onRequest(own('meetlog/convert'), convertFile);
}

/** A file as a log; null if it is none that can be converted, or readable as it is. Throws a ResponseError if cancelled. */
export async function convertFile(
  { text, fileName, users: usersFile }: ConvertParams,
  token?: CancellationToken,
): Promise<ConvertedFile | null> {
  const from = converterFor(text, fileName);
  if (!from) return null;
  const { hasLines } = converterNamed(from) ?? {};
  if (hasLines && isMeetingLog(text.slice(0, recognisedLength))) return null;
  const users = usersFile === undefined ? undefined : slackUsers(usersFile);
  const converted = await convertText(text, fileName, {
    from,
    ...(users && { users }),
    pause: async () => {
      await pause();
      refuseCancelled(token);
    },
  });
  if (!converted) return null;
  const { log, title, messages, notes } = converted;
  return { log, title, messages, notes };
}
