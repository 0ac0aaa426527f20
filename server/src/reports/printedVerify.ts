import type { VerifyCode, VerifyReport } from '../workspace/verify/verifyReport.js';
import { checkFormats } from './check.js';
import { counted } from './counted.js';
import { placeOf } from './linePlace.js';
import { type Paint, plain } from './paint.js';
import { printable, printableJson } from './printable.js';
import type { FileReport } from './problemList.js';
import { type SarifRule, sarif } from './sarif.js';

/** What `meetlog verify --format json` prints: what the minutes say and the log does not, and the other way round. */
export interface PrintedVerify {
  /** The path of the minutes, as given by the user. */
  readonly minutes: string;
  /** The meetings that are meant; none if no meeting of the logs fits the minutes. */
  readonly meetings: readonly PrintedMeeting[];
  /** How many statements were checked. */
  readonly checked: number;
  /** How many of them the log confirms. */
  readonly supported: number;
  /** How many statements are prose in which nothing can be checked. */
  readonly notChecked: number;
  readonly findings: readonly PrintedFinding[];
  /** What the minutes leave out as a whole, as sentences. */
  readonly notes: readonly string[];
}

/** A meeting that the minutes were held against. */
export interface PrintedMeeting {
  readonly log: string;
  /**
   * The line on which it begins.
   * @minimum 1
   */
  readonly line: number;
  readonly title: string;
  readonly channel: string | null;
  /**
   * `YYYY-MM-DD`, null if unknown.
   * @pattern ^\d{4}-\d{2}-\d{2}$
   */
  readonly date: string | null;
}

/** A finding. Line and columns are those of the minutes, 1-based; columns count UTF-16 units. */
export interface PrintedFinding {
  readonly code: VerifyCode;
  /** @minimum 1 */
  readonly line: number;
  /** @minimum 1 */
  readonly column: number;
  /**
   * Exclusive.
   * @minimum 1
   */
  readonly endColumn: number;
  readonly message: string;
  /** The line of the log that says something else, or that the minutes lack; null if there is none. */
  readonly source: PrintedSource | null;
}

/** A line of a log. */
export interface PrintedSource {
  readonly log: string;
  /** @minimum 1 */
  readonly line: number;
}

const rules: readonly SarifRule[] = (
  [
    ['unsupported', 'The log does not say this.'],
    ['wrong-person', 'The log names someone else.'],
    ['wrong-count', 'The log has another number.'],
    ['wrong-date', 'The log has another date or time.'],
    ['not-present', 'The log does not show this person.'],
    ['missing', 'The minutes lack an item of the log.'],
  ] as const satisfies readonly (readonly [VerifyCode, string])[]
).map(([id, about]) => ({ id, about, severity: 'error' }));

/** The output formats of `meetlog verify`. */
export const verifyFormats = ['text', 'json', 'sarif', 'github'] as const;
export type VerifyFormat = (typeof verifyFormats)[number];

/** A report about minutes in a format. `uriOf` returns the URI reference of a file path. */
export function verifyText(
  minutes: string,
  report: VerifyReport,
  format: VerifyFormat,
  uriOf: (file: string) => string,
  paint = plain,
): string {
  const printed = printedVerify(minutes, report);
  if (format === 'json') return printableJson(printed);
  const reports = [asProblems(printed)];
  return format === 'sarif' ? sarif(reports, uriOf, rules) : (checkFormats[format]?.(reports, uriOf, paint) ?? '');
}

/** The same as data. */
export function printedVerify(minutes: string, report: VerifyReport): PrintedVerify {
  const { meetings, checked, supported, notChecked, findings, notes } = report;
  return {
    minutes,
    meetings: meetings.map(({ log, line, title, channel, date }) => ({ log, line: line + 1, title, channel, date })),
    checked,
    supported,
    notChecked,
    findings: findings.map(({ code, place, message, source }) => ({
      code,
      line: place.line + 1,
      column: place.start + 1,
      endColumn: place.end + 1,
      message,
      source: source === undefined ? null : { log: source.log, line: source.line + 1 },
    })),
    notes,
  };
}

function asProblems({ minutes, meetings, findings }: PrintedVerify): FileReport {
  const problems = findings.map(({ code, line, column, endColumn, message, source }) => ({
    code,
    severity: 'error' as const,
    line,
    column,
    endColumn,
    message: source === null ? message : `${message} (${placeOf(source)})`,
  }));
  return { file: minutes, meetings: meetings.length, problems };
}

/** What the minutes were held against, what they leave out, and a summary such as `31 statements checked, 2 findings`. */
export function verifySummary(report: VerifyReport, paint: Paint = plain): string[] {
  const { meetings, checked, notChecked, findings, notes } = report;
  const count = counted(findings.length, 'finding');
  const summary = [
    `${counted(checked, 'statement')} checked`,
    ...(notChecked > 0 ? [`${notChecked} not checked`] : []),
    findings.length === 0 ? 'no findings' : paint('error', count),
  ];
  const held = meetings.map(({ title, date, ...at }) => {
    const about = [title, ...(date === null ? [] : [date])].join(', ');
    return `Meeting: ${about} (${placeOf({ ...at, line: at.line + 1 })})`;
  });
  return [...held, ...notes, summary.join(', ')].map((line, index, all) =>
    index === all.length - 1 ? line : printable(line),
  );
}
