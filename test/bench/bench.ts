// Measures Meetlog beside others and beside a plain floor. Figures of one machine at one moment mean little: compare the ratios.
// `npm run bench -- batch` measures only that part.
import { cpus, totalmem } from 'node:os';
import { batchRows } from './batch.js';
import { editRows } from './edits.js';
import { openingRows } from './opening.js';
import { peerRows } from './peers.js';
import { measureReading } from './reading.js';
import { mebibytes } from './stats.js';
import { printTable, type Row } from './table.js';

const parts: Readonly<Record<string, () => readonly Row[] | Promise<readonly Row[]>>> = {
  edits: editRows,
  opening: openingRows,
  peers: peerRows,
  batch: batchRows,
};

const notes = `
Keys: median / 95th percentile of the round trip. CPU: user + system; its ratio and growth are of user time.
Peers: how many times ours they take. Language servers ran beside ours, each on as many lines of its own language; what yaml, bash and typescript push
includes their own delay. MeetBot and the plain script of its outputs were measured once, on a like machine: user and system time.`;

async function bench(names: readonly string[]): Promise<void> {
  const rows: Row[] = [];
  for (const name of names) rows.push(...((await parts[name]?.()) ?? []));
  console.log(`\n${machine()}\n`);
  printTable(rows);
  console.log(notes);
}

/** What kind of machine it is, and not which. */
function machine(): string {
  const [cpu, ...others] = cpus();
  return `${cpu?.model} × ${others.length + 1}, ${mebibytes(totalmem())}, ${process.platform}, Node ${process.version}`;
}

const wanted = process.argv.slice(2);
const known = [...Object.keys(parts), 'reading'];
const unknown = wanted.find((name) => !known.includes(name));
if (unknown !== undefined) {
  console.error(`There is no part ${unknown}, but ${known.join(', ')}.`);
  process.exitCode = 2;
} else if (wanted.includes('reading')) measureReading();
else await bench(wanted.length > 0 ? wanted : Object.keys(parts));
