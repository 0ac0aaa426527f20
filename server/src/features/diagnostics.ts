import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { MeetingLog } from '../meeting/meetingLog.js';
import { type Problem, problems, problemTable } from '../meeting/problems.js';
import type { Settings } from '../settings.js';
import { shown } from './describe.js';
import { rangeOf } from './positions.js';

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

/** The problems of a log that are not switched off, in the order of its lines. */
export function diagnostics(log: MeetingLog, uri: string, { severity }: Settings): Diagnostic[] {
  return problems(log).flatMap((problem) => {
    const level = severity[problem.code];
    return level === 'off' ? [] : [diagnostic(problem, severities[level], uri)];
  });
}

function diagnostic(problem: Problem, severity: DiagnosticSeverity, uri: string): Diagnostic {
  const related = problem.related?.map((place) => ({
    location: { uri, range: rangeOf(place) },
    message: shown(place.message),
  }));
  return {
    range: rangeOf(problem),
    severity,
    code: problem.code,
    source: 'meetlog',
    message: shown(problem.message),
    ...(problemTable[problem.code].ignored && { tags: [DiagnosticTag.Unnecessary] }),
    ...(related && related.length > 0 && { relatedInformation: related }),
  };
}
