import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSpoken, type LogLine } from '../../server/src/log/logLine.js';
import { LogText } from '../../server/src/log/text/logText.js';
import { isMeetingLog } from '../../server/src/meeting/isMeetingLog.js';
import { type MeetingLog, meetingLog, stepsOf } from '../../server/src/meeting/meetingLog.js';
import { problems } from '../../server/src/meeting/problems/findProblems.js';

/*
 * Reads a folder of real logs, whose names end in `.LAYOUT.log`, and prints a summary of each: the layout, the number of lines in
 * it, how many matter to a meeting, and how many are left over. VERBOSE=1 also prints the lines left over, and every problem.
 */

/** The layout of each kind of file, if it has another name. */
const named: Readonly<Record<string, string>> = {
  'supybot-matrix-bridge': 'supybot',
  'supybot-nobot': 'supybot',
  'hhmm-nick': 'supybot',
  'hhmm-2sp-nick': 'supybot',
  'hhmmss-nick': 'supybot',
  'hhmmss-2sp-nick': 'supybot',
  rrsagent: 'supybot',
  'relay-wrapped': 'supybot',
  'hhmmss-irssi': 'irssi',
  'irssi-mixed': 'irssi',
  'irssi-daychanged': 'irssi',
  'irssi-channel-prefix': 'irssi-channel',
  'irssi-theme-bert': 'pipe',
  'weechat-pipe': 'pipe',
  'irssi-block-md': 'irssi-block',
  'iso-2sp': 'limnoria',
  'hhmm-ampm-nick': 'ampm',
  'hhmm-ampm-paren': 'ampm-paren',
  'lightning-action': 'lightning',
  'bracket-hhmm-nick': 'mirc',
  'bracket-hhmmss-nick': 'mirc',
  'bracket-hhmmss-wrapped': 'mirc',
  znc: 'mirc',
  mootbot: 'mirc',
  'bracket-hhmmss-emote': 'quassel',
  'quassel-hhmm': 'quassel',
  'quassel-hhmmss': 'quassel',
  konversation: 'quassel',
  'irclogs-ubuntu-wrapped': 'ubuntu',
  'xchat-mmmdd': 'hexchat',
  'xchat-tab-notime': 'xchat',
  'ddd-hhmmss-tab': 'weekday',
  'hhmm-nick-colon': 'colon',
  'hhmmss-nick-colon': 'colon',
  'hhmm-nick-fullwidthcolon': 'colon',
  'bracket-hhmm-nick-colon': 'bracket-colon',
  'bracket-12h-nick-colon': 'bracket-colon',
  'bracket-datetime-nick-colon': 'bracket-colon',
  'nick-only-mixed-irssi': 'irssi',
  'relay-notime': 'nick-only',
  'slack-paste': 'slack',
  'zoom-chat': 'zoom',
  'jitsi-blocks': 'jitsi',
};

/** Where the index treats something as a start or an end that no bot does, and why. */
const otherwise: Readonly<Record<string, string>> = {
  'bitcoin-review-2020-05-20-pr15206.irssi.log': '#startmeeing starts no meeting',
  'bitcoin-review-2022-09-28-v24-rc-testing.hhmm-nick.log': '#stopmeeting ends none',
};

const [, , folder = '../shared'] = process.argv;
const corpus = join(folder, 'corpus');
const verbose = Boolean(process.env.VERBOSE);
const codes = new Map<string, number>();
const total = { lines: 0, left: 0 };
const wrong: string[] = [];

const index = new Map(
  readFileSync(join(corpus, 'INDEX.tsv'), 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
    .map(([file = '', , , , start, end, ...others]) => [
      file,
      { starts: start === 'y', ends: end === 'y', scribes: /scribe|Zakim|RRSAgent/.test(others.join(' ')) },
    ]),
);

console.log(row('file', 'layout', 'sure', 'lines', 'read', 'said', 'events', 'left', 'meetings'));
for (const file of readdirSync(corpus).filter((name) => name.endsWith('.log'))) check(file);

const share = 1 - total.left / total.lines;
console.log(`\n${total.lines} lines, ${total.left} left over: ${(share * 100).toFixed(2)} % are read`);
if (share < 0.99) wrong.push('less than 99 % of the lines are read');
console.log(`problems: ${[...codes].map(([code, count]) => `${code} ${count}`).join(', ')}`);
console.log(wrong.length === 0 ? 'nothing is wrong' : `wrong:\n  ${wrong.join('\n  ')}`);
process.exitCode = wrong.length > 0 ? 1 : 0;

function check(file: string): void {
  const text = readFileSync(join(corpus, file), 'utf8');
  const log = meetingLog(LogText.of(text), file);
  const { layout, confidence, lineCount } = log.text;
  const rows = Array.from({ length: lineCount }, (_, line) => ({
    text: log.text.text(line),
    read: log.text.read(line),
  }));
  const filled = rows.filter((one) => one.text.trim() !== '');
  const left = filled.filter(({ read }) => read.kind === 'other');
  const said = filled.filter(({ read }) => isSpoken(read));
  total.lines += filled.length;
  total.left += left.length;
  wrong.push(...faults(file, log, said));
  const meetings = `${log.meetings.length}${isMeetingLog(text) ? '' : ' (not detected)'}`;
  const read = filled.length - left.length;
  const cells = [
    confidence.toFixed(2),
    filled.length,
    read,
    said.length,
    log.sections.flatMap(stepsOf).length,
    left.length,
    meetings,
  ];
  console.log(row(file.replace(/\.log$/, ''), layout.name, ...cells));
  for (const { code, line } of problems(log)) {
    codes.set(code, (codes.get(code) ?? 0) + 1);
    if (verbose) console.log(`    ${code}: ${log.text.text(line).slice(0, 140)}`);
  }
  if (verbose) for (const one of left) console.log(`    left: ${one.text.slice(0, 140)}`);
}

/** Differences between a log and its name and the index. */
function faults(file: string, log: MeetingLog, said: readonly { text: string; read: LogLine }[]): string[] {
  const { layout } = log.text;
  const own = file.split('.').at(-2) ?? '';
  // Names under a heading are as people write them.
  const isBadNick = (nick: string) => !layout.below && /^[<(@+]|[>)]$|\d:\d\d/.test(nick) && !/^@[^:]+:/.test(nick);
  const badNicks = said.filter(({ read }) => isBadNick(read.nick));
  const { starts = false, ends = false, scribes = false } = index.get(file) ?? {};
  const hasEnded = log.meetings.some(({ endLine }) => endLine !== undefined);
  // The index has only the starts and ends that MeetBot knows.
  const isScribed = scribes && log.dialect.isScribed === true;
  const isAsIndexed = isScribed || (log.meetings.length > 0 === starts && hasEnded === (starts && ends));
  return [
    ...(layout.name === (named[own] ?? own) ? [] : [`${file}: layout ${layout.name}`]),
    ...badNicks.map(({ text, read }) => `${file}: nick ${read.nick}: ${text}`),
    ...(isAsIndexed || otherwise[file]
      ? []
      : [`${file}: ${log.meetings.length} meetings, ${hasEnded ? '' : 'not '}ended`]),
  ];
}

function row(file: string, layout: string, ...cells: readonly (string | number)[]): string {
  return [file.slice(0, 60).padEnd(60), layout.padEnd(14), ...cells.map((cell) => String(cell).padStart(6))].join(' ');
}
