/** Takes a text in parts of any size, one after the other. */
export interface Feed {
  write(chunk: string): void;
  /** No more text follows. */
  end(): void;
}

/** Gives the complete lines of a text that comes in parts, without their line ends; the last one at the end. */
export function byLines(take: (line: string) => void, finish: () => void = () => {}): Feed {
  let rest: string[] = [];
  return {
    write: (chunk) => {
      let from = 0;
      for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', from)) {
        const line = rest.join('') + chunk.slice(from, end);
        rest = [];
        from = end + 1;
        take(line.endsWith('\r') ? line.slice(0, -1) : line);
      }
      if (from < chunk.length) rest.push(chunk.slice(from));
    },
    end: () => {
      if (rest.length > 0) take(rest.join(''));
      rest = [];
      finish();
    },
  };
}

/** A text in parts of about this many characters, none of which is divided. */
export function* partsOf(text: string, length: number): Generator<string> {
  for (let from = 0; from < text.length; ) {
    let end = from + length;
    if (isHigh(text.charCodeAt(end - 1))) end++;
    yield text.slice(from, end);
    from = end;
  }
}

/** Whether a UTF-16 unit is the first half of a character. */
function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}
