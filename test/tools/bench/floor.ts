/**
 * The plain floor: the time a hand-written scanner of MeetBot's layout needs to read a text line by line into typed arrays. It
 * supports no other layouts, meetings or edits.
 */
export interface Scanned {
  readonly lines: number;
  readonly starts: Int32Array;
  readonly times: Int32Array;
  readonly nickEnds: Int32Array;
  /** Which lines begin with `#`. */
  readonly commands: Uint8Array;
}

export function scan(text: string): Scanned {
  let room = 1024;
  let starts = new Int32Array(room);
  let times = new Int32Array(room);
  let nickEnds = new Int32Array(room);
  let commands = new Uint8Array(room);
  let lines = 0;
  const length = text.length;
  for (let at = 0; at < length; ) {
    if (lines === room) {
      room *= 2;
      starts = grown(starts, new Int32Array(room));
      times = grown(times, new Int32Array(room));
      nickEnds = grown(nickEnds, new Int32Array(room));
      commands = grown(commands, new Uint8Array(room));
    }
    starts[lines] = at;
    times[lines] = timeAt(text, at);
    let nickEnd = at + 10;
    while (nickEnd < length && text.charCodeAt(nickEnd) !== 62 && text.charCodeAt(nickEnd) !== 10) nickEnd++;
    nickEnds[lines] = nickEnd;
    commands[lines] = text.charCodeAt(nickEnd + 2) === 35 ? 1 : 0;
    at = nickEnd;
    while (at < length && text.charCodeAt(at) !== 10) at++;
    at++;
    lines++;
  }
  return { lines, starts, times, nickEnds, commands };
}

function timeAt(text: string, at: number): number {
  const two = (from: number) => (text.charCodeAt(from) - 48) * 10 + text.charCodeAt(from + 1) - 48;
  return two(at) * 3600 + two(at + 3) * 60 + two(at + 6);
}

function grown<T extends Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
