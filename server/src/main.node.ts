import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { diskFiles } from './diskFiles.js';
import { startServer } from './lsp/server.js';
import { parseArguments, type Transport, usage } from './lsp/transport/arguments.js';
import { Lifecycle } from './lsp/transport/lifecycle.js';
import { open } from './lsp/transport/transport.js';
import { processRunner } from './templates/processRenderer.js';
import { reportUncaught } from './uncaught.js';

const program = 'meetlog-language-server';
reportUncaught(program);
const wish = parseArguments(process.argv.slice(2));
if (wish.kind === 'help') process.stdout.write(usage);
else if (wish.kind === 'version') process.stdout.write(`${version}\n`);
else if (wish.kind === 'wrong') fail(2, `${wish.why}.\n\n${usage.trimEnd()}`);
else serve(wish);

/** Serves an editor until either of them ends. */
function serve(transport: Transport): void {
  const lifecycle = new Lifecycle();
  const { reader, writer } = open(transport, {
    warn: (what) => process.stderr.write(`${program}: ${what}.\n`),
    fail: (why) => fail(1, `${why}.`),
  });
  reader.onClose(() => process.exit(lifecycle.isShutDown ? 0 : 1));
  const connection = createConnection(ProposedFeatures.all, lifecycle.guard(reader, writer), writer);
  startServer(connection, { runTemplate: processRunner(), files: diskFiles, problemPage: problemPage() });
}

/** The URL of the page that explains problems, which is shipped with the server, beside this bundle's folder. */
function problemPage(): string {
  return pathToFileURL(join(__dirname, '../docs/problems.md')).href;
}

function fail(exitCode: 1 | 2, why: string): never {
  process.stderr.write(`${program}: ${why}\n`);
  process.exit(exitCode);
}
