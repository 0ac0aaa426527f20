import {
  behind,
  blanks,
  bullet,
  close,
  closeBracket,
  colon,
  dot,
  hyphen,
  isAt,
  isDigit,
  isIn,
  open,
  openBracket,
  pair,
  pairBehind,
  perhaps,
  space,
  tab,
} from './characters.js';

/*
 * The parts at the start of most lines are scanned by hand, several times faster than with a regular expression. The pattern of a
 * part is authoritative: its scanner only finds the same end faster, and a test checks each scanner against its pattern.
 */

/** The end of a part that begins at an offset of a text; -1 if it is not there. Does not look beyond `to`. */
export type PartScan = (text: string, at: number, to: number) => number;

/** After `H:MM` or `H:MM:SS`, not followed by digits. */
export function scanClock(text: string, at: number, to: number): number {
  const end = hoursAndMinutes(text, at, to);
  return end < 0 || isDigit(text, end, to) || isAt(text, end, to, colon) ? -1 : end;
}

/** The same with an optional `AM` or `PM`, before a closing bracket. */
export function scanBracketClock(text: string, at: number, to: number): number {
  const end = hoursAndMinutes(text, at, to);
  const half = perhaps(text, end, to, space);
  const isHalf = end >= 0 && isIn(text, half, to, 'AaPp') && isIn(text, half + 1, to, 'Mm');
  const all = isHalf ? half + 2 : end;
  return isAt(text, all, to, closeBracket) ? all : -1;
}

function hoursAndMinutes(text: string, at: number, to: number): number {
  if (!isDigit(text, at, to)) return -1;
  const minutes = pairBehind(text, isDigit(text, at + 1, to) ? at + 2 : at + 1, to, colon);
  const seconds = pairBehind(text, minutes, to, colon);
  return seconds < 0 ? minutes : seconds;
}

/** After an ISO 8601 date and time with any fraction and zone, separated by a space or `T`. */
export function scanIsoTime(text: string, at: number, to: number): number {
  const month = pairBehind(text, pair(text, pair(text, at, to), to), to, hyphen);
  const day = pairBehind(text, month, to, hyphen);
  const hours = pairBehind(text, day, to, isAt(text, day, to, space) ? space : 84);
  const minutes = pairBehind(text, hours, to, colon);
  if (minutes < 0) return -1;
  const seconds = pairBehind(text, minutes, to, colon);
  return zone(text, seconds < 0 ? minutes : fraction(text, seconds, to), to);
}

function fraction(text: string, at: number, to: number): number {
  if (!isAt(text, at, to, dot) || !isDigit(text, at + 1, to)) return at;
  let end = at + 2;
  while (end < at + 10 && isDigit(text, end, to)) end++;
  return end;
}

function zone(text: string, at: number, to: number): number {
  if (isAt(text, at, to, 90)) return at + 1;
  const sign = perhaps(text, at, to, space);
  if (!isIn(text, sign, to, '+-')) return at;
  const minutes = pair(text, perhaps(text, pair(text, sign + 1, to), to, colon), to);
  return minutes < 0 ? at : minutes;
}

export function scanSpace(text: string, at: number, to: number): number {
  return behind(text, at, to, space);
}

/** After one or two spaces. */
export function scanSpaces(text: string, at: number, to: number): number {
  return perhaps(text, behind(text, at, to, space), to, space);
}

/** After at most two spaces. */
export function scanFewSpaces(text: string, at: number, to: number): number {
  return perhaps(text, perhaps(text, at, to, space), to, space);
}

/** After `<`. */
export function scanOpen(text: string, at: number, to: number): number {
  return behind(text, at, to, open);
}

/** After `<` and any channel prefixes. */
export function scanOpenPrefixed(text: string, at: number, to: number): number {
  if (!isAt(text, at, to, open)) return -1;
  let end = at + 1;
  const most = Math.min(to, end + 8);
  while (end < most && isPrefix(text.charCodeAt(end))) end++;
  return end;
}

/** After everything up to `>`, if that does not begin with a channel prefix. */
export function scanNick(text: string, at: number, to: number): number {
  if (at >= to || isPrefix(text.charCodeAt(at)) || text.charCodeAt(at) === close) return -1;
  let end = at + 1;
  while (end < to && text.charCodeAt(end) !== close) end++;
  return end;
}

/** A channel prefix, `@+%&~!•`, or the space that some clients write instead. */
function isPrefix(code: number): boolean {
  return (
    code === space ||
    code === 64 ||
    code === 43 ||
    code === 37 ||
    code === 38 ||
    code === 126 ||
    code === 33 ||
    code === bullet
  );
}

/** After `>` and an optional space, unless a tab is there. */
export function scanClose(text: string, at: number, to: number): number {
  const end = behind(text, at, to, close);
  return isAt(text, end, to, tab) ? -1 : perhaps(text, end, to, space);
}

/** After `[`, which may be indented. */
export function scanOpenBracket(text: string, at: number, to: number): number {
  return behind(text, blanks(text, at, to, 16), to, openBracket);
}

/** After `]` and a few spaces. */
export function scanCloseBracket(text: string, at: number, to: number): number {
  return blanks(text, behind(text, at, to, closeBracket), to, 4);
}
