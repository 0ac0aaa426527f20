/*
 * Splits a stream of bytes into messages according to the base protocol of LSP: each has a header with the length of its body.
 * After a broken header, or one with a wrong length, everything is skipped up to the next header. Searching for that is safe:
 * strings in JSON cannot contain line breaks, so no body contains `Content-Length: 5` followed by a line break.
 */

/** A parsed message, or why there is none. */
export type Frame = { readonly message: unknown } | { readonly problem: string };

/** The most bytes of a message, since longer text does not fit in a string, and of a header. */
const most = { body: 2 ** 29, header: 8192 };

/** What to search for after something broken. */
const anyHeader = /content-length[ \t]*:[ \t]*\d{1,16}[ \t]*\r?\n/i;
/** How many characters at the end of a text may be the start of a header. */
const headerStart = 64;
const headerEnd = /\r?\n\r?\n/;
const field = /^([!-9;-~]+)[ \t]*:(.*)$/s;
const otherCharset = /charset=(?!"?utf-?8"?\s*(?:;|$))/i;

/** Bytes as characters, one for each. */
const characters = new TextDecoder('latin1');
const utf8 = new TextDecoder();

/** Takes bytes as they arrive, and yields the messages that are complete. */
export class Framing {
  #bytes = new Bytes();
  /** The header of the next body; undefined until it is complete. */
  #header: Header | undefined;
  /** Whether everything up to the next header is skipped. */
  #skips = false;
  /** The end of the received part of an incomplete body. */
  #tail = '';

  *take(chunk: Uint8Array): Generator<Frame> {
    this.#bytes.push(chunk);
    if (this.#header) yield* this.#lookInto(chunk, this.#header);
    for (let goesOn = true; goesOn; ) goesOn = yield* this.#step();
  }

  /** Consumes the next header or body; returns whether there may be more. */
  *#step(): Generator<Frame, boolean> {
    if (this.#skips && !this.#skip()) return false;
    if (!this.#header) return yield* this.#takeHeader();
    if (this.#bytes.size < this.#header.length) return false;
    yield this.#takeBody(this.#header);
    this.#header = undefined;
    return true;
  }

  *#takeHeader(): Generator<Frame, boolean> {
    this.#bytes.drop(/^[\r\n]*/.exec(this.#bytes.start(most.header))?.[0].length ?? 0);
    const start = this.#bytes.start(most.header);
    const end = headerEnd.exec(start);
    if (!end && this.#bytes.size < most.header) return false;
    const header = end ? readHeader(start.slice(0, end.index)) : `a header has more than ${most.header} bytes`;
    if (end && typeof header === 'object') {
      this.#bytes.drop(end.index + end[0].length);
      this.#header = header;
      this.#tail = '';
      yield* this.#lookInto(this.#bytes.all(), header);
    } else {
      // The broken part may end where the next header begins.
      this.#bytes.drop(1);
      this.#skips = true;
      yield { problem: String(header) };
    }
    return true;
  }

  #takeBody({ length, problem }: Header): Frame {
    const body = this.#bytes.take(length);
    if (problem) return { problem };
    try {
      return { message: JSON.parse(utf8.decode(body)) };
    } catch (error) {
      // If the length was too large, the next header is in this body or begins in it.
      const next = anyHeader.exec(characters.decode(body))?.index ?? Math.max(0, length - headerStart);
      this.#bytes.pushBack(body.subarray(next));
      this.#skips = true;
      return { problem: `a message is not JSON: ${(error as Error).message.slice(0, 200)}` };
    }
  }

  /** Stops waiting for a body if the next message comes before its end. */
  *#lookInto(more: Uint8Array, { length }: Header): Generator<Frame> {
    if (this.#bytes.size >= length) return;
    const text = this.#tail + characters.decode(more);
    this.#tail = text.slice(-headerStart);
    if (!text.includes('\n') || !anyHeader.test(text)) return;
    this.#header = undefined;
    this.#skips = true;
    yield { problem: 'a message is shorter than its header says' };
  }

  /** Drops everything up to the next header; returns whether there is one. */
  #skip(): boolean {
    const next = anyHeader.exec(this.#bytes.start(this.#bytes.size));
    this.#skips = !next;
    this.#bytes.drop(next?.index ?? Math.max(0, this.#bytes.size - headerStart));
    return !this.#skips;
  }
}

/** The length of a body in bytes, and why it cannot be read. */
interface Header {
  readonly length: number;
  readonly problem?: string;
}

/** Parses a header; returns a message for one without a valid length. */
function readHeader(text: string): Header | string {
  const fields = text.split(/\r?\n/).map((line) => field.exec(line));
  const wrong = fields.indexOf(null);
  if (wrong >= 0) return `line ${wrong + 1} of a header has no name and value`;
  const values = (name: string) =>
    fields.flatMap((one) => (one?.[1]?.toLowerCase() === name ? [one[2]?.trim() ?? ''] : []));
  const lengths = values('content-length');
  const length = Number(lengths[0]);
  if (lengths.length !== 1) return `a header has ${lengths.length === 0 ? 'no' : 'more than one'} Content-Length`;
  if (!/^\d+$/.test(lengths[0] ?? '')) return 'a Content-Length is not a number';
  if (length > most.body) return `a message has more than ${most.body} bytes`;
  const isOther = values('content-type').some((type) => otherCharset.test(type));
  return { length, ...(isOther && { problem: 'a message is not in UTF-8' }) };
}

/** Bytes that arrive in pieces. */
class Bytes {
  #pieces: Uint8Array[] = [];
  size = 0;

  push(bytes: Uint8Array): void {
    this.#pieces.push(bytes);
    this.size += bytes.length;
  }

  pushBack(bytes: Uint8Array): void {
    this.#pieces.unshift(bytes);
    this.size += bytes.length;
  }

  /** Up to this many bytes from the start, as characters. */
  start(count: number): string {
    return characters.decode(this.all().subarray(0, count));
  }

  /** Removes and returns this many bytes, which must be there. */
  take(count: number): Uint8Array {
    const whole = this.all();
    this.#pieces = [whole.subarray(count)];
    this.size -= count;
    return whole.subarray(0, count);
  }

  drop(count: number): void {
    this.take(count);
  }

  /** All of them in one piece. */
  all(): Uint8Array {
    if (this.#pieces.length === 1) return this.#pieces[0] as Uint8Array;
    const whole = new Uint8Array(this.size);
    let at = 0;
    for (const piece of this.#pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    this.#pieces = [whole];
    return whole;
  }
}
