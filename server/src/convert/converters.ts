/**
 * A kind of file that holds a chat, but not one line for each thing said: an export, subtitles or a page. `conversion.ts` has
 * the converters themselves, which need libraries; this table is what everyone else needs of them.
 */
export interface ConverterRow {
  /** The name used on the command line. */
  readonly name: string;
  /** A description for people, in one line. */
  readonly title: string;
  /** Whether a file is of this kind, given its first characters (see `recognisedLength`) without a byte-order mark. */
  readonly recognise: (head: string, fileName: string) => boolean;
  /** Whether it has a line for each thing said, so that it may be readable as it is. */
  readonly hasLines?: boolean;
  /** Whether people are named in a file of their own, `users.json`. */
  readonly hasUsersFile?: boolean;
}

/** How many characters of a file `recognise` needs. */
export const recognisedLength = 65_536;

/** Whether a text begins as a JSON value and names all these keys. A value that is a message may be anywhere in the head. */
function isJson(head: string, open: string, ...keys: readonly string[]): boolean {
  return head.trimStart().startsWith(open) && keys.every((key) => head.includes(`"${key}"`));
}

const slackStamp = /"ts"\s{0,9}:\s{0,9}"\d{9,11}\.\d{1,6}"/;
const captionTimes = /^\s{0,99}(?:\d{1,9}\s{1,9})?\d{1,3}:\d\d:\d\d,\d{3}\s{1,9}-->/;
const youtubeTimes = /^\s{0,99}\d{1,3}:\d\d:\d\d\.\d{3},\d{1,3}:\d\d:\d\d\.\d{3}[^\S\n]{0,9}\r?$/m;
const logSpans = /<span class="(?:tm|cp)">\[?\d\d?:\d\d/;
const logTable = /<table class="irclog">|<tr id="t\d\d?:\d\d/;
const pastedPage =
  /^[^\S\n]{0,9}<@[^\s:<>]{1,255}:[^\s<>]{1,255}>[^\S\n]{0,9}\r?\n[^\S\n]{0,9}\d\d?:\d\d:\d\d[^\S\n]{0,9}\r?\n/;

/** Every kind that Meetlog converts. The first that recognises a file is used. */
export const converters = [
  {
    name: 'slack',
    title: 'Slack: a channel of an export (JSON)',
    recognise: (head) =>
      (isJson(head, '[', 'type', 'ts') || isJson(head, '{', 'messages', 'type', 'ts')) && slackStamp.test(head),
    hasUsersFile: true,
  },
  {
    name: 'discord',
    title: 'Discord: DiscordChatExporter (JSON)',
    recognise: (head) => isJson(head, '{', 'guild', 'channel', 'messages'),
  },
  {
    name: 'discord-csv',
    title: 'Discord: DiscordChatExporter (CSV)',
    recognise: (head) => /^"?AuthorID"?,"?Author"?,"?Date"?,"?Content"?(?:,|\r?\n|$)/.test(head),
  },
  {
    name: 'zulip',
    title: 'Zulip: export_search, or messages from the API (JSON)',
    recognise: (head) =>
      isJson(head, '{', 'zerver_message') ||
      isJson(head, '{', 'messages', 'sender_full_name') ||
      isJson(head, '[', 'sender_full_name', 'content'),
  },
  {
    name: 'element',
    title: 'Matrix: Element’s export, or messages from the API (JSON)',
    recognise: (head) =>
      isJson(head, '{', 'room_name', 'exported_by', 'messages') ||
      ((isJson(head, '{', 'chunk') || isJson(head, '{', 'messages') || isJson(head, '[')) &&
        isJson(head, '', 'origin_server_ts', 'sender', 'content')),
  },
  {
    name: 'webvtt',
    title: 'Teams, Zoom and others: subtitles (WebVTT)',
    recognise: (head) => /^WEBVTT(?:[ \t\r\n]|$)/.test(head),
  },
  {
    name: 'srt',
    title: 'Subtitles (SubRip)',
    recognise: (head) => captionTimes.test(head),
  },
  {
    name: 'sbv',
    title: 'YouTube: subtitles (SBV)',
    recognise: (head) => youtubeTimes.test(head.slice(0, 200)),
  },
  {
    name: 'log-page',
    title: 'MeetBot and its relatives, irclog2html: the log as a page (HTML)',
    recognise: (head) => /^\s{0,99}</.test(head) && (logSpans.test(head) || logTable.test(head)),
  },
  {
    name: 'pasted-page',
    title: 'Fedora’s log page, copied as text',
    recognise: (head) => pastedPage.test(head),
    hasLines: true,
  },
] as const satisfies readonly ConverterRow[];

export type ConverterName = (typeof converters)[number]['name'];

/** The row with this name. */
export function converterNamed(name: string): (ConverterRow & { readonly name: ConverterName }) | undefined {
  return converters.find((row) => row.name === name);
}

/** The kind of a file by its content: by what a text begins with, or undefined if it is none of these. */
export function converterFor(text: string, fileName: string): ConverterName | undefined {
  const head = text.slice(0, recognisedLength).replace(/^\uFEFF/, '');
  return converters.find((row: ConverterRow) => row.recognise(head, fileName))?.name;
}
