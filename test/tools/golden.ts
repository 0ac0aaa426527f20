// Compares bug-compatible minutes with MeetBot's own: golden.mjs FOLDER, which has logs in corpus/ and MeetBot's files in
// golden/, where a .log beside them is the log as it was replayed. Prints a table, and exits with 1 where anything is unequal.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { LogText } from '../../server/src/log/text/logText.js';
import { meetingLog } from '../../server/src/meeting/meetingLog.js';
import { minutesOf } from '../../server/src/minutes/fromMeeting.js';
import type { Writer } from '../../server/src/minutes/writer.js';
import { writers } from '../../server/src/minutes/writers.js';
import { comparable } from '../helpers/comparable.js';

const folder = process.argv[2] ?? '.';
const formats = writers.filter(({ name }) => ['text', 'html', 'log-html', 'rst', 'mediawiki', 'pmwiki'].includes(name));
const names = readdirSync(join(folder, 'golden'))
  .filter((file) => file.endsWith('.txt'))
  .map((file) => basename(file, '.txt'));

let unequal = 0;
console.log(`${'log'.padEnd(60)} ${formats.map(({ name }) => name.padEnd(9)).join(' ')}`);
for (const name of names) {
  const results = formats.map((writer) => compare(name, writer));
  unequal += results.filter((result) => result !== 'equal').length;
  console.log(`${name.padEnd(60)} ${results.map((result) => result.padEnd(9)).join(' ')}`);
}
console.log(`${names.length * formats.length - unequal} equal, ${unequal} unequal`);
if (unequal > 0) process.exitCode = 1;

function compare(name: string, writer: Writer): string {
  const [replayed, original] = ['golden', 'corpus'].map((part) => join(folder, part, `${name}.log`));
  const file = existsSync(replayed ?? '') ? replayed : original;
  const log = meetingLog(LogText.of(readFileSync(file ?? '', 'utf8')), `${name}.log`);
  const [meeting] = log.meetings;
  if (!meeting) return 'none';
  const written = writer.write(minutesOf(log, meeting, { bugCompatible: true }), { bugCompatible: true });
  const expected = readFileSync(join(folder, 'golden', name + writer.extension), 'utf8');
  if (comparable(written) === comparable(expected)) return 'equal';
  if (process.env.VERBOSE) showDifference(comparable(written), comparable(expected));
  return 'unequal';
}

function showDifference(written: string, expected: string): void {
  const [left, right] = [written.split('\n'), expected.split('\n')];
  const at = left.findIndex((line, index) => line !== right[index]);
  console.log(`  line ${at + 1}\n  -${JSON.stringify(right[at])}\n  +${JSON.stringify(left[at])}`);
}
