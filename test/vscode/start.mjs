// Opens VS Code with the extension and an example meeting: a desktop VS Code where there is one, else VS Code's own server
// from npm packages, whose address is printed.
//   VSCODE_PATH=…   the desktop VS Code to use     VSCODE_HOST=npm   use the server from npm packages
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { desktopVsCode, NoDesktop } from './host/desktop.mjs';
import { NoHost, root } from './host/install.mjs';
import { startServer } from './host/server.mjs';

// A copy, so that trying things out does not change the project.
const folder = mkdtempSync(join(tmpdir(), 'meetlog-examples-'));
cpSync(join(root, 'examples'), folder, { recursive: true });
const example = join(folder, 'rooftop-garden.log');

try {
  if (process.env.VSCODE_HOST === 'npm') throw new NoDesktop('VSCODE_HOST is npm');
  const program = await desktopVsCode();
  const args = [`--extensionDevelopmentPath=${root}`, folder, example];
  spawn(program, args, { stdio: 'ignore', detached: true }).unref();
  console.log(`Opening ${program} with the extension.`);
} catch (error) {
  if (!(error instanceof NoDesktop)) throw error;
  console.log(`${error.message}: using the VS Code of npm packages.`);
  await serve();
}

async function serve() {
  try {
    const { url, remote } = await startServer();
    const payload = [
      ['extensionDevelopmentPath', remote(root)],
      ['openFile', remote(example)],
    ];
    console.log(`\nOpen this address in a browser (Ctrl+C ends the server):\n\n  ${url(folder, payload)}\n`);
  } catch (error) {
    if (!(error instanceof NoHost)) throw error;
    console.error(`VS Code cannot be started: ${error.message}.`);
    process.exit(2);
  }
}
