import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LogText } from '../../../server/src/log/text/logText.js';
import { type MeetingLog, meetingLog } from '../../../server/src/meeting/meetingLog.js';
import { minutesOf } from '../../../server/src/minutes/fromMeeting.js';
import { ledgerOf } from '../../../server/src/workspace/ledger.js';
import { digestOf, type LogDigest } from '../../../server/src/workspace/logDigest.js';
import { registerOf } from '../../../server/src/workspace/register.js';
import { run, usageText, writeMany } from './batch.js';
import { meetingLines } from './logs.js';
import { median, milliseconds, times } from './stats.js';
import type { Row } from './table.js';

const meetings = 2_500;
const rounds = 3;

/** Rows for many meetings: the floor is what their minutes cost. */
export function acrossRows(): Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'meetlog-bench-'));
  try {
    const { path } = writeMany(folder, meetings);
    return [commandRow(path, folder), changeRow(path)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The command line, which reads all logs on all cores. The two programs take turns. */
function commandRow(path: string, folder: string): Row {
  const runs = Array.from({ length: rounds }, (_, index) => ({
    ours: run(['dist/cli.js', 'actions', path, '--format', 'json']),
    floor: run(['dist/cli.js', 'minutes', path, '--output', join(folder, `minutes${index}/`)]),
  }));
  const middle = <T>(of: (one: (typeof runs)[number]) => T, cost: (one: T) => number) =>
    runs.map(of).sort((a, b) => cost(a) - cost(b))[rounds >> 1] as T;
  const ours = middle(
    (one) => one.ours,
    ({ wall }) => wall,
  );
  const floor = middle(
    (one) => one.floor,
    ({ wall }) => wall,
  );
  return {
    work: 'action items of 2,500 logs',
    size: (meetings * meetingLines).toLocaleString('en'),
    ours: usageText(ours),
    floor: `their minutes: ${usageText(floor)}`,
    ratio: times(ours.wall / floor.wall),
  };
}

/** One changed log: its digest, and the ledger and the register of all. The floor is the minutes of that log. */
function changeRow(path: string): Row {
  const nameOf = (index: number) => `chat-${String(index).padStart(4, '0')}.log`;
  const read = (index: number) => {
    const name = nameOf(index);
    return meetingLog(LogText.of(readFileSync(join(path, name), 'utf8')), name);
  };
  const digests: LogDigest[] = Array.from({ length: meetings }, (_, index) => digestOf(read(index), nameOf(index)));
  const ours: number[] = [];
  const all: number[] = [];
  const floor: number[] = [];
  for (let round = 0; round < 4 * rounds; round++) {
    const index = round * 100;
    floor.push(timed(() => minutesOfAll(read(index))));
    ours.push(timed(() => digests.splice(index, 1, digestOf(read(index), nameOf(index)))));
    const logs = digests.map((digest) => ({ digest, project: undefined }));
    all.push(timed(() => [ledgerOf(logs), registerOf(logs)]));
  }
  return {
    work: 'one changed log of 2,500',
    size: meetingLines.toLocaleString('en'),
    ours: `${milliseconds(median(ours))}, and ${milliseconds(median(all))} for the ledger and the register of all`,
    floor: `its minutes: ${milliseconds(median(floor))}`,
    ratio: times(median(ours) / median(floor)),
  };
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function minutesOfAll(log: MeetingLog): unknown {
  return log.meetings.map((meeting) => minutesOf(log, meeting));
}
