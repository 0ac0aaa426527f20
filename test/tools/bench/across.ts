import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LogText } from '../../../server/src/log/text/logText.js';
import { type MeetingLog, meetingLog } from '../../../server/src/meeting/meetingLog.js';
import { minutesOf } from '../../../server/src/minutes/fromMeeting.js';
import { writerNamed } from '../../../server/src/minutes/writers.js';
import { ledgerOf } from '../../../server/src/workspace/ledger.js';
import { digestOf, type LogDigest } from '../../../server/src/workspace/logDigest.js';
import { registerOf } from '../../../server/src/workspace/register.js';
import { verifyMinutes } from '../../../server/src/workspace/verify/verifyMinutes.js';
import { Editor } from '../../lsp/client.js';
import { run, usageText, writeMany } from './batch.js';
import { meetingLines } from './logs.js';
import { mebibytes, median, milliseconds, seconds, times } from './stats.js';
import type { Row } from './table.js';

const meetings = 2_500;
const rounds = 3;

/** Rows for many meetings: the floor is what their minutes cost. */
export async function acrossRows(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'meetlog-bench-'));
  try {
    const { path } = writeMany(folder, meetings);
    return [
      commandRow(path, folder),
      ...(await serverRows(path, folder)),
      await changeRow(path),
      await verifyRow(path),
    ];
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

/** The language server, which reads all logs when someone first asks for a symbol, and one that has changed since. */
async function serverRows(path: string, folder: string): Promise<Row[]> {
  const index: number[] = [];
  const change: number[] = [];
  const memory: number[] = [];
  const floor: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const editor = new Editor({ measured: true });
    await editor.initialize({}, undefined, [pathToFileURL(path).href]);
    const empty = await editor.memory();
    const ask = () => editor.ask('workspace/symbol', { query: 'none such' });
    index.push(await timed(ask));
    memory.push((await editor.memory()) - empty);
    for (let edit = 0; edit < 2 * rounds; edit++) {
      const file = join(path, logName(round * 100 + edit));
      writeFileSync(file, `${readFileSync(file, 'utf8')}10:40:00 <member1> bye\n`);
      await editor.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: pathToFileURL(file).href, type: 2 }] });
      change.push(await timed(ask));
    }
    await editor.close();
    floor.push(run(['dist/cli.js', 'minutes', path, '--output', join(folder, `served${round}/`)]).wall);
  }
  const size = (meetings * meetingLines).toLocaleString('en');
  const minutes = median(floor);
  return [
    {
      work: 'index of 2,500 logs in the server',
      size,
      ours: `${seconds(median(index) / 1000)}, ${mebibytes(median(memory))}`,
      floor: `their minutes: ${seconds(minutes)}`,
      ratio: times(median(index) / 1000 / minutes),
    },
    {
      work: 'one changed file of 2,500, then symbols',
      size: meetingLines.toLocaleString('en'),
      ours: milliseconds(median(change)),
      floor: `the whole index: ${seconds(median(index) / 1000)}`,
      ratio: times(median(change) / median(index)),
    },
  ];
}

/** The minutes of one meeting, held against its log. */
async function verifyRow(path: string): Promise<Row> {
  const name = logName(7);
  const text = readFileSync(join(path, name), 'utf8');
  const read = () => meetingLog(LogText.of(text), name);
  const [meeting] = read().meetings;
  if (!meeting) throw new Error('there is no meeting');
  const minutes = writerNamed('markdown')?.write(minutesOf(read(), meeting), {}) ?? '';
  const ours: number[] = [];
  const floor: number[] = [];
  for (let round = 0; round < 10 * rounds; round++) {
    floor.push(await timed(() => minutesOfAll(read())));
    ours.push(await timed(() => verifyMinutes(minutes, [{ name, log: read() }])));
  }
  return {
    work: 'verify of one meeting',
    size: meetingLines.toLocaleString('en'),
    ours: milliseconds(median(ours)),
    floor: `its minutes: ${milliseconds(median(floor))}`,
    ratio: times(median(ours) / median(floor)),
  };
}

/** The name of the log of a meeting. */
function logName(index: number): string {
  return `chat-${String(index).padStart(4, '0')}.log`;
}

/** One changed log: its digest, and the ledger and the register of all. The floor is the minutes of that log. */
async function changeRow(path: string): Promise<Row> {
  const read = (index: number) => {
    const name = logName(index);
    return meetingLog(LogText.of(readFileSync(join(path, name), 'utf8')), name);
  };
  const digests: LogDigest[] = Array.from({ length: meetings }, (_, index) => digestOf(read(index), logName(index)));
  const ours: number[] = [];
  const all: number[] = [];
  const floor: number[] = [];
  for (let round = 0; round < 4 * rounds; round++) {
    const index = round * 100;
    floor.push(await timed(() => minutesOfAll(read(index))));
    ours.push(await timed(() => digests.splice(index, 1, digestOf(read(index), logName(index)))));
    const logs = digests.map((digest) => ({ digest, project: undefined }));
    all.push(await timed(() => [ledgerOf(logs), registerOf(logs)]));
  }
  return {
    work: 'one changed log of 2,500',
    size: meetingLines.toLocaleString('en'),
    ours: `${milliseconds(median(ours))}, and ${milliseconds(median(all))} for the ledger and the register of all`,
    floor: `its minutes: ${milliseconds(median(floor))}`,
    ratio: times(median(ours) / median(floor)),
  };
}

/** How long something takes, in milliseconds. */
async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function minutesOfAll(log: MeetingLog): unknown {
  return log.meetings.map((meeting) => minutesOf(log, meeting));
}
