/*
 * Commands show where what is said begins, whatever the bot: no name and no stamp looks like one.
 */

const sign = String.raw`[#!^][a-z]{3,16}(?![\w#-])`;
const commandSign = new RegExp(String.raw`(?<![\p{L}\p{N}_#/.&;])${sign}`, 'giu');
const bareCommand = new RegExp(String.raw`^[ \t]{0,16}${sign}`, 'i');

/** The most that may be before a command, in UTF-16 units. */
const longestHead = 200;
const mostCommands = 3;

/** A log's first lines, and where in them texts begin. */
export interface Rows {
  readonly rows: readonly string[];
  /** For each row, where commands may begin, in UTF-16 units: channels look like commands too. */
  readonly commands: readonly (readonly number[])[];
}

/** Where commands may begin near the start of a line, in UTF-16 units. */
export function commandsIn(row: string): readonly number[] {
  return [...row.slice(0, longestHead).matchAll(commandSign)].slice(0, mostCommands).map(({ index }) => index);
}

/** Whether a row is a command without anything before it. */
export function isBareCommand(row: string): boolean {
  return bareCommand.test(row);
}
