import { decodeBytes, isUtf8, wideEncoding } from '../../log/text/decodeBytes.js';
import { counted } from '../../reports/counted.js';

/** The text of a file. */
export interface Decoded {
  readonly text: string;
  /** How it was read, if that is not how most files are: in words, for users. */
  readonly note?: string;
}

/** The text of a file, as `decodeBytes` reads it. */
export function decoded(bytes: Uint8Array): Decoded {
  const { text, wide, otherLines, nuls } = decodeBytes(bytes);
  const read =
    otherLines === 1 ? '1 line is read as Windows-1252' : `${counted(otherLines, 'line')} are read as Windows-1252`;
  const notes = [
    wide && !wide.isMarked && `It is read as ${wide.title}, though it has no byte-order mark.`,
    otherLines > 0 && `${read}, the rest as UTF-8.`,
    nuls > 0 && `${counted(nuls, 'NUL character')} ${nuls === 1 ? 'is' : 'are'} left out.`,
  ].filter(Boolean);
  return notes.length === 0 ? { text } : { text, note: notes.join(' ') };
}

/** Decodes a text that comes in parts, of which this is the first: UTF-16, UTF-8, or Windows-1252 if it is neither. */
export function decoderFor(first: Buffer): TextDecoder {
  // A character may be cut off at the end.
  let end = first.length;
  while (end > 0 && first.length - end < 4 && (first[end - 1] ?? 0) > 0x7f) end--;
  const name = wideEncoding(first)?.name ?? (isUtf8(first.subarray(0, end)) ? 'utf-8' : 'windows-1252');
  return new TextDecoder(name);
}
