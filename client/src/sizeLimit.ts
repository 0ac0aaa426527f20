import type { Uri } from 'vscode';

/** Documents with more characters are not passed to extensions: `_MODEL_SYNC_LIMIT` in VS Code. */
const mostBytes = 50 * 1024 * 1024;

/** Whether VS Code keeps a file of so many bytes from extensions. */
export function isTooLarge(bytes: number): boolean {
  return bytes > mostBytes;
}

/** What to do about such a file, as sentences. */
export function tooLarge({ path }: Pick<Uri, 'path'>): string {
  const name = path.replace(/^.*\//, '');
  return (
    `${name} is larger than 50 MB, and VS Code does not show such files to extensions. ` +
    `On the command line, “meetlog minutes ${name}” reads files of any size. Or split it`
  );
}
