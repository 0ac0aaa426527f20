import { isUtf8 } from 'node:buffer';
import { counted } from '../../reports/counted.js';

/** The text of a file. */
export interface Decoded {
  readonly text: string;
  /** How it was read, if that is not how most files are: in words, for users. */
  readonly note?: string;
}

/**
 * The text of a file: UTF-8, or UTF-16 with a byte-order mark or without. Programs that write what they receive mix encodings, so
 * each line that is not UTF-8 is read as Windows-1252, which includes Latin-1; runs of NUL, which crashes leave, are left out.
 */
export function decoded(bytes: Buffer): Decoded {
  const wide = wideEncoding(bytes);
  if (!wide && isUtf8(bytes)) return withoutNul(utf8.decode(bytes));
  if (!wide) return byLines(bytes);
  const text = new TextDecoder(wide.name).decode(bytes);
  return wide.isMarked ? { text } : { text, note: `It is read as ${wide.title}, though it has no byte-order mark.` };
}

const utf8 = new TextDecoder('utf-8');
const windows = new TextDecoder('windows-1252');
/** Only the mark at the start of a file is no text. */
const utf8Line = new TextDecoder('utf-8', { ignoreBOM: true });

interface WideEncoding {
  readonly name: 'utf-16le' | 'utf-16be';
  readonly title: string;
  readonly isMarked: boolean;
}

/** Decodes a text that comes in parts, of which this is the first: UTF-16, UTF-8, or Windows-1252 if it is neither. */
export function decoderFor(first: Buffer): TextDecoder {
  // A character may be cut off at the end.
  let end = first.length;
  while (end > 0 && first.length - end < 4 && (first[end - 1] ?? 0) > 0x7f) end--;
  const name = wideEncoding(first)?.name ?? (isUtf8(first.subarray(0, end)) ? 'utf-8' : 'windows-1252');
  return new TextDecoder(name);
}

/** How many bytes show whether a file without a mark is UTF-16. */
const shownBytes = 4096;

/** UTF-16, if the file begins with its mark, or if nearly every second byte at its start is 0. */
function wideEncoding(bytes: Buffer): WideEncoding | undefined {
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

/** Decodes each line by itself. */
function byLines(bytes: Buffer): Decoded {
  const lines: string[] = [];
  let others = 0;
  for (let start = 0; start < bytes.length; ) {
    const end = endOfLine(bytes, start);
    const line = bytes.subarray(start, end);
    const text = (start === 0 ? utf8 : utf8Line).decode(line);
    const isOther = !isUtf8(line) && !isMostlyUtf8(text);
    if (isOther) others++;
    lines.push(isOther ? windows.decode(line) : text);
    start = end;
  }
  const { text, note } = withoutNul(lines.join(''));
  const read = others === 1 ? '1 line is read as Windows-1252' : `${counted(others, 'line')} are read as Windows-1252`;
  const notes = [...(others > 0 ? [`${read}, the rest as UTF-8.`] : []), ...(note === undefined ? [] : [note])];
  return notes.length === 0 ? { text } : { text, note: notes.join(' ') };
}

function endOfLine(bytes: Buffer, start: number): number {
  const lineFeed = bytes.indexOf(10, start);
  return lineFeed < 0 ? bytes.length : lineFeed + 1;
}

/** Whether a line is UTF-8 in which some bytes are missing: IRC cuts long messages anywhere. */
function isMostlyUtf8(text: string): boolean {
  let [valid, invalid] = [0, 0];
  for (const character of text) {
    if (character === '\uFFFD') invalid++;
    else if (character > '\u007f') valid++;
  }
  return valid > invalid;
}

function withoutNul(text: string): Decoded {
  if (!text.includes('\0')) return { text };
  const bare = text.replaceAll('\0', '');
  const count = text.length - bare.length;
  return { text: bare, note: `${counted(count, 'NUL character')} ${count === 1 ? 'is' : 'are'} left out.` };
}
