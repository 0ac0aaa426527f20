import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSpoken } from '../../server/src/log/logLine.js';
import { LogText } from '../../server/src/log/logText.js';
import { meetingLog } from '../../server/src/meeting/meetingLog.js';
import { problems } from '../../server/src/meeting/problems.js';
import { isMeetingLog } from '../../server/src/meeting/sniff.js';

/*
 * Reads a folder of real logs, whose names end in `.LAYOUT.log`, and prints what was read of each: the layout, how many lines are in
 * it, how many mean something to a meeting, and how many are left over. VERBOSE=1 prints the lines that are left over, and every problem.
 */

/** The layout of each kind of file, where it bears another name. */
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

const [, , folder = '../shared'] = process.argv;
const corpus = join(folder, 'corpus');
const verbose = Boolean(process.env.VERBOSE);
const codes = new Map<string, number>();
let failures = 0;

console.log(row('file', 'layout', 'sure', 'lines', 'read', 'said', 'events', 'left', 'meetings'));
for (const file of readdirSync(corpus).filter((name) => name.endsWith('.log'))) {
  const text = readFileSync(join(corpus, file), 'utf8');
  const log = meetingLog(LogText.of(text), file);
  const rows = text
    .split('\n')
    .map((line, index) => ({ line, read: index < log.text.lineCount ? log.text.read(index) : undefined }));
  const filled = rows.filter(({ line }) => line.trim() !== '');
  const left = filled.filter(({ read }) => read?.kind === 'other');
  const said = filled.filter(({ read }) => read && isSpoken(read));
  const own = file.split('.').at(-2) ?? '';
  const isRight = log.text.layout.name === (named[own] ?? own);
  const badNicks = said.filter(
    ({ read }) =>
      /^[<[(@+]|[>\])]$|\d:\d\d/.test(read?.nick ?? '') && !/^@[^:]+:|^\[?\w+\[\w+\]?$/.test(read?.nick ?? ''),
  );
  if (!isRight) failures++;
  console.log(
    row(
      file.replace(/\.log$/, ''),
      `${isRight ? '' : '✗ '}${log.text.layout.name}`,
      log.text.confidence.toFixed(2),
      filled.length,
      filled.length - left.length,
      said.length,
      log.steps.length,
      left.length,
      `${log.meetings.length}${isMeetingLog(text) ? '' : ' (not taken for one)'}`,
    ),
  );
  for (const problem of problems(log)) {
    codes.set(problem.code, (codes.get(problem.code) ?? 0) + 1);
    if (verbose) console.log(`    ${problem.code}: ${log.text.text(problem.line).slice(0, 140)}`);
  }
  if (verbose) for (const { line } of left) console.log(`    left: ${line.slice(0, 140)}`);
  if (verbose) for (const { line, read } of badNicks) console.log(`    nick ${read?.nick}: ${line.slice(0, 140)}`);
}
console.log(`\nproblems: ${[...codes].map(([code, count]) => `${code} ${count}`).join(', ')}`);
console.log(`${failures} logs in a wrong layout`);
process.exitCode = failures > 0 ? 1 : 0;

function row(file: string, layout: string, ...cells: readonly (string | number)[]): string {
  return [file.slice(0, 60).padEnd(60), layout.padEnd(14), ...cells.map((cell) => String(cell).padStart(6))].join(' ');
}
