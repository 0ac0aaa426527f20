import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { version } from '../../../package.json';
import { isoTime } from '../convert/canonicalStamp.js';
import { converters } from '../convert/converters.js';
import { allLayouts } from '../log/layouts/layouts.js';
import { dialects } from '../meeting/dialects/dialects.js';
import { logBaseFault } from '../minutes/logBase.js';
import { isTimeZone, itemKinds } from '../minutes/select.js';
import { writers } from '../minutes/writers.js';
import { checkFormats } from '../reports/check.js';
import { verifyFormats } from '../reports/printedVerify.js';
import { commandsTable, formatsTable, layoutsTable } from '../reports/tables.js';
import { type CheckOptions, checkCommand } from './checkCommand.js';
import { choice, choices, oneOf, titled } from './choices.js';
import { completionScript, shells } from './completion/completion.js';
import { type ConvertCommandOptions, convertCommand } from './convertCommand.js';
import { attempt, endWith, fail } from './exits.js';
import { helpAfter } from './helpText.js';
import {
  type LedgerCommand,
  type LedgerOptions,
  ledgerCommand,
  ledgerFormats,
  printActions,
  printAgenda,
  printDecisions,
  printPeople,
} from './ledgerCommand.js';
import { mcpCommand } from './mcpCommand.js';
import { minutesCommand } from './minutesCommand.js';
import type { MinutesCommandOptions } from './minutesJob.js';
import { type OutlineOptions, outlineCommand } from './outlineCommand.js';
import { paintPrinted, print, printReport, tell, tellMisuse } from './terminal.js';
import { type VerifyOptions, verifyCommand } from './verifyCommand.js';

/* The command line: its commands and their options. Help and completion are made from them. */

const logsArgument = ['<log...>', 'logs, folders of logs, or - for standard input'] as const;
const stdinOption = new Option('--stdin-filename <name>', 'name for the log on standard input');
const layoutOption = choice(
  '-l, --layout <name>',
  'log layout, one of meetlog layouts (default: detected)',
  allLayouts.map(titled),
);
const botOption = choice('-b, --bot <name>', 'bot whose rules apply (default: detected)', dialects.map(titled));
const wholeLogOption = new Option('--whole-log', 'treat a log without #startmeeting as one meeting');
const joinOption = new Option(
  '--join',
  'join a meeting with the one that was started anew within ten minutes of its end',
);
const channelOption = new Option('-c, --channel <name>', 'channel (default: what the log or its path shows)');
const formatOption = choices(
  '-f, --format <name>',
  'format of the minutes, or several separated by commas (default: markdown)',
  writers.map(({ extension, ...writer }) => ({
    ...titled(writer),
    also: [...titled(writer).also, extension.slice(1)],
  })),
);

const program = new Command('meetlog')
  .description('Minutes, problems and outlines of raw meeting logs.')
  .version(version, '-V, --version', 'show the version')
  .helpOption('-h, --help', 'show help')
  .helpCommand(false)
  .showHelpAfterError('(see meetlog --help)')
  .configureHelp({ styleTitle: (title) => paintPrinted('name', title) })
  // Usage errors repeat arguments. The hint on its own line contains only our own names.
  .configureOutput({
    writeOut: printReport,
    getOutHasColors: () => true,
    writeErr: (text) => text.trimEnd().split('\n').forEach(tell),
    getErrHasColors: () => false,
    outputError: (error) => tellMisuse(error.trimEnd().replace(/\n(\(Did you mean [^\n]*\))$/, ' $1')),
  })
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));

program
  .command('minutes')
  .description('write the minutes of meetings')
  .argument(...logsArgument)
  .addOption(formatOption)
  .option('-o, --output <path>', 'file, folder, or - for standard output (default: beside the log)')
  .option('--force', 'replace files that were edited or that Meetlog did not write, but never a log')
  .option('-m, --meeting <number>', 'only this meeting of the log', number)
  .addOption(
    choices(
      '--only <kind>',
      'only items of this kind, or several kinds separated by commas',
      itemKinds.map((name) => ({ name })),
    ),
  )
  .option('--topic <number>', 'only this topic, by its number in the outline', number)
  .option('--without-bot', 'leave the bot out of the people')
  .option(
    '--log-url <url>',
    'folder where readers find the log: http://…, https://… or a relative path (default: its path from the minutes)',
    logUrl,
  )
  .option('--time-zone <name>', 'time zone for all times, such as Europe/Berlin, if that of the log is known', timeZone)
  .option('--template <file>', 'Liquid template, for the format "template"')
  .option('--index', 'also write index.html with all meetings and action items')
  .addOption(stdinOption)
  .addOption(layoutOption)
  .addOption(botOption)
  .addOption(wholeLogOption)
  .addOption(joinOption)
  .addOption(channelOption)
  .option('--mentions', 'let Markdown notify people and link issues that were mentioned')
  .option(
    '--bug-compatible',
    'repeat the bugs of MeetBot 0.1.4; its HTML is not safe: a <script> in a title stays a script',
  )
  .action((paths: readonly string[], options: MinutesCommandOptions) => {
    return attempt(async () => endWith(await minutesCommand(paths, options)));
  });

program
  .command('check')
  .description('report problems; exit with 1 if there are errors')
  .argument(...logsArgument)
  .addOption(
    choice(
      '-f, --format <name>',
      'format of the report',
      Object.keys(checkFormats).map((name) => ({ name })),
    ).default('text'),
  )
  .option('--max-warnings <number>', 'exit with 1 if there are more warnings than this', number)
  .addOption(stdinOption)
  .addOption(layoutOption)
  .addOption(botOption)
  .action((paths: readonly string[], options: CheckOptions) => attempt(() => checkCommand(paths, options)));

