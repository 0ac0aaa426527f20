// Logs of meetings with a scribe beside those of a meeting bot, which are the floor here.
import { documentSymbols } from '../../../server/src/features/documentSymbols.js';
import { LogText } from '../../../server/src/log/text/logText.js';
import { dialectNamed } from '../../../server/src/meeting/dialects/dialects.js';
import { type MeetingLogOptions, meetingLog } from '../../../server/src/meeting/meetingLog.js';
import { spreadOf, Typist } from './edits.js';
import { generateLog, generateScribed, meetingLines } from './logs.js';
import { median, milliseconds, spreadText, times } from './stats.js';
import type { Row } from './table.js';

const size = 300_000;
const runs = 9;

/** Reading, opening and editing, with many meetings and with one. */
export function scribeRows(): Row[] {
  const [many, single] = [generateScribed(size, meetingLines), generateScribed(size, size)];
  return [
    foundRow(),
    openRow('many meetings', many),
    openRow('one meeting', single),
    editRow('many meetings', size, many, generateScribed(size / 100, meetingLines)),
    // An edit costs its meeting, so this one is smaller.
    editRow('one meeting', size / 10, generateScribed(size / 10, size / 10), generateScribed(size / 100, size / 100)),
  ];
}

/** A meeting bot's log whose bot is found, where labels might be one, compared with the same log whose bot is given. */
function foundRow(): Row {
  const text = generateLog(size);
  const dialect = dialectNamed('meetbot');
  return compared(
    'read the log of a meeting bot, which is found',
    () => opened(text),
    'which is given',
    () => opened(text, { dialect }),
  );
}

function openRow(name: string, text: string): Row {
  const floor = generateLog(size);
  return compared(
    `open a log with a scribe, ${name}`,
    () => opened(text),
    'of a meeting bot',
    () => opened(floor),
  );
}

function editRow(name: string, lines: number, text: string, small: string): Row {
  const cost = (one: string) => {
    const typist = new Typist(one);
    const line = (typist.lines >> 1) + 42;
    return spreadOf(() => typist.type(line, 30, line, 30, 'x'));
  };
  const [ours, floor] = [cost(text), cost(small)];
  return {
    work: `a key in talk of a log with a scribe, ${name}`,
    size: sizeText(lines),
    ours: spreadText(ours),
    floor: `3,000 lines: ${spreadText(floor)}`,
    ratio: times(ours.median / floor.median),
  };
}

const sizeText = (lines: number) => `${lines.toLocaleString('en')} lines`;

/** Milliseconds up to the outline. */
function opened(text: string, options?: MeetingLogOptions): number {
  const start = performance.now();
  documentSymbols(meetingLog(LogText.of(text), 'bench.log', options));
  return performance.now() - start;
}

/** Medians of runs that take turns. */
function compared(work: string, ours: () => number, name: string, floor: () => number): Row {
  const pairs = Array.from({ length: runs }, () => ({ floor: floor(), ours: ours() }));
  const [one, other] = [median(pairs.map((pair) => pair.ours)), median(pairs.map((pair) => pair.floor))];
  return {
    work,
    size: sizeText(size),
    ours: milliseconds(one),
    floor: `${name}: ${milliseconds(other)}`,
    ratio: times(one / other),
  };
}
