import type { CancellationToken, Connection } from 'vscode-languageserver';
import { LogText } from '../log/text/logText.js';
import { findingMeetings, type MeetingLog } from '../meeting/meetingLog.js';
import type { CheckedMinutes, LineOfLog, VerifyParams } from '../protocol.js';
import { readMinutes } from '../workspace/verify/readMinutes.js';
import { verifying } from '../workspace/verify/verifyMinutes.js';
import type { LogLineRef, VerifyReport } from '../workspace/verify/verifyReport.js';
import { own } from './requests.js';
import { inSlices } from './slices.js';

/** Serves checks of minutes against a log. Both come as texts, so that this works wherever the client finds them. */
export function serveVerifying(connection: Connection): void {
  connection.onRequest(own('meetlog/verify'), checkMinutes);
}

/** Holds minutes against a log. Throws a ResponseError if cancelled. */
export async function checkMinutes(
  { minutes, log: text, fileName }: VerifyParams,
  token?: CancellationToken,
): Promise<CheckedMinutes> {
  const always = () => false;
  const steps = findingMeetings(LogText.of(text), fileName, { wholeLog: true });
  const log = (await inSlices({ steps }, always, token)) as MeetingLog;
  const read = await readMinutes(minutes);
  const work = { steps: verifying(minutes, read, [{ log, name: fileName }]) };
  return checkedOf(log, (await inSlices(work, always, token)) as VerifyReport);
}

function checkedOf({ text }: MeetingLog, report: VerifyReport): CheckedMinutes {
  const { meetings, checked, notChecked, findings, claims, notes } = report;
  const lineOf = ({ line }: LogLineRef): LineOfLog => ({ line, text: text.text(line) });
  return {
    meeting: meetings[0]?.title ?? null,
    checked,
    notChecked,
    findings: findings.map(({ source, ...one }) => ({ ...one, source: source ? lineOf(source) : null })),
    claims: claims.map(({ place, source }) => ({ place, source: lineOf(source) })),
    notes,
  };
}
