import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Steps } from '../log/steps.js';

/** How long, in milliseconds, long work runs before the server handles other messages. */
const slice = 8;

/** Work in small steps that several requests may wait for: each runs some of the steps, and the last step leaves the result. */
export interface Work<T> {
  readonly steps: Iterator<undefined, T>;
  result?: T;
}

/**
 * Runs the steps of some work, 8 ms at a time: in between, other messages are served. Shorter work is done at once. Returns
 * undefined if the result is no longer wanted; throws a ResponseError if the client has cancelled the request.
 */
export async function inSlices<T>(
  work: Work<T>,
  isUseless: () => boolean,
  token?: CancellationToken,
): Promise<T | undefined> {
  while (!goOn(work)) {
    await pause();
    refuseCancelled(token);
    if (isUseless()) return undefined;
  }
  return work.result;
}

/** Whether an answer is made in steps. */
export function isSteps<T>(answer: T | Steps<T>): answer is Steps<T> {
  return typeof answer === 'object' && answer !== null && 'next' in answer;
}

/** Throws a ResponseError if the client has cancelled the request of that token. */
export function refuseCancelled(token?: CancellationToken): void {
  if (token?.isCancellationRequested) {
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The client has cancelled the request.');
  }
}

/** Does a slice of some work; returns whether it is done. */
function goOn<T>(work: Work<T>): boolean {
  const end = performance.now() + slice;
  while (work.result === undefined && performance.now() < end) {
    const { done, value } = work.steps.next();
    if (done) work.result = value;
  }
  return work.result !== undefined;
}

/** Lets the server handle other messages. */
export function pause(): Promise<void> {
  return new Promise((done) => setTimeout(done, 0));
}
