import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateLog, meetingLines } from './logs.js';
import { exponent, growthExponent, mebibytes, number, seconds, times } from './stats.js';
import type { Row } from './table.js';

/** The resources that a program used: processor and wall-clock seconds, bytes. */
export interface Usage {
  readonly user: number;
  readonly system: number;
  readonly wall: number;
  readonly peak: number;
}

/** Processor seconds, user and system, of another program for a million lines. */
interface Peer {
  readonly name: string;
  readonly seconds: number;
}

/** Logs that are turned into minutes. */
interface Work {
  readonly name: string;
  readonly peers: readonly Peer[];
  /** Writes logs with the lines of this many meetings, and returns their path and the expected number of minutes. */
  readonly write: (folder: string, meetings: number) => { readonly path: string; readonly minutes: number };
}

/** The first size is used to measure how the costs grow. */
const sizes = [250, 2500];

/*
 * The peers' figures were measured once, on a machine of the same kind, with a million lines like ours. MeetBot 0.1.4 and the
 * plain Node script write MeetBot's three outputs, ours Markdown. MeetBot's replay of one log with many meetings takes quadratic
 * time, and was not measured.
 */
const works: readonly Work[] = [
  {
    name: 'minutes of 2,500 logs',
    peers: [
      { name: 'MeetBot', seconds: 62 },
      { name: 'plain script', seconds: 3.4 },
    ],
    write: writeMany,
  },
  {
    name: 'minutes of one log, 2,500 meetings',
    peers: [{ name: 'plain script', seconds: 3.4 }],
    write: (folder, meetings) => ({ path: writeOne(folder, generateLog(meetings * meetingLines)), minutes: meetings }),
  },
  {
    name: 'minutes of one log, one meeting',
    peers: [
      { name: 'MeetBot', seconds: 47 },
      { name: 'plain script', seconds: 3.1 },
    ],
    write: (folder, meetings) => ({ path: writeOne(folder, oneMeeting(meetings * meetingLines)), minutes: 1 }),
  },
];

/** Rows for the table: our command line and the floor, each as a separate process. */
export function batchRows(): Row[] {
  return works.map((work) => {
    const runs = sizes.map((meetings) => ({ size: meetings * meetingLines, ...measure(work, meetings) }));
    const last = runs[runs.length - 1];
    if (!last) throw new Error('no sizes');
    const { size, ours, floor } = last;
    const total = ours.user + ours.system;
    return {
      work: work.name,
      size: size.toLocaleString('en'),
      ours: usageText(ours),
      floor: usageText(floor),
      ratio: times(ours.user / floor.user),
      peers: work.peers.map((peer) => `${peer.name} ${times(peer.seconds / total)}`).join(', '),
      growth: exponent(growthExponent(runs.map((run) => ({ size: run.size, cost: run.ours.user })))),
    };
  });
}

export function usageText({ user, system, wall, peak }: Usage): string {
  return `${number(user)} + ${seconds(system)} CPU, ${seconds(wall)} wall, ${mebibytes(peak)}`;
}

function measure(work: Work, meetings: number): { readonly ours: Usage; readonly floor: Usage } {
  const folder = mkdtempSync(join(tmpdir(), 'meetlog-bench-'));
  try {
    const { path, minutes } = work.write(folder, meetings);
    const output = join(folder, 'minutes');
    const floor = run(['dist/test/unit/tools/bench/floorProcess.mjs', path]);
    if (Number(floor.output) !== meetings * meetingLines) throw new Error(`the floor read ${floor.output} lines`);
    const ours = run(['dist/cli.js', 'minutes', path, '--output', `${output}/`]);
    const written = readdirSync(output).length;
    if (written !== minutes) throw new Error(`${written} minutes were written, not ${minutes}`);
    return { ours, floor };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a Node program, which reports the resources that it used. */
export function run(args: readonly string[]): Usage & { readonly output: string } {
  const start = performance.now();
  const child = spawnSync(process.execPath, ['--require', './test/tools/bench/usage.cjs', ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  const wall = (performance.now() - start) / 1000;
  if (child.status !== 0) throw new Error(`${args.join(' ')} failed: ${child.stderr.slice(-1000)}`);
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(child.output[3] ?? '{}');
  return { user: userCPUTime / 1e6, system: systemCPUTime / 1e6, wall, peak: maxRSS * 1024, output: child.stdout };
}

/** A log for each meeting. */
export function writeMany(folder: string, meetings: number): { readonly path: string; readonly minutes: number } {
  const path = join(folder, 'logs');
  mkdirSync(path);
  const rows = generateLog(meetings * meetingLines).split('\n');
  for (let meeting = 0; meeting < meetings; meeting++) {
    const text = rows.slice(meeting * meetingLines, (meeting + 1) * meetingLines).join('\n');
    writeFileSync(join(path, `chat-${String(meeting).padStart(4, '0')}.log`), `${text}\n`);
  }
  return { path, minutes: meetings };
}

function writeOne(folder: string, text: string): string {
  const path = join(folder, 'chat.log');
  writeFileSync(path, text);
  return path;
}

/** All meetings of a log run together into one. */
function oneMeeting(lines: number): string {
  const text = generateLog(lines);
  const first = text.indexOf('\n');
  const last = text.lastIndexOf('\n', text.length - 2);
  const between = text.slice(first, last).replaceAll(/#(?:start|end)meeting /g, '');
  return text.slice(0, first) + between + text.slice(last);
}
