import { actionsReport } from '../reports/actionsReport.js';
import { agendaCsv, agendaMarkdown, agendaText } from '../reports/agendaReport.js';
import { decisionsReport } from '../reports/decisionsReport.js';
import { type LedgerReport, ledgerCsv, ledgerMarkdown, ledgerText } from '../reports/ledgerReport.js';
import { peopleReport } from '../reports/peopleReport.js';
import { printableJson } from '../reports/printable.js';
import { attendanceOf } from '../workspace/attendance.js';
import { chosenActions, chosenDecisions, chosenPeople, type LedgerChoice, logsSince } from '../workspace/choose.js';
import { ledgerOf } from '../workspace/ledger.js';
import { nextAgendaOf } from '../workspace/nextAgenda.js';
import { personsOf } from '../workspace/persons.js';
import { matches, registerOf } from '../workspace/register.js';
import type { LedgerLog } from '../workspace/source.js';
import { fail } from './exits.js';
import { noMeeting } from './failure.js';
import { findLogs } from './files/findLogs.js';
import { ProjectFiles } from './files/projectFiles.js';
import type { ReadOptions } from './files/readFiles.js';
import { tellSearch } from './minutesCommand.js';
import { named, withName } from './progress.js';
import { paintPrinted, printReport, tell, tellFailure } from './terminal.js';
import { everyLog } from './threads/everyLog.js';

/** The options of the commands about many meetings, as the command line gives them. */
export interface LedgerOptions extends ReadOptions, LedgerChoice {
  readonly format: LedgerFormat;
  readonly stdinFilename?: string;
}

/** The formats of these commands. */
export const ledgerFormats = ['text', 'markdown', 'json', 'csv'] as const;
export type LedgerFormat = (typeof ledgerFormats)[number];

/** A command about many meetings: what it prints of some logs. */
export type LedgerCommand<O extends LedgerOptions> = (logs: readonly LedgerLog[], options: O) => string;

/** `meetlog actions`: open actions by person, oldest first. */
export const printActions: LedgerCommand<LedgerOptions & { readonly all?: boolean }> = (logs, options) => {
  const ledger = ledgerOf(logs);
  const actions = chosenActions(ledger, options).filter(({ state }) => options.all || state === 'open');
  return printed(options.format, actions, () => actionsReport(ledger, actions));
};

/** `meetlog decisions`: the register, newest first. */
export const printDecisions: LedgerCommand<LedgerOptions & { readonly search?: string }> = (logs, options) => {
  const { search = '' } = options;
  const decisions = chosenDecisions(registerOf(logs), personsOf(logs), options).filter((one) => matches(one, search));
  return printed(options.format, decisions, () => decisionsReport(decisions));
};

/** `meetlog agenda`: what to paste into the next meeting. */
export const printAgenda: LedgerCommand<LedgerOptions> = (logs, options) => {
  const ledger = ledgerOf(logs);
  const open = chosenActions(ledger, options).filter(({ state }) => state === 'open');
  const agenda = nextAgendaOf(ledger.meetings, open);
  const write = {
    text: agendaText,
    markdown: agendaMarkdown,
    json: printableJson,
    csv: () => agendaCsv(agenda, ledger),
  };
  return write[options.format](agenda);
};

/** `meetlog people`: who was at how many meetings. */
export const printPeople: LedgerCommand<LedgerOptions> = (logs, options) => {
  const attendance = chosenPeople(attendanceOf(logsSince(logs, options.since)), personsOf(logs), options);
  return printed(options.format, attendance, () => peopleReport(attendance));
};

function printed(format: LedgerFormat, data: unknown, report: () => LedgerReport): string {
  if (format === 'json') return printableJson(data);
  if (format === 'csv') return ledgerCsv(report());
  return format === 'markdown' ? ledgerMarkdown(report()) : ledgerText(report(), paintPrinted);
}

/** Runs a command about the meetings of logs, including all logs in folders. */
export async function ledgerCommand<O extends LedgerOptions>(
  command: LedgerCommand<O>,
  paths: readonly string[],
  options: O,
): Promise<void> {
  const { layout, bot, wholeLog, join, stdinFilename } = options;
  const reading = { layout, bot, wholeLog, join } as ReadOptions;
  const searches = findLogs(paths, stdinFilename);
  const others = new Set<string>();
  const logs: LedgerLog[] = [];
  const projects = new ProjectFiles();
  const found = searches.flatMap((one) => one.found);
  for await (const [log, result] of everyLog({ name: 'digest', options: reading }, found)) {
    const { path, real } = log;
    const { digest, warnings = [], failure } = result;
    for (const message of warnings) tellFailure({ message: withName(path, message) });
    if (failure) fail(named(path, failure));
    else if (digest) logs.push({ digest, project: projects.of(log) });
    else others.add(real);
    if (digest && (digest.meetings.length === 0 || digest.unusable !== null))
      fail({ exitCode: 1, message: noMeeting(path, layout, digest.unusable ?? undefined) });
  }
  for (const search of searches) tellSearch(search, { others }, { failed: (about, one) => fail(named(about, one)) });
  for (const fault of await projects.faults()) tell(fault);
  printReport(command(logs, options));
}
