/*
 * What text some bytes are, in any host: UTF-8, or UTF-16 with a byte-order mark or without. Programs that write what they receive
 * mix encodings, so each line that is not UTF-8 is read as Windows-1252, which includes Latin-1. Runs of NUL, which crashes leave,
 * are left out.
 */

/** The text of a file, and what was unusual about its bytes. */
export interface DecodedBytes {
  readonly text: string;
  /** The encoding, if it is UTF-16. */
  readonly wide?: WideEncoding;
  /** How many lines are not UTF-8. */
  readonly otherLines: number;
  /** How many NULs are left out. */
  readonly nuls: number;
}

export interface WideEncoding {
  readonly name: 'utf-16le' | 'utf-16be';
  readonly title: string;
  /** Whether a byte-order mark says so. */
  readonly isMarked: boolean;
}

const utf8 = new TextDecoder('utf-8');
const strict = new TextDecoder('utf-8', { fatal: true });
const windows = new TextDecoder('windows-1252');
/** Only the mark at the start of a file is no text. */
const utf8Line = new TextDecoder('utf-8', { ignoreBOM: true });
/** Decoders write it for what they cannot read; texts may contain it, too. */
const replacement = '\uFFFD';
const lineFeed = 10;

/** Decodes the bytes of a whole file, or of its beginning. */
export function decodeBytes(bytes: Uint8Array): DecodedBytes {
  const wide = wideEncoding(bytes);
  if (wide) return { text: new TextDecoder(wide.name).decode(bytes), wide, otherLines: 0, nuls: 0 };
  const text = utf8.decode(bytes);
  return !text.includes(replacement) || isUtf8(bytes) ? withoutNul(text, 0) : byLines(bytes);
}

/** Whether bytes are valid UTF-8. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    strict.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** How many bytes show whether a file without a mark is UTF-16. */
const shownBytes = 4096;

/** UTF-16, if the file begins with its mark, or if nearly every second byte at its start is 0. */
export function wideEncoding(bytes: Uint8Array): WideEncoding | undefined {
  const [first, second] = bytes;
  const little = { name: 'utf-16le', title: 'UTF-16 LE' } as const;
  const big = { name: 'utf-16be', title: 'UTF-16 BE' } as const;
  if (first === 0xff && second === 0xfe) return { ...little, isMarked: true };
  if (first === 0xfe && second === 0xff) return { ...big, isMarked: true };
  const zeros = [0, 0] as [number, number];
  let pairs = 0;
  for (let at = 0; at + 1 < Math.min(bytes.length, shownBytes); at += 2) {
    const [high, low] = [bytes[at] === 0, bytes[at + 1] === 0];
    if (high && low) continue;
    pairs++;
    if (high) zeros[0]++;
    if (low) zeros[1]++;
  }
  const isWide = (most: number, least: number) => pairs > 1 && most >= pairs * 0.6 && least <= pairs * 0.05;
  if (isWide(zeros[1], zeros[0])) return { ...little, isMarked: false };
  return isWide(zeros[0], zeros[1]) ? { ...big, isMarked: false } : undefined;
}

/** Control characters that no chat program writes: not those of IRC, of terminals and of line ends. */
const foreign = new Set([5, 6, 14, 16, 19, 20, 21, 23, 24, 25, 26, 28]);
/** The share of these in any compressed or binary data is larger. */
const mostForeign = 0.01;
/** Crashes leave many NULs in a row, programs write few. */
const longRun = 16;

/** Whether the beginning of a file is not text at all, but the data of some program. */
export function isBinary(head: Uint8Array): boolean {
  if (wideEncoding(head)) return false;
  let [nuls, strange, all] = [0, 0, 0];
  for (const byte of head) {
    if (byte === 0) {
      nuls++;
      continue;
    }
    if (nuls < longRun) strange += nuls;
    nuls = 0;
    all++;
    if (foreign.has(byte)) strange++;
  }
  return strange > all * mostForeign;
}

/** Decodes each line by itself. */
function byLines(bytes: Uint8Array): DecodedBytes {
  const lines: string[] = [];
  let others = 0;
  for (let start = 0; start < bytes.length; ) {
    const end = endOfLine(bytes, start);
    const line = bytes.subarray(start, end);
    const text = (start === 0 ? utf8 : utf8Line).decode(line);
    const isOther = text.includes(replacement) && !isMostlyUtf8(text) && !isUtf8(line);
    if (isOther) others++;
    lines.push(isOther ? windows.decode(line) : text);
    start = end;
  }
  return withoutNul(lines.join(''), others);
}

function endOfLine(bytes: Uint8Array, start: number): number {
  const end = bytes.indexOf(lineFeed, start);
  return end < 0 ? bytes.length : end + 1;
}

/** Whether a line is UTF-8 in which some bytes are missing: IRC cuts long messages anywhere. */
function isMostlyUtf8(text: string): boolean {
  let [valid, invalid] = [0, 0];
  for (const character of text) {
    if (character === replacement) invalid++;
    else if (character > '\u007f') valid++;
  }
  return valid > invalid;
}

function withoutNul(text: string, otherLines: number): DecodedBytes {
  const bare = text.replaceAll('\0', '');
  return { text: bare, otherLines, nuls: text.length - bare.length };
}
