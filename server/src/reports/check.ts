import type { Severity } from '../meeting/problems/problem.js';
import { printable, printableJson, visible } from './printable.js';
import type { FileReport } from './problemList.js';
import { sarif } from './sarif.js';

/** Prints problems. `uriOf` gives the URI reference of a file's path, as only the command line knows its system's paths. */
type CheckFormat = (reports: readonly FileReport[], uriOf: (file: string) => string) => string;

/** How `meetlog check` may print what it found, by the name of the format. */
export const checkFormats: Readonly<Record<string, CheckFormat>> = {
  text,
  json: printableJson,
  sarif,
  github,
};

/** `file:line:column: severity: message [code]`, as compilers print it, and a last line with the counts. */
function text(reports: readonly FileReport[]): string {
  const lines = reports.flatMap(({ file, problems }) =>
    problems.map((at) => printable(`${file}:${at.line}:${at.column}: ${at.severity}: ${at.message} [${at.code}]`)),
  );
  const levels = ['error', 'warning', 'information', 'hint'] as const;
  const counts = levels.map((level) => [level, countOf(reports, level)] as const).filter(([, number]) => number > 0);
  const total = counts.map(
    ([level, number]) => `${number} ${level}${number === 1 || level === 'information' ? '' : 's'}`,
  );
  return `${[...lines, total.join(', ') || 'no problems'].join('\n')}\n`;
}

/** How many problems of a severity there are. */
export function countOf(reports: readonly FileReport[], severity: Severity): number {
  return reports.flatMap(({ problems }) => problems).filter((problem) => problem.severity === severity).length;
}

const githubLevels = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const;

/** Workflow commands of GitHub Actions, which become annotations of the file. Values are escaped as by GitHub's own toolkit. */
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
