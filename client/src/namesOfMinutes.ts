/** What the names of a log and its minutes have in common: `club.2031-03-14` of `club.2031-03-14.log.html`. */
export function stemOfName(name: string): string {
  return name
    .toLowerCase()
    .replace(/(?:\.(?:log|irclog|weechatlog|meetlog|moin|page|mail|announcement))?\.[a-z]{1,10}$/, '');
}
