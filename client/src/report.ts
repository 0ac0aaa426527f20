import { FileSystemError, window } from 'vscode';

/** An error whose message is a sentence for users. */
export class Reported extends Error {}

/** Runs a command and shows why it failed, as a sentence without paths or stacks. */
export async function reportFailure(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    console.error(error);
    void window.showErrorMessage(`Meetlog: ${sentenceOf(error).replace(/\.?$/, '.')}`);
  }
}

const reasons: Readonly<Record<string, string>> = {
  FileNotFound: 'The file or folder does not exist.',
  FileExists: 'A file with this name already exists.',
  FileIsADirectory: 'A folder with this name already exists.',
  FileNotADirectory: 'Part of the path is not a folder.',
  NoPermissions: 'You do not have permission to write there.',
  Unavailable: 'The folder is currently unavailable.',
};

/** The meaning of a file system error, without paths. */
export function reasonOf(error: unknown): string {
  return (error instanceof FileSystemError ? reasons[error.code] : undefined) ?? 'The file system reported an error.';
}

/** Matches paths, URIs and stacks. */
const internal = /\n|(?:^|[\s'"(])(?:[a-z]:\\|\/\w|[a-z-]+:\/)/i;

function sentenceOf(error: unknown): string {
  if (error instanceof FileSystemError) return reasonOf(error);
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof Reported || !internal.test(message)
    ? message
    : 'something went wrong; “Developer: Show Logs…” has the details';
}
