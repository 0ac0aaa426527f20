import { version } from '../../../package.json';
import type { Severity } from '../meeting/problems/problem.js';
import { problemCodes, problemTable } from '../meeting/problems/problemTable.js';
import { printableJson } from './printable.js';
import type { FileReport } from './problemList.js';

const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'none' } as const;

/** A kind of problems in SARIF. */
export interface SarifRule {
  readonly id: string;
  readonly about: string;
  readonly severity: Severity;
}

const problemRules: readonly SarifRule[] = problemCodes.map((id) => ({ id, ...problemTable[id] }));

/** SARIF 2.1.0, for code scanning. `uriOf` returns the URI reference of a file path; `known` are all kinds of problems. */
export function sarif(
  reports: readonly FileReport[],
  uriOf: (file: string) => string,
  known: readonly SarifRule[] = problemRules,
): string {
  const rules = known.map(({ id, about, severity }) => ({
    id,
    shortDescription: { text: about },
    defaultConfiguration: { level: levels[severity] },
  }));
  const results = reports.flatMap(({ file, problems }) =>
    problems.map(({ code, severity, line, column, endColumn, message }) => ({
      ruleId: code,
      level: levels[severity],
      message: { text: messageText(message) },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: uriOf(file) },
            region: { startLine: line, startColumn: column, endColumn },
          },
        },
      ],
    })),
  );
  const run = { tool: { driver: { name: 'meetlog', version, rules } }, columnKind: 'utf16CodeUnits', results };
  const schema = 'https://json.schemastore.org/sarif-2.1.0.json';
  return printableJson({ $schema: schema, version: '2.1.0', runs: [run] });
}

/** A plain text message (section 3.11): braces, which would be placeholders, are doubled, and links are escaped. */
function messageText(message: string): string {
  return message.replace(/[{}]/g, '$&$&').replaceAll('](', '] (');
}
