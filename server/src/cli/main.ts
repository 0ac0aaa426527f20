import { dirname, join } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { version } from '../../../package.json';
import { minutesFileName } from '../features/minutes.js';
import { layouts } from '../log/layout.js';
import type { MeetingLog } from '../meeting/meetingLog.js';
import { minutesOf } from '../minutes/fromMeeting.js';
import { type Writer, writerNamed, writers } from '../minutes/writers.js';
import { checkFormats, countOf, type FileReport } from './check.js';
import { Failure, isFolder, readLog, replaceFile } from './files.js';
import { outline, problemList } from './outline.js';
import { commandsTable, formatsTable, layoutsTable, outlineTree } from './tables.js';

/*
 * The command line. It exits with 0 when all is done, 1 where there are findings (errors, no meeting),
 * 2 on wrong use and where a file cannot be read or written. After a bad file it goes on with the next.
 */

interface LogOptions {
  readonly layout?: string;
}

interface MinutesOptions extends LogOptions {
  readonly format: string;
  readonly output?: string;
  readonly meeting?: number;
  readonly channel?: string;
  readonly bugCompatible?: true;
}

interface CheckOptions extends LogOptions {
  readonly format: string;
  readonly maxWarnings?: number;
}

interface OutlineOptions extends LogOptions {
  readonly json?: true;
  readonly channel?: string;
}

const layoutOption = choice(
  '-l, --layout <name>',
  'the layout of the logs, instead of the one that fits them best',
  layouts,
);
const channelOption = new Option('-c, --channel <name>', "the channel, instead of the first part of the log's name");

const program = new Command('meetlog')
  .description('Reads the raw logs of chat meetings, tells what the bot ignored, and writes the minutes again.')
  .version(version)
  .showHelpAfterError('(meetlog --help tells how)')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));

program
  .command('minutes')
  .description('write the minutes of the meetings in a log')
  .argument('<log...>', 'the logs')
  .addOption(choice('-f, --format <name>', 'the format', writers).default(writers[0]?.name))
  .option('-o, --output <path>', 'a file, a folder, or - for standard output (default: beside the log)')
  .option('-m, --meeting <number>', 'only the meeting of that number in the log', number)
  .addOption(layoutOption)
  .addOption(channelOption)
  .option('--bug-compatible', 'repeat what MeetBot 0.1.4 does wrong')
  .action((files: readonly string[], options: MinutesOptions) => {
    for (const file of files) {
      attempt(() => {
        if (files.length > 1) refuseOneFile(options, `${files.length} logs`);
        writeMinutes(file, options);
      });
    }
  });

program
  .command('check')
  .description('tell the problems of logs; exits with 1 where there are errors')
  .argument('<log...>', 'the logs')
  .addOption(new Option('-f, --format <name>', 'how to print them').choices(Object.keys(checkFormats)).default('text'))
  .option('--max-warnings <number>', 'exit with 1 where there are more warnings', number)
  .addOption(layoutOption)
  .action(check);

program
  .command('outline')
  .description('print the meetings, topics and items of a log')
  .argument('<log>', 'the log')
  .option('--json', 'as JSON, with all that is known and the problems')
  .addOption(layoutOption)
  .addOption(channelOption)
  .action((file: string, { json, layout, channel }: OutlineOptions) => {
    attempt(() => {
      const found = outline(readLog(file, layout), file, channel);
      print(json ? `${JSON.stringify(found, null, 2)}\n` : outlineTree(found));
    });
  });

for (const [name, about, table] of [
  ['formats', 'list the formats of minutes', formatsTable],
  ['layouts', 'list the layouts of logs', layoutsTable],
  ['commands', 'list the commands of meetings', commandsTable],
] as const) {
  program
    .command(name)
    .description(about)
    .action(() => print(table()));
}

// A reader that has seen enough closes the pipe, as `head` does.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 2));
program.parse();

function writeMinutes(file: string, options: MinutesOptions): void {
  const { format, output, channel, bugCompatible = false } = options;
  const log = readLog(file, options.layout);
  const writer = writerNamed(format) as Writer;
  const chosen = chosenMeetings(log, file, options.meeting);
  if (chosen.length > 1) refuseOneFile(options, `the ${chosen.length} meetings of ${file}`);
  for (const index of chosen) {
    const meeting = log.meetings[index];
    if (!meeting) continue;
    const text = writer.write(minutesOf(log, meeting, { channel, bugCompatible }), { bugCompatible });
    if (output === '-') {
      print(text.endsWith('\n') ? text : `${text}\n`);
      continue;
    }
    const path = outputPath(file, minutesFileName(log, index, writer), output);
    replaceFile(path, text, file);
    process.stderr.write(`${path}\n`);
  }
}

/** The indices of the meetings to write. */
function chosenMeetings({ meetings }: MeetingLog, file: string, wanted?: number): number[] {
  if (meetings.length === 0) throw new Failure(1, `${file} has no meeting: nobody says #startmeeting in it.`);
  if (wanted === undefined) return [...meetings.keys()];
  if (!meetings[wanted - 1]) throw new Failure(2, `${file} has no meeting ${wanted}, it has ${meetings.length}.`);
  return [wanted - 1];
}

/** Where minutes go: to a file as named, or under their own name into a folder, by default the log's. */
function outputPath(log: string, name: string, output = dirname(log)): string {
  return isFolder(output) ? join(output, name) : output;
}

function refuseOneFile({ output }: MinutesOptions, many: string): void {
  if (output === undefined || output === '-' || isFolder(output)) return;
  throw new Failure(2, `${output} is one file, but there are ${many}: name a folder with --output.`);
}

function check(files: readonly string[], { format, layout, maxWarnings }: CheckOptions): void {
  const reports: FileReport[] = [];
  for (const file of files) attempt(() => reports.push({ file, problems: problemList(readLog(file, layout)) }));
  print(checkFormats[format]?.(reports) ?? '');
  const warnings = countOf(reports, 'warning');
  if (countOf(reports, 'error') > 0) endWith(1);
  if (warnings > (maxWarnings ?? Number.POSITIVE_INFINITY)) {
    attempt(() => {
      throw new Failure(1, `there are ${warnings} warnings, more than ${maxWarnings}.`);
    });
  }
}

/** Does something that may fail: the user is told, and the failure becomes the exit code. */
function attempt(run: () => void): void {
  try {
    run();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    process.stderr.write(`meetlog: ${error.message}\n`);
    endWith(error.exitCode);
  }
}

/** Ends with a code once all is done, unless a worse one is set already. */
function endWith(code: number): void {
  process.exitCode = Math.max(code, Number(process.exitCode ?? 0));
}

function print(text: string): void {
  process.stdout.write(text);
}

function choice(flags: string, about: string, from: readonly { readonly name: string }[]): Option {
  return new Option(flags, about).choices(from.map(({ name }) => name));
}

function number(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(value);
}
