import { FileSystemError, window } from 'vscode';

/** What went wrong, as a sentence that users can do something with. */
export class Reported extends Error {}

/** Runs a command, and shows why it failed: a sentence, never a path or a stack. */
export async function reportFailure(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    console.error(error);
    void window.showErrorMessage(`Meetlog: ${sentenceOf(error).replace(/\.?$/, '.')}`);
  }
}

const reasons: Readonly<Record<string, string>> = {
  FileNotFound: 'There is no such file or folder.',
  FileExists: 'There is a file of that name already.',
  FileIsADirectory: 'There is a folder of that name.',
  FileNotADirectory: 'The folder is a file.',
  NoPermissions: 'You may not write there.',
  Unavailable: 'The folder cannot be reached just now.',
};

/** What an error of a file system means, without its paths. */
export function reasonOf(error: unknown): string {
  return (error instanceof FileSystemError ? reasons[error.code] : undefined) ?? 'The file system refused it.';
}

/** What names a place on a disk or in a program. */
const internal = /\n|(?:^|[\s'"(])(?:[a-z]:\\|\/\w|[a-z-]+:\/)/i;

function sentenceOf(error: unknown): string {
  if (error instanceof FileSystemError) return reasonOf(error);
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof Reported || !internal.test(message)
    ? message
    : 'something went wrong; “Developer: Show Logs…” has the details';
}
