import { isAbsolute, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { version } from '../../../package.json';
import { problemCodes, problemTable } from '../meeting/problems.js';
import type { FileReport } from './check.js';
import { printableJson } from './printable.js';

const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'none' } as const;

/** SARIF 2.1.0, for code scanning. */
export function sarif(reports: readonly FileReport[]): string {
  const rules = problemCodes.map((id) => ({
    id,
    shortDescription: { text: problemTable[id].about },
    defaultConfiguration: { level: levels[problemTable[id].severity] },
  }));
  const results = reports.flatMap(({ file, problems }) =>
    problems.map(({ code, severity, line, column, endColumn, message }) => ({
      ruleId: code,
      level: levels[severity],
      message: { text: messageText(message) },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: artifactUri(file) },
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

/**
 * The path of a file as a URI reference (SARIF 2.1.0, section 3.4.3; RFC 3986): relative, or of the scheme `file` if the path is
 * absolute. Whatever could be read as another part of a URI is percent-encoded.
 */
export function artifactUri(path: string): string {
  const file = path.toWellFormed();
  // Some versions of Node leave brackets and bars in URLs of files.
  if (isAbsolute(file)) return pathToFileURL(file).href.replace(/[^\w\-.~:/@!$&'()*+,;=%]/g, encodeURIComponent);
  const segments = sep === '\\' ? file.split(/[\\/]/) : file.split('/');
  return segments.map(encodeURIComponent).join('/');
}

/** A plain text message (section 3.11): braces, which would be placeholders, are doubled, and nothing in it is a link. */
function messageText(message: string): string {
  return message.replace(/[{}]/g, '$&$&').replaceAll('](', '] (');
}
