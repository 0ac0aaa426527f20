// Finds a desktop VS Code: the one that VSCODE_PATH names, or one that @vscode/test-electron can download.
import { existsSync } from 'node:fs';

/** There is no desktop VS Code here; the message says why. */
export class NoDesktop extends Error {}

/** The path of a desktop VS Code's program. */
export async function desktopVsCode() {
  const named = process.env.VSCODE_PATH;
  if (named && !existsSync(named)) throw new NoDesktop(`VSCODE_PATH names ${named}, which does not exist`);
  if (named) return named;
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY)
    throw new NoDesktop('There is no display for a desktop VS Code');
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  try {
    return await downloadAndUnzipVSCode({ timeout: 15_000 });
  } catch (error) {
    throw new NoDesktop(`VS Code cannot be downloaded (${error.message ?? error})`);
  }
}