program
  .command('outline')
  .description('print meetings, topics and items')
  .argument(...logsArgument)
  .option('--json', 'as JSON, with people, votes and problems')
  .addOption(stdinOption)
  .addOption(layoutOption)
  .addOption(botOption)
  .addOption(wholeLogOption)
  .addOption(joinOption)
  .addOption(channelOption)
  .action((paths: readonly string[], options: OutlineOptions) => attempt(() => outlineCommand(paths, options)));

ledgerProgram('actions', 'list open action items by person, oldest first', printActions).option(
  '--all',
  'also those that are done',
);
ledgerProgram('decisions', 'list decisions, newest first', printDecisions).option(
  '--search <words>',
  'only those with all of these words',
);
ledgerProgram('agenda', 'write the topic with open action items for the next meeting', printAgenda);
ledgerProgram('people', 'list who was at how many meetings, and quorums', printPeople);

program
  .command('verify')
  .description('check minutes against the log; exit with 1 if there are findings')
  .argument('<minutes>', 'minutes in text, Markdown, HTML or JSON, or - for standard input')
  .argument('<log...>', 'logs and folders of logs, one of which has the meeting')
  .addOption(
    choice(
      '-f, --format <name>',
      'format of the report',
      verifyFormats.map((name) => ({ name })),
    ).default('text'),
  )
  .addOption(layoutOption)
  .addOption(botOption)
  .addOption(joinOption)
  .action((minutes: string, paths: readonly string[], options: VerifyOptions) =>
    attempt(() => verifyCommand(minutes, paths, options)),
  );

program
  .command('convert')
  .description('write the log of a chat export: JSON, CSV, subtitles or a page')
  .argument('<file...>', 'exports that become one log, or - for standard input')
  .option('-o, --output <path>', 'log to write, or - for standard output (default: beside the export)')
  .addOption(choice('--from <name>', 'kind of the export (default: detected)', converters.map(titled)))
  .option(
    '--date <date>',
    'when a recording began, such as 2031-03-14 or "2031-03-14 20:57:00" (default: what the name shows)',
    date,
  )
  .option('--force', 'replace the log if it exists')
  .action((paths: readonly string[], options: ConvertCommandOptions) => attempt(() => convertCommand(paths, options)));

program
  .command('mcp')
  .description('answer the questions of an AI assistant (Model Context Protocol on standard input and output)')
  .argument('<folder...>', 'folders of logs')
  .action((folders: readonly string[]) => attempt(() => mcpCommand(folders)));

for (const [name, about, table] of [
  ['formats', 'list the formats of minutes', formatsTable],
  ['layouts', 'list the layouts of logs', layoutsTable],
  ['commands', 'list the commands of meetings', commandsTable],
] as const) {
  program
    .command(name)
    .description(about)
    .action(() => printReport(table(paintPrinted)));
}

program
  .command('completion')
  .description('print a script that completes commands, options and their values')
  .addArgument(
    new Argument('<shell>', 'the shell').choices(shells).argParser((shell) =>
      oneOf(
        shell,
        shells.map((name) => ({ name })),
      ),
    ),
  )
  .action((shell: string) => print(completionScript(shell, program)));

const named = program.commands.map((command) => ({ name: command.name() }));
program
  .command('help')
  .description('show help for a command')
  .addArgument(
    new Argument('[command]', 'the command')
      .choices(named.map(({ name }) => name))
      .argParser((name) => oneOf(name, named)),
  )
  .action((name?: string) => (program.commands.find((command) => command.name() === name) ?? program).outputHelp());

for (const command of program.commands) {
  command.showHelpAfterError(`(see meetlog ${command.name()} --help)`);
  command.addHelpText('after', () => helpAfter(command.name(), (title) => paintPrinted('name', title)));
}

// In VS Code, Electron runs this file as Node does, which Commander cannot know.
program
  .parseAsync(process.argv, { from: 'node' })
  .catch((error) => fail({ exitCode: 2, message: `Meetlog failed: ${error}` }));

/** A command about many meetings. */
function ledgerProgram<O extends LedgerOptions>(name: string, about: string, command: LedgerCommand<O>): Command {
  return program
    .command(name)
    .description(about)
    .argument(...logsArgument)
    .addOption(
      choice(
        '-f, --format <name>',
        'format of the list',
        ledgerFormats.map((format) => ({ name: format })),
      ).default('text'),
    )
    .option('-p, --person <nick>', 'only what concerns this person')
    .option('--since <date>', 'only what was recorded on this date or later, such as 2031-03-14', day)
    .addOption(stdinOption)
    .addOption(layoutOption)
    .addOption(botOption)
    .addOption(wholeLogOption)
    .addOption(joinOption)
    .action((paths: readonly string[], options: O) => attempt(() => ledgerCommand(command, paths, options)));
}

function day(value: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(value) || Number.isNaN(isoTime(value)))
    throw new InvalidArgumentError('It must be a date, such as 2031-03-14.');
  return value;
}

function logUrl(value: string): string {
  const fault = logBaseFault(value);
  if (fault !== undefined) throw new InvalidArgumentError(fault);
  return value;
}

function timeZone(value: string): string {
  if (!isTimeZone(value)) throw new InvalidArgumentError('It must be the name of a time zone, such as Europe/Berlin.');
  return value;
}

function date(value: string): string {
  if (Number.isNaN(isoTime(value)))
    throw new InvalidArgumentError(
      'It must be a date, or a date and a time, such as 2031-03-14 or "2031-03-14 20:57".',
    );
  return value;
}

function number(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(value);
}
