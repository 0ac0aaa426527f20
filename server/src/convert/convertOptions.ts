/** How a file is converted. */
export interface ConvertOptions {
  /**
   * When a recording began, or the date of a page, `YYYY-MM-DD` or `YYYY-MM-DD HH:MM:SS` in UTC, if its name does not say so.
   */
  readonly start?: string;
  /** The names of people, by their ids in the export: of Slack's `users.json`. */
  readonly users?: ReadonlyMap<string, string>;
}
