// Finds a desktop VS Code: VSCODE_PATH, one that @vscode/test-electron can download, or an installed one.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

// The program itself, not the `code` script that starts it.
const places = [
  '/usr/share/code/code',
  '/opt/visual-studio-code/code',
  '/Applications/Visual Studio Code.app/Contents/MacOS/Electron',
  join(process.env.LOCALAPPDATA ?? '', 'Programs/Microsoft VS Code/Code.exe'),
  join(process.env.PROGRAMFILES ?? '', 'Microsoft VS Code/Code.exe'),
];

/** There is no desktop VS Code here; the message says why. */
export class NoDesktop extends Error {}

/** The path of a desktop VS Code's program. */
export async function desktopVsCode() {
  const named = process.env.VSCODE_PATH;
  if (named && !existsSync(named)) throw new NoDesktop(`VSCODE_PATH names ${named}, which does not exist`);
  if (named) return named;
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) {
    throw new NoDesktop('There is no display for a desktop VS Code');
  }
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  try {
    return await downloadAndUnzipVSCode({ timeout: 15_000 });
  } catch (error) {
    const installed = places.find((place) => existsSync(place));
    if (installed) return installed;
    throw new NoDesktop(`VS Code cannot be downloaded (${error.message ?? error})`);
  }
}
