import type { Minutes } from './minutes.js';

/** A template of a user's own, for LiquidJS. */
export interface MinutesTemplate {
  /** The name of its file. Its ending, or what comes before `.liquid`, is the ending of the file that it makes. */
  readonly name: string;
  readonly text: string;
  /** Whether what it makes of Markdown may ping and refer; see `WriterOptions`. */
  readonly mentions?: boolean;
}

/** The template cannot be used; the message says why and where. */
export class TemplateError extends Error {
  constructor(
    { name }: Pick<MinutesTemplate, 'name'>,
    readonly why: string,
  ) {
    super(`${name}: ${why}`);
  }
}

/** Why a template was stopped. */
export const tookTooLong = (seconds: number) => `it took more than ${seconds} second${seconds === 1 ? '' : 's'}.`;
export const tookTooMuch = 'it took more memory than a template may.';

/**
 * Runs a template where it can be stopped. A TemplateError says what is wrong with it, or that it took too much of something.
 * Once `isUseless` says so, the run is stopped and its result is undefined.
 */
export type TemplateRunner = (
  template: MinutesTemplate,
  minutes: Minutes,
  isUseless?: () => boolean,
) => Promise<string | undefined>;

/** The file ending, with its dot, of what a template makes: `.md` for `minutes.md.liquid`, `.txt` for `minutes.liquid`. */
export function templateExtension(name: string): string {
  return /.(\.[^.]+)$/.exec(name.replace(/\.liquid$/, ''))?.[1] ?? '.txt';
}
