/** What the names of a log and its minutes have in common: `club.2031-03-14` of `club.2031-03-14.log.html`. */
function stemOfName(name: string): string {
  return name
    .toLowerCase()
    .replace(/(?:\.(?:log|irclog|weechatlog|meetlog|moin|page|mail|announcement))?\.[a-z]{1,10}$/, '');
}

/** The index of the log whose minutes have a name: the only one with the same stem, or else with the same date; -1 if none. */
export function logOfName(minutes: string, logs: readonly string[]): number {
  const [stem, date] = [stemOfName(minutes), dateIn(minutes)];
  const only = (isMeant: (log: string) => boolean) =>
    logs.filter(isMeant).length === 1 ? logs.findIndex(isMeant) : -1;
  const same = only((log) => stemOfName(log) === stem);
  return same >= 0 || date === undefined ? same : only((log) => dateIn(log) === date);
}

function dateIn(name: string): string | undefined {
  return /(?<!\d)\d{4}-\d\d-\d\d(?!\d)/.exec(name)?.[0];
}
