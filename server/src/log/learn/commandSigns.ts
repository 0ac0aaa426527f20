/*
 * Commands show where what is said begins, whatever the bot: no name and no stamp looks like one.
 */

const sign = String.raw`[#!^][a-z]{3,16}(?![\w#-])`;
const commandSign = new RegExp(String.raw`(?<![\p{L}\p{N}_#/.&;])${sign}`, 'iu');
const bareCommand = new RegExp(String.raw`^[ \t]{0,16}${sign}`, 'i');

/** The most that may be before a command, in UTF-16 units. */
const longestHead = 200;

/** A log's first lines, and where in them texts begin. */
export interface Rows {
  readonly rows: readonly string[];
  /** For each row, where its first command begins, in UTF-16 units; -1 if it has none. */
  readonly commands: readonly number[];
}

/** Where the first command of a line begins, in UTF-16 units; -1 if there is none near its start. */
export function commandIn(row: string): number {
  return row.slice(0, longestHead).search(commandSign);
}

/** Whether a row is a command without anything before it. */
export function isBareCommand(row: string): boolean {
  return bareCommand.test(row);
}
