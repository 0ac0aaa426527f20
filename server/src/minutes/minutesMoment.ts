/** A 1-based line of the log and its time `HH:MM:SS`, null if the log has none. */
export interface Moment {
  /**
   * The line of the log, 1-based.
   * @minimum 1
   */
  readonly line: number;
  /**
   * `HH:MM:SS`, null if the log has none.
   * @pattern ^\d{2}:\d{2}:\d{2}$
   */
  readonly time: string | null;
}
