/*
 * Channels in the names of files and folders, as clients and bots name logs, and in addresses of minutes. Names without `#` that
 * no bot gave are not channels.
 */

/** A channel with its `#`, of which it may have several. */
export function withSign(name: string): string {
  return name.startsWith('#') ? name : `#${name}`;
}

/** A date, or the network of the channel, behind a channel in a file name. */
const behindChannel = String.raw`[_ -]{0,3}(?:\d{4}-?\d\d-?\d\d|\d{4}\.\d\d\.\d\d|\(|\[)|[\s.]|@|,|$`;
/** Exported so that it can be checked. */
export const channelOfFile = new RegExp(String.raw`(?:^|[\s._(-])(#{1,3}[^\s.#,@]{1,64}?)(?=${behindChannel})`, 'gu');

/**
 * The channel in a file name: `#tea.log`, `#tea.2031-03-14.log`, `#tea.network.20310314.log`, `network_#tea_20310314.log`,
 * `irc.network.#tea.weechatlog`, `network-#tea.txt`, `2031-03-14 #tea.txt`.
 */
export function namedChannel(fileName: string): string | undefined {
  for (const [, name = ''] of fileName.matchAll(channelOfFile)) if (isChannel(name)) return name;
  return undefined;
}

/** Numbers of tickets are not channels. */
function isChannel(name: string): boolean {
  return /\p{L}/u.test(name);
}

/** As MeetBot names its files: `tea.2031-03-14-18.00.log.txt`, by the channel, or by the meeting's name if it has one. */
export function filedChannel(fileName: string, name: string | undefined): string | undefined {
  const filed = /^([^\s.]{1,64})\.\d{4}-\d\d-\d\d-\d\d\.\d\d(?:\.|$)/.exec(fileName)?.[1];
  return filed === undefined || filed === name ? undefined : withSign(filed);
}

/** As clients name folders for a channel's logs: `#tea`, `network-#tea`, `#tea.chat`. The last one counts. */
export function folderChannel(folder: string): string | undefined {
  const found = folder
    .split(/[/\\]/)
    .map((segment) => /^(?:[^#]{1,64}[_.-])?(#{1,3}[^\s#]*?)(?:\.chat)?$/u.exec(segment)?.[1]);
  return found.findLast((name) => name !== undefined && isChannel(name));
}

/** Folders of minutes that are not named after a channel, or after one whose name they change. */
const commonFolder = /^(?:meet[a-z]*|minutes|logs?|irc(?:logs)?|teams)$|_matrix_|\./i;

/**
 * The channel in the address of a bot's minutes, `…/tea/2031/tea.2031-03-14-18.00.html`: the file is named after the channel, or
 * else after the meeting, whose name this is. The folder is that of the channel.
 */
export function addressedChannel(url: string, name: string | undefined): string | undefined {
  const [, path = '', file] =
    /^https?:\/\/(\S*\/)([^/\s]{1,64}?)(?:\.log)?\.\d{4}-?\d\d-?\d\d[^/\s]{0,64}$/.exec(decoded(url)) ?? [];
  if (file === undefined) return undefined;
  const isName = (one: string) => name !== undefined && one.toLowerCase() === name.toLowerCase();
  if (!isName(file)) return withSign(file);
  const above = path.split('/').findLast((segment) => segment !== '' && !/^\d{4}(?:-\d\d-\d\d)?$/.test(segment));
  return above === undefined || isName(above) || commonFolder.test(above) ? undefined : withSign(above);
}

function decoded(url: string): string {
  return url.replaceAll(/%23/g, '#');
}
