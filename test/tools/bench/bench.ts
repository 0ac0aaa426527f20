// Measures Meetlog in comparison with others and with a plain floor. Figures of one machine mean little: compare the ratios. `npm
// run bench -- batch` measures only that part.
import { cpus, totalmem } from 'node:os';
import { acrossRows } from './across.js';
import { batchRows } from './batch.js';
import { editRows } from './edits.js';
import { hardRows } from './hard.js';
import { openingRows } from './opening.js';
import { peerRows } from './peers.js';
import { requestRows } from './requests.js';
import { scribeRows } from './scribe.js';
import { startRows } from './start.js';
import { mebibytes } from './stats.js';
import { printTable, type Row } from './table.js';

const parts: Readonly<Record<string, () => readonly Row[] | Promise<readonly Row[]>>> = {
  edits: editRows,
  requests: requestRows,
  opening: openingRows,
  scribe: scribeRows,
  start: startRows,
  peers: peerRows,
  batch: batchRows,
  across: acrossRows,
  hard: hardRows,
};

const notes = `
Edits: median / 95th percentile of 60, of all that an editor asks after them (diagnostics, outline, folds, lenses, a hover, highlights, tokens of 60 lines), beside the same in a log of
3,000 lines. Growth: the exponent from 3,000 over 30,000 to 300,000 lines. Keys over stdio: of the round trip. Opening and starts: medians of processes that take turns with the
floor's. CPU: user + system; its ratio and growth are of user time.
Peers: how many times ours they take. Language servers ran beside ours, each on as many lines of its own language; what yaml, bash and typescript push
includes their own delay. MeetBot and the plain script of its outputs were measured once, on a like machine: user and system time.`;

async function bench(names: readonly string[]): Promise<void> {
  const rows: Row[] = [];
  for (const name of names) rows.push(...((await parts[name]?.()) ?? []));
  console.log(`\n${machine()}\n`);
  printTable(rows);
  console.log(notes);
}

/** The kind of machine, without identifying it. */
function machine(): string {
  const [cpu, ...others] = cpus();
  return `${cpu?.model} × ${others.length + 1}, ${mebibytes(totalmem())}, ${process.platform}, Node ${process.version}`;
}

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !parts[name]);
if (unknown !== undefined) {
  console.error(`There is no part ${unknown}, only ${Object.keys(parts).join(', ')}.`);
  process.exitCode = 2;
} else await bench(wanted.length > 0 ? wanted : Object.keys(parts));
