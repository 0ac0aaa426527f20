import type { Outline, PrintedOutline } from '../reports/outline.js';
import { outlineTree } from '../reports/outlineTree.js';
import { printable, printableJson } from '../reports/printable.js';
import { fail } from './exits.js';
import { noMeeting } from './failure.js';
import { findLogs } from './files/findLogs.js';
import { isFolder } from './files/paths.js';
import { ProjectFiles, withIgnored } from './files/projectFiles.js';
import { tellSearch } from './minutesCommand.js';
import { named, withName } from './progress.js';
import { paintPrinted, printReport, tellFailure } from './terminal.js';
import { everyLog } from './threads/everyLog.js';
import type { OutlineJob } from './threads/tasks.js';

/** The options of `meetlog outline`, as the command line gives them. */
export interface OutlineOptions extends OutlineJob {
  readonly stdinFilename?: string;
}

/** Prints the outlines of logs, including all logs in folders: a tree for each, or JSON. */
export async function outlineCommand(paths: readonly string[], options: OutlineOptions): Promise<void> {
  const { stdinFilename, ...job } = options;
  const searches = findLogs(paths, stdinFilename);
  const isOne = paths.length === 1 && !paths.some(isFolder);
  const others = new Set<string>();
  const outlines: Outline[] = [];
  const print = job.json ? (one: Outline) => void outlines.push(one) : treePrinter(isOne);
  const take = (one: Outline, unusable?: string) => {
    const isUseless = one.meetings.length === 0 || unusable !== undefined;
    if (isUseless) fail({ exitCode: 1, message: noMeeting(one.file, job.layout, unusable) });
    if (job.json || !isUseless) print(one);
  };
  const projects = new ProjectFiles();
  const found = searches.flatMap((one) => one.found.map((log) => (job.json ? withIgnored(log, projects) : log)));
  for await (const [{ path, real }, result] of everyLog({ name: 'outline', options: job }, found)) {
    const { outline, unusable, warnings = [], failure } = result;
    for (const message of warnings) tellFailure({ message: withName(path, message) });
    if (failure) fail(named(path, failure));
    else if (outline) take(outline, unusable);
    else others.add(real);
  }
  for (const search of searches) tellSearch(search, { others }, { failed: (about, one) => fail(named(about, one)) });
  if (job.json) printJson(outlines, isOne);
}

/** Prints trees one after the other; if there are several, each is below the log's name. */
function treePrinter(isOne: boolean): (outline: Outline) => void {
  let before = '';
  return (outline) => {
    const head = isOne ? '' : `${before}${paintPrinted('place', printable(outline.file))}\n`;
    printReport(head + outlineTree(outline, paintPrinted));
    before = '\n';
  };
}

/** Prints the outline of the given log, or a list of outlines. */
function printJson(outlines: readonly Outline[], isOne: boolean): void {
  const [only] = outlines;
  const printed: PrintedOutline | undefined = isOne ? only : outlines;
  if (printed) printReport(printableJson(printed));
}
