import { parseArgs } from 'node:util';

/** How an editor talks to the server. */
export type Transport =
  | { readonly kind: 'stdio' }
  | { readonly kind: 'node-ipc' }
  | { readonly kind: 'socket'; readonly port: number }
  | { readonly kind: 'pipe'; readonly name: string };

/** What the server's arguments ask for, or what is wrong with them. */
export type Wish = Transport | { readonly kind: 'help' } | { readonly kind: 'version' } | Wrong;

interface Wrong {
  readonly kind: 'wrong';
  readonly why: string;
}

export const usage = `Usage: meetlog-language-server <transport>

The language server of Meetlog, to be started by an editor. Transports:

  --stdio          standard input and output
  --socket=<port>  a port on this computer that the editor listens on
  --pipe=<name>    a named pipe or a Unix socket that the editor listens on
  --node-ipc       the IPC channel that Node gives to a process it starts

  --clientProcessId=<id>  exit when that process has exited
  --version               print the version
  --help                  print this help
`;

const transports = ['stdio', 'node-ipc', 'socket', 'pipe'] as const;

/** Parses the server's arguments: a value follows its option after `=` or as the next argument. */
export function parseArguments(args: readonly string[]): Wish {
  try {
    return wishOf(valuesOf(args));
  } catch (error) {
    // Node's second sentence is about files whose names look like options.
    const [why = ''] = (error as Error).message.split(/\.(?:\s|$)/);
    return { kind: 'wrong', why: why.replace(/\p{Cc}/gu, '\uFFFD') };
  }
}

type Values = ReturnType<typeof valuesOf>;

function valuesOf(args: readonly string[]) {
  const [flag, value] = [{ type: 'boolean' }, { type: 'string' }] as const;
  const options = { stdio: flag, 'node-ipc': flag, socket: value, pipe: value, help: flag, version: flag };
  return parseArgs({ args: [...args], options: { ...options, clientProcessId: value } }).values;
}

function wishOf(values: Values): Wish {
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  const [kind, other] = transports.filter((name) => values[name] !== undefined);
  if (!kind) throw new Error('An option for the transport is required, such as --stdio');
  if (other) throw new Error(`--${kind} and --${other} cannot be used together`);
  if (values.clientProcessId !== undefined) numberOf(values.clientProcessId, '--clientProcessId');
  const { socket, pipe } = values;
  if (socket !== undefined) return { kind: 'socket', port: numberOf(socket, '--socket', 65_535) };
  if (pipe === '') throw new Error('--pipe needs a name');
  if (pipe !== undefined) return { kind: 'pipe', name: pipe };
  return kind === 'stdio' ? { kind } : { kind: 'node-ipc' };
}

function numberOf(value: string, option: string, most = Number.MAX_SAFE_INTEGER): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && number > 0 && number <= most) return number;
  throw new Error(`${option} needs a number ${most === 65_535 ? `from 1 to ${most}` : 'greater than 0'}`);
}
