/** Something that the user has to know of: its message says what, its code is the exit code. */
export class Failure extends Error {
  constructor(
    readonly exitCode: 1 | 2,
    message: string,
  ) {
    super(message);
  }
}

/** What a Failure says, as it goes from thread to thread. */
export type FailureFacts = Pick<Failure, 'exitCode' | 'message'>;

/**
 * Does something that may fail, and returns how it did. An unexpected error is a failure too, so that one bad file stops no
 * other.
 */
export function failureOf(run: () => void): FailureFacts | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    return failureFacts(error);
  }
}

/** What is said of an error. */
export function failureFacts(error: unknown): FailureFacts {
  return error instanceof Failure
    ? { exitCode: error.exitCode, message: error.message }
    : { exitCode: 2, message: `Meetlog fails: ${error instanceof Error ? error.message : error}` };
}

/** What is said of a log without a meeting, which may have been read in a layout that was chosen. */
export function noMeeting(path: string, layout?: string): string {
  const reading = layout === undefined ? '' : ` if it is read as “${layout}”`;
  return `${path}: This log has no #startmeeting${reading}. Use --whole-log to treat it as one meeting.`;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
  EACCES: 'permission denied',
  EPERM: 'the system does not permit it',
  EROFS: 'the disk is read-only',
  ENOSPC: 'no space is left',
  EDQUOT: 'the quota is used up',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its symbolic links lead in a circle',
  EBADF: 'it is not open',
  ENXIO: 'nothing is there to take it',
  ERR_STRING_TOO_LONG: 'it is larger than 512 MB',
  ERR_FS_FILE_TOO_LARGE: 'it is larger than 512 MB',
};

/** Why a file cannot be read or written, by the error that Node throws. */
export function reasonOf(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return reasons[code] ?? message;
}

/** The code of an error of Node's, such as `ENOENT`; nothing for other errors. */
export function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}
