/** An error for the user, with a message and an exit code. */
export class Failure extends Error {
  constructor(
    readonly exitCode: 1 | 2,
    message: string,
  ) {
    super(message);
  }
}

/** A Failure as plain data that can be sent between threads. */
export type FailureFacts = Pick<Failure, 'exitCode' | 'message'>;

/**
 * Runs something that may fail and returns the outcome. Unexpected errors become failures too, so that one bad file does not stop
 * the others.
 */
export function failureOf(run: () => void): FailureFacts | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    return failureFacts(error);
  }
}

/** The failure that reports an error. */
export function failureFacts(error: unknown): FailureFacts {
  return error instanceof Failure
    ? { exitCode: error.exitCode, message: error.message }
    : { exitCode: 2, message: `Meetlog failed: ${error instanceof Error ? error.message : error}` };
}

/**
 * The message for a log without a meeting that is read; `layout` is the one that was chosen, if any; `why` says why the log
 * cannot be read.
 */
export function noMeeting(path: string, layout?: string, why?: string): string {
  if (why !== undefined) return `${path}: ${why}`;
  const reading = layout === undefined ? '' : ` if it is read as “${layout}”`;
  return `${path}: This log has no #startmeeting${reading}. Use --whole-log to treat it as one meeting.`;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EISDIR: 'it is a folder',
  ENOTDIR: 'part of its path is not a folder',
  EACCES: 'permission denied',
  EPERM: 'the system does not permit it',
  EROFS: 'the disk is read-only',
  ENOSPC: 'no space left on the disk',
  EDQUOT: 'the disk quota is used up',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its symbolic links form a loop',
  EBADF: 'it is not open',
  ENXIO: 'nothing is reading from it',
  ERR_STRING_TOO_LONG: 'it is larger than 512 MB',
  ERR_FS_FILE_TOO_LARGE: 'it is larger than 512 MB',
};

/** Why a file cannot be read or written, according to the error that Node throws. */
export function reasonOf(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return reasons[code] ?? message;
}

/** The code of a Node error, such as `ENOENT`; empty for other errors. */
export function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}
