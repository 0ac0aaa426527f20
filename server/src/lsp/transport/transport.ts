import { connect, type Socket } from 'node:net';
import type { Readable, Writable } from 'node:stream';
import {
  AbstractMessageReader,
  type DataCallback,
  Disposable,
  ErrorCodes,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Transport } from './arguments.js';
import { Framing } from './framing.js';
import { refusal } from './lifecycle.js';

/** The streams that messages are read from and written to. */
interface Ends {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
}

/** Reports errors: `warn` for minor ones, `fail` for those that end the program. */
interface Reports {
  readonly warn: (what: string) => void;
  readonly fail: (why: string) => never;
}

/** Opens the connection to an editor. */
export function open(transport: Transport, reports: Reports): Ends {
  if (transport.kind === 'stdio') return streams(process.stdin, process.stdout, reports);
  if (transport.kind === 'node-ipc') {
    if (!process.send) reports.fail('no IPC channel: --node-ipc works only in a process that Node has forked');
    return { reader: new IPCMessageReader(process), writer: new IPCMessageWriter(process) };
  }
  const socket = transport.kind === 'socket' ? connect(transport.port, '127.0.0.1') : connect(transport.name);
  const reach = ({ message }: Error) => reports.fail(`no editor can be reached: ${message}`);
  socket.once('error', reach);
  socket.once('connect', () => socket.off('error', reach));
  return streams(socket, socket, reports);
}

function streams(input: Readable, output: Writable | Socket, { warn }: Reports): Ends {
  const writer = new StreamMessageWriter(output);
  const refuse = (problem: string) => {
    warn(problem);
    writer.write(refusal(null, ErrorCodes.ParseError, problem)).catch(() => undefined);
  };
  return { reader: new FramedReader(input, refuse), writer };
}

/** Reads messages from a stream. Anything else is refused and skipped. */
class FramedReader extends AbstractMessageReader implements MessageReader {
  readonly #input: Readable;
  readonly #refuse: (problem: string) => void;

  constructor(input: Readable, refuse: (problem: string) => void) {
    super();
    this.#input = input;
    this.#refuse = refuse;
  }

  listen(callback: DataCallback): Disposable {
    const framing = new Framing();
    this.#input.on('data', (chunk: Uint8Array) => {
      for (const frame of framing.take(chunk)) {
        if ('problem' in frame) this.#refuse(frame.problem);
        else this.#pass(frame.message, callback);
      }
    });
    this.#input.on('error', (error) => this.fireError(error));
    for (const end of ['end', 'close']) this.#input.on(end, () => this.fireClose());
    return Disposable.create(() => this.#input.removeAllListeners());
  }

  #pass(message: unknown, callback: DataCallback): void {
    try {
      callback(message as Parameters<DataCallback>[0]);
    } catch (error) {
      this.fireError(error);
    }
  }
}
