import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { MeetingLog } from '../meeting/meetingLog.js';
import { type ProblemList, problemLists } from '../meeting/problems/findProblems.js';
import { type Problem, type ProblemCode, problemTable } from '../meeting/problems/problemTable.js';
import { shown } from './describe.js';
import type { LogSettings } from './logSettings.js';
import { rangeOf } from './positions.js';
import { isReported } from './reported.js';

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

/** The URL that explains a kind of problem, or undefined if there is none. */
export type HelpAddress = (code: ProblemCode) => string | undefined;

/** The problems of a log that are neither switched off nor ignored, list by list; not sorted by line. */
export function diagnostics(
  log: MeetingLog,
  uri: string,
  settings: LogSettings,
  help: HelpAddress = noHelp,
): Diagnostic[] {
  return problemLists(log).flatMap((list) => diagnosticsOf(log, list, { uri, settings, help }));
}

const noHelp: HelpAddress = () => undefined;

/** What diagnostics depend on in addition to the problems. */
interface Shown {
  readonly uri: string;
  readonly settings: LogSettings;
  readonly help: HelpAddress;
}

interface Made extends Shown {
  readonly diagnostics: readonly Diagnostic[];
}

const made = new WeakMap<ProblemList, Made>();

/** The diagnostics of a list of problems, cached. */
function diagnosticsOf(log: MeetingLog, list: ProblemList, shown: Shown): readonly Diagnostic[] {
  const { uri, settings, help } = shown;
  const known = made.get(list);
  if (known?.uri === uri && known.settings === settings && known.help === help) return known.diagnostics;
  const all = list.flatMap((problem) => {
    const level = settings.severity[problem.code];
    if (level === 'off' || !isReported(settings, log, problem)) return [];
    const own = level === problemTable[problem.code].severity ? problem.severity : undefined;
    return [diagnostic(problem, severities[own ?? level], shown)];
  });
  made.set(list, { ...shown, diagnostics: all });
  return all;
}

function diagnostic(problem: Problem, severity: DiagnosticSeverity, { uri, help }: Shown): Diagnostic {
  const href = help(problem.code);
  const related = problem.related?.map((place) => ({
    location: { uri, range: rangeOf(place) },
    message: shown(place.message),
  }));
  return {
    range: rangeOf(problem),
    severity,
    code: problem.code,
    ...(href && { codeDescription: { href } }),
    source: 'meetlog',
    message: shown(problem.message),
    ...(problemTable[problem.code].ignored && { tags: [DiagnosticTag.Unnecessary] }),
    ...(related && related.length > 0 && { relatedInformation: related }),
  };
}
