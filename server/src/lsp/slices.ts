import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Steps } from '../log/steps.js';

/** How long, in milliseconds, a long work goes on before the server looks at what else it was sent. */
const slice = 8;

/** A work in small steps that several may wait for: whoever does takes some of the steps, and the last one leaves the result. */
export interface Work<T> {
  readonly steps: Iterator<undefined, T>;
  result?: T;
}

/**
 * Does a work in slices: between two of them, other messages are served. What is soon done is done at once. Undefined where the
 * work has become useless meanwhile. A ResponseError tells of a request that its client has cancelled: the rest of the work is
 * left undone.
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

/** Does a slice of a work; whether it is done then. */
function goOn<T>(work: Work<T>): boolean {
  const end = performance.now() + slice;
  while (work.result === undefined && performance.now() < end) {
    const { done, value } = work.steps.next();
    if (done) work.result = value;
  }
  return work.result !== undefined;
}

function pause(): Promise<void> {
  return new Promise((done) => setTimeout(done, 0));
}
