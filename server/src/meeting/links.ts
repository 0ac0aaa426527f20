/** A link as split by MeetBot: the text before the URL, the URL, and the rest. */
export interface Link {
  readonly prefix: string;
  readonly url: string;
  readonly suffix: string;
}

/** The URL schemes that MeetBot knows, lower case only, with their colon. */
export const schemes: readonly string[] = ['http:', 'https:', 'irc:', 'ftp:', 'mailto:', 'ssh:'];
const schemeStart = new RegExp(`(?:${schemes.join('|')})//`, 'g');
const blank = /[ \t\n\r\f\v]/g;

/** Whether MeetBot treats a line as a link without a command: its first `//` is preceded by exactly a scheme. */
export function beginsWithUrl(text: string): boolean {
  const slashes = text.indexOf('//');
  return schemes.includes(slashes < 0 ? text : text.slice(0, slashes));
}

/** Splits the text of a link at its first URL; undefined if there is none. Trailing dots and brackets are not part of the URL. */
export function splitLink(text: string): Link | undefined {
  schemeStart.lastIndex = 0;
  for (let found = schemeStart.exec(text); found; found = schemeStart.exec(text)) {
    const inside = schemeStart.lastIndex;
    const end = withoutTail(text, inside, nextBlank(text, inside));
    if (end > inside) {
      return { prefix: text.slice(0, found.index), url: text.slice(found.index, end), suffix: text.slice(end) };
    }
  }
  return undefined;
}

/** Whether a text begins with a URL with a known scheme: only such texts may become link targets. */
export function isUrl(text: string): boolean {
  return splitLink(text)?.prefix === '';
}

/** What MeetBot makes of a `#link` without a URL: the first word becomes the URL, and the rest gets a space on both sides. */
export function firstWordAsLink(text: string): Link {
  const space = text.indexOf(' ');
  if (space < 0) return { prefix: '', url: text, suffix: ' ' };
  return { prefix: '', url: text.slice(0, space), suffix: ` ${text.slice(space + 1)} ` };
}

function nextBlank(text: string, from: number): number {
  blank.lastIndex = from;
  return blank.exec(text)?.index ?? text.length;
}

function withoutTail(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && (text[end - 1] === '.' || text[end - 1] === ')')) end--;
  return end;
}
