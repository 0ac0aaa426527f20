import type { Minutes } from './minutes.js';

/** A user's template, for LiquidJS. */
export interface MinutesTemplate {
  /** Its file name. Its extension, or that before `.liquid`, is the extension of the generated file. */
  readonly name: string;
  readonly text: string;
  /** Whether its Markdown may mention people and reference issues; see `WriterOptions`. */
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
 * Runs a template where it can be stopped. Throws a TemplateError if it is wrong or exceeds a limit. If `isUseless` returns true,
 * the run is stopped and its result is undefined.
 */
export type TemplateRunner = (
  template: MinutesTemplate,
  minutes: Minutes,
  isUseless?: () => boolean,
) => Promise<string | undefined>;

/** The file extension, with its dot, of a template's output: `.md` for `minutes.md.liquid`, `.txt` for `minutes.liquid`. */
export function templateExtension(name: string): string {
  return /.(\.[^.]+)$/.exec(name.replace(/\.liquid$/, ''))?.[1] ?? '.txt';
}
