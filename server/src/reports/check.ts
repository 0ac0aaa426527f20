import type { Severity } from '../meeting/problems/problem.js';
import { counted } from './counted.js';
import { type Paint, plain } from './paint.js';
import { printable, printableJson, visible } from './printable.js';
import type { FileReport } from './problemList.js';
import { sarif } from './sarif.js';

/**
 * Formats problems. `uriOf` returns the URI reference of a file path, since only the command line knows the system's paths;
 * `paint` highlights parts in a format for people.
 */
type CheckFormat = (reports: readonly FileReport[], uriOf: (file: string) => string, paint?: Paint) => string;

/** The output formats of `meetlog check`, by name. */
export const checkFormats: Readonly<Record<string, CheckFormat>> = {
  text,
  json: printableJson,
  sarif: (reports, uriOf) => sarif(reports, uriOf),
  github,
};

/** `file:line:column: severity: message [code]`, as compilers print it. */
function text(reports: readonly FileReport[], _uriOf: unknown, paint = plain): string {
  return reports
    .flatMap(({ file, problems }) =>
      problems.map(({ line, column, severity, message, code }) => {
        const place = paint('place', printable(`${file}:${line}:${column}:`));
        return `${place} ${paint(severity, `${severity}:`)} ${printable(message)} ${paint('aside', `[${code}]`)}\n`;
      }),
    )
    .join('');
}

const severities = ['error', 'warning', 'information', 'hint'] as const;

/** A summary such as `3 logs, 4 meetings, 2 errors, 1 warning`. */
export function checkSummary(reports: readonly FileReport[], paint = plain): string {
  const meetings = reports.reduce((sum, report) => sum + report.meetings, 0);
  const problems = severities
    .map((severity) => ({ severity, count: countOf(reports, severity) }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => paint(severity, counted(count, severity, plurals[severity])));
  return [
    counted(reports.length, 'log'),
    counted(meetings, 'meeting'),
    ...(problems.length > 0 ? problems : ['no problems']),
  ].join(', ');
}

/** How many file names are listed. */
const mostNames = 10;

/**
 * Reports files without a meeting: a line for each log that was given itself, and one for all other files in folders, whose paths
 * are `others`.
 */
export function withoutMeeting(reports: readonly FileReport[], others: readonly string[]): string[] {
  const logs = reports
    .filter(({ meetings, problems }) => meetings === 0 && problems.every(({ code }) => !wholeCodes.has(code)))
    .map(({ file }) => `${file}: This log has no #startmeeting.`);
  const more = others.length - mostNames;
  const rest = more > 0 ? [`${counted(more, 'more file')}`] : [];
  const names = [...others.slice(0, mostNames), ...rest].join(', ').replace(/, ([^,]*)$/, ' and $1');
  return [...logs, ...(names ? [`No meeting in ${names}.`] : [])].map(printable);
}

/** The codes of problems of a log as a whole, which make its minutes useless. */
const wholeCodes: ReadonlySet<string> = new Set(['unread-log', 'reversed-log']);

/** A line for each of several logs that cannot be read, so that they are not lost among the problems of others. */
export function unreadLogs(reports: readonly FileReport[]): string[] {
  if (reports.length < 2) return [];
  const all = reports.flatMap(({ file, problems }) => {
    const whole = problems.find(({ code }) => wholeCodes.has(code));
    return whole ? [`${file}: ${whole.message}`] : [];
  });
  const more = all.length - mostNames;
  return [...all.slice(0, mostNames), ...(more > 0 ? [`${counted(more, 'more log')} not read.`] : [])].map(printable);
}

const plurals: Partial<Record<Severity, string>> = { information: 'information' };

/** The number of problems with a severity. */
export function countOf(reports: readonly FileReport[], severity: Severity): number {
  return reports.flatMap(({ problems }) => problems).filter((problem) => problem.severity === severity).length;
}

const githubLevels = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const;

/** GitHub Actions workflow commands, which become annotations of the file. Values are escaped as by GitHub's own toolkit. */
function github(reports: readonly FileReport[]): string {
  const data = (value: string) => visible(value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));
  const property = (value: string) => data(value).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return reports
    .flatMap(({ file, problems }) =>
      problems.map(({ code, severity, line, column, endColumn, message }) => {
        const where = `file=${property(file)},line=${line},col=${column},endColumn=${endColumn}`;
        return `::${githubLevels[severity]} ${where},title=${property(code)}::${data(message)}\n`;
      }),
    )
    .join('');
}
