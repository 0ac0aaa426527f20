// Measures what reading, replaying and a keystroke cost. Figures of one machine at one moment mean little: compare the ratios.
import { documentSymbols } from '../../server/src/features/documentSymbols.js';
import { LogText } from '../../server/src/log/logText.js';
import { splitRows } from '../../server/src/log/rows.js';
import { type MeetingLog, meetingLog } from '../../server/src/meeting/meetingLog.js';
import { problems } from '../../server/src/meeting/problems.js';
import { minutesOf } from '../../server/src/minutes/fromMeeting.js';
import { writers } from '../../server/src/minutes/writers.js';

const sizes = [10_000, 100_000, 1_000_000];

function measure(size: number): void {
  const text = generate(size);
  const split = median(() => splitRows(text));
  const read = median(() => LogText.of(text));
  let log = LogText.of(text);
  const all = () => everything(meetingLog(log, 'bench.log'));
  const replay = median(all);
  // Keys typed in the middle, one after the other, each into the log that the one before it left.
  const middle = { line: size >> 1, character: 20 };
  let earlier = meetingLog(log, 'bench.log');
  const typed = (text: string) => () => {
    log = log.replace(middle, middle, text);
    earlier = meetingLog(log, 'bench.log', { earlier });
    everything(earlier);
  };
  const key = median(typed('x'), 31);
  const enter = median(typed('\n'), 31);
  const fresh = median(() => everything(meetingLog(LogText.of(text), 'bench.log')));
  const found = meetingLog(log, 'bench.log');
  const write = median(() => {
    for (const meeting of found.meetings) {
      const minutes = minutesOf(found, meeting);
      for (const writer of writers.slice(0, 3)) writer.write(minutes, { bugCompatible: false });
    }
  });
  const { heapUsed } = process.memoryUsage();
  console.log(`\n${size.toLocaleString('en')} lines, ${(text.length / 1e6).toFixed(1)} MB`);
  row('split into lines', split, 1);
  row('read every line', read, read / split);
  row('replay, outline, problems', replay, replay / split);
  row('write minutes, 3 formats', write, write / split);
  row('all of it anew', fresh, fresh / split);
  row('one key, all of it', key, key / fresh, 'of anew');
  row('one new line, all of it', enter, enter / fresh, 'of anew');
  console.log(`heap ${Math.round(heapUsed / 2 ** 20)} MiB`);
}

/** What an editor asks after each key. */
function everything(log: MeetingLog): void {
  documentSymbols(log);
  problems(log);
}

/** The median of some runs in milliseconds. */
function median(run: () => void, times = 7): number {
  const taken = Array.from({ length: times }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return taken.sort((a, b) => a - b)[times >> 1] ?? 0;
}

function row(name: string, milliseconds: number, ratio: number, of = 'of splitting'): void {
  console.log(`${name.padEnd(28)}${milliseconds.toFixed(2).padStart(10)} ms ${ratio.toFixed(4).padStart(10)} ${of}`);
}

/** A log of a meeting every 2,000 lines, with 40 people and three commands in two hundred lines, always the same. */
function generate(lines: number): string {
  const random = dice();
  const rows = Array.from({ length: lines }, (_, line) => {
    const at = line % 2000;
    const nick = at === 0 || at === 1999 ? 'nick0' : `nick${random(40)}`;
    const said = Array.from({ length: 5 + random(8) }, () => words[random(words.length)]).join(' ');
    const command = random(200) < 3 ? commands[line % 3] : '';
    return `${clock(at)} <${nick}> ${starts.get(at) ?? (at % 100 === 7 ? '#topic ' : command)}${said}`;
  });
  return rows.join('\n');
}

const words = 'the plan for next week is to look at all of it again when everybody had time to read'.split(' ');
const commands = ['#info ', '#action nick3 ', '#link https://example.org/'];
const starts = new Map([
  [0, '#startmeeting '],
  [1999, '#endmeeting '],
]);

/** Six seconds for each line, from ten o'clock. */
function clock(line: number): string {
  const seconds = 36_000 + line * 6;
  return new Date(seconds * 1000).toISOString().slice(11, 19);
}

/** Numbers that look random and are the same in every run. */
function dice(): (below: number) => number {
  let seed = 1;
  return (below) => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
}

export function measureReading(): void {
  for (const size of sizes) measure(size);
}
