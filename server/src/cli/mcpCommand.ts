import { isatty } from 'node:tty';
import { version } from '../../../package.json';
import { Failure } from './failure.js';
import { isFolder, realPath } from './files/paths.js';
import { LogLibrary } from './mcp/logLibrary.js';
import { tell } from './terminal.js';

/** `meetlog mcp`: answers the questions of an assistant about the logs in folders. */
export async function mcpCommand(folders: readonly string[]): Promise<void> {
  for (const folder of folders)
    if (realPath(folder) === undefined || !isFolder(folder)) throw new Failure(2, `${folder} is not a folder.`);
  // The SDK is large, and no other command needs it.
  const { serveMcp } = await import('./mcp/mcp.js');
  await serveMcp({ library: new LogLibrary(folders), version, tell });
  if (isatty(0)) tell('meetlog mcp waits for an assistant on standard input. Press Ctrl+C to end it.');
}
