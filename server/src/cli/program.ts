import { Command, InvalidArgumentError, Option } from 'commander';
import { version } from '../../../package.json';
import { layouts } from '../log/layouts/layouts.js';
import { dialects } from '../meeting/dialects/dialects.js';
import { logBaseFault } from '../minutes/logBase.js';
import { isTimeZone } from '../minutes/select.js';
import { writerNamed, writers } from '../minutes/writers.js';
import { checkFormats, countOf } from '../reports/check.js';
import { outline } from '../reports/outline.js';
import { printable, printableJson } from '../reports/printable.js';
import type { FileReport } from '../reports/problemList.js';
import { commandsTable, formatsTable, layoutsTable, outlineTree } from '../reports/tables.js';
import { Failure, type FailureFacts } from './failure.js';
import { artifactUri } from './files/artifactUri.js';
import { type FoundLog, findLogs } from './files/findLogs.js';
import { type ReadOptions, readLog } from './files/readFiles.js';
import { minutesCommand, tellSearch } from './minutesCommand.js';
import { withName } from './progress.js';
import { print, tell } from './terminal.js';
import { everyLog } from './threads/everyLog.js';
import type { MinutesCommandOptions } from './writeLog.js';

/*
 * The command line. It exits with 0 when all is done, 1 where there are findings (errors, no meeting),
 * 2 on wrong use and where a file cannot be read or written. After a bad file it goes on with the next.
 */

interface CheckOptions extends ReadOptions {
  readonly format: string;
  readonly maxWarnings?: number;
}

interface OutlineOptions extends ReadOptions {
  readonly json?: true;
  readonly channel?: string;
}

const layoutOption = choice(
  '-l, --layout <name>',
  'the layout of the logs, instead of the one that fits them best',
  layouts,
);
const botOption = choice(
  '-b, --bot <name>',
  'the bot by whose rules they are read, instead of the one that was there',
  dialects,
);
const wholeLogOption = new Option('--whole-log', 'take a log in which nobody starts a meeting for one');
const channelOption = new Option('-c, --channel <name>', 'the channel, instead of what the log or its path shows');

const program = new Command('meetlog')
  .description('Reads the raw logs of chat meetings, tells what the bot ignored, and writes the minutes again.')
  .version(version)
  .showHelpAfterError('(meetlog --help tells how)')
  // Errors of use repeat arguments. The hint, which has a line of its own, is made of our names alone.
  .configureOutput({
    writeOut: print,
    writeErr: (text) => text.trimEnd().split('\n').forEach(tell),
    outputError: (error, write) =>
      write(`${printable(error.trimEnd().replace(/\n(\(Did you mean [^\n]*\))$/, ' $1'))}\n`),
  })
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));

program
  .command('minutes')
  .description('write the minutes of the meetings in logs')
  .argument('<log...>', 'the logs, or folders of logs')
  .option('-f, --format <name>', `a format, or more: ${names(writers)} (default: "markdown")`, formats)
  .option('-o, --output <path>', 'a file, a folder, or - for standard output (default: beside the log)')
  .option('--force', 'replace files that were edited, or that Meetlog did not write; never one of the logs')
  .option('-m, --meeting <number>', 'only the meeting of that number in the log', number)
  .addOption(new Option('--only <kind>', 'only items of a kind').choices(['decisions', 'actions']))
  .option('--topic <number>', 'only the topic of that number', number)
  .option('--without-bot', 'leave the bot out of the people')
  .option('--log-url <url>', 'the folder in which readers find the log: http://…, https://… or a relative path', logUrl)
  .option('--time-zone <name>', 'show times in that zone, such as Europe/Berlin, if that of the log is known', timeZone)
  .option('--template <file>', 'a Liquid template, which makes the format "template"')
  .option('--index', 'write index.html, with all meetings and all action items')
  .addOption(layoutOption)
  .addOption(botOption)
  .addOption(wholeLogOption)
  .addOption(channelOption)
  .option('--mentions', 'let Markdown ping the people and refer to the issues that were named')
  .option(
    '--bug-compatible',
    'repeat what MeetBot 0.1.4 does wrong; HTML is then not safe: a <script> in a title stays one',
  )
  .action((paths: readonly string[], options: MinutesCommandOptions) => {
    return attempt(async () => endWith(await minutesCommand(paths, options)));
  });

program
  .command('check')
  .description('tell the problems of logs; exits with 1 where there are errors')
  .argument('<log...>', 'the logs, or folders of logs')
  .addOption(new Option('-f, --format <name>', 'how to print them').choices(Object.keys(checkFormats)).default('text'))
  .option('--max-warnings <number>', 'exit with 1 where there are more warnings', number)
  .addOption(layoutOption)
  .addOption(botOption)
  .action(check);

program
  .command('outline')
  .description('print the meetings, topics and items of a log')
  .argument('<log>', 'the log')
  .option('--json', 'as JSON, with all that is known and the problems')
  .addOption(layoutOption)
  .addOption(botOption)
  .addOption(wholeLogOption)
  .addOption(channelOption)
  .action((file: string, { json, channel, ...reading }: OutlineOptions) => {
    return attempt(() => {
      const found = outline(readLog(file, reading), file, channel);
      print(json ? printableJson(found) : outlineTree(found));
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

program.parseAsync().catch((error) => fail({ exitCode: 2, message: `Meetlog fails: ${error}` }));

async function check(paths: readonly string[], { format, maxWarnings, ...options }: CheckOptions): Promise<void> {
  const searches = findLogs(paths);
  const { reports, others } = await checkAll(
    searches.flatMap(({ found }) => found),
    options,
  );
  const failed = (about: string, failure: FailureFacts) => fail(named(about, failure));
  for (const search of searches) tellSearch(search, { others }, { failed });
  // “No problems” is said of logs only.
  if (format !== 'text' || reports.length > 0) print(checkFormats[format]?.(reports, artifactUri) ?? '');
  const warnings = countOf(reports, 'warning');
  if (countOf(reports, 'error') > 0) endWith(1);
  if (warnings > (maxWarnings ?? Number.POSITIVE_INFINITY)) {
    fail({ exitCode: 1, message: `there are ${warnings} warnings, more than ${maxWarnings}.` });
  }
}

async function checkAll(
  logs: readonly FoundLog[],
  options: ReadOptions,
): Promise<{ readonly reports: FileReport[]; readonly others: Set<string> }> {
  const reports: FileReport[] = [];
  const others = new Set<string>();
  for await (const [{ path: file, real }, { problems, failure }] of everyLog({ name: 'check', options }, logs)) {
    if (failure) fail(named(file, failure));
    else if (problems) reports.push({ file, problems });
    else others.add(real);
  }
  return { reports, others };
}

function named(about: string, failure: FailureFacts): FailureFacts {
  return { ...failure, message: withName(about, failure.message) };
}

/** Does something that may fail. */
async function attempt(run: () => void | Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    fail(error);
  }
}

/** Tells of a failure, which becomes the exit code. */
function fail({ exitCode, message }: FailureFacts): void {
  tell(`meetlog: ${message}`);
  endWith(exitCode);
}

/** Ends with a code once all is done, unless a worse one is set already. */
function endWith(code: number): void {
  process.exitCode = Math.max(code, Number(process.exitCode ?? 0));
}

function choice(flags: string, about: string, from: readonly { readonly name: string }[]): Option {
  return new Option(flags, about).choices(from.map(({ name }) => name));
}

function names(from: readonly { readonly name: string }[]): string {
  return from.map(({ name }) => name).join(', ');
}

/** Collects the formats of all `--format` options, each of which may name several between commas. */
function formats(value: string, known: readonly string[] = []): readonly string[] {
  const named = value.split(',');
  const wrong = named.find((name) => !writerNamed(name));
  if (wrong !== undefined) throw new InvalidArgumentError(`There is no format ${wrong}, but ${names(writers)}.`);
  return [...known, ...named];
}

function logUrl(value: string): string {
  const fault = logBaseFault(value);
  if (fault !== undefined) throw new InvalidArgumentError(fault);
  return value;
}

function timeZone(value: string): string {
  if (!isTimeZone(value)) throw new InvalidArgumentError('It must be the name of a time zone, as Europe/Berlin.');
  return value;
}

function number(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(value);
}
