/*
 * Measures the cost of starts: of the extension with an open log without a meeting, and of the server until the example meeting
 * has its outline. Each is the median of several processes, in milliseconds.
 */
import childProcess, { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServerProcess } from '../../../client/src/serverProcess.js';
import { documentOf } from '../../helpers/vscode.js';
import { milliseconds, times } from './stats.js';
import { anyVscode, stubVscode } from './stubVscode.js';
import type { Row } from './table.js';

/** Milliseconds. */
interface Start {
  /** To load the extension and activate it, with an ordinary log of a few lines open, and with one of 300,000. */
  readonly ordinary: number;
  readonly largeOrdinary: number;
  /** The same with the example meeting, until it is recognised. */
  readonly meeting: number;
  /** From there to the outline of the example, without the start of an empty Node process. */
  readonly server: number;
  /** From the activation to the first outline: the two above, which follow each other. */
  readonly outline: number;
  /** An empty process of Node. */
  readonly node: number;
}

const example = 'examples/rooftop-garden.log';
const ordinary = 'examples/web-server.log';
const largeLines = 300_000;

/** Measures everything in new processes; they take turns, so that a busy moment of the machine affects all equally. */
async function measureStart(runs = 7): Promise<Start> {
  const all: Start[] = [];
  for (let run = 0; run < runs; run++) {
    const node = await processTime('--eval', '');
    const meeting = activationTime('meeting');
    const server = activationTime('server') - node;
    all.push({
      node,
      ordinary: activationTime('ordinary'),
      largeOrdinary: activationTime('large'),
      meeting,
      server,
      outline: meeting + server,
    });
  }
  const median = (of: keyof Start) => all.map((run) => run[of]).sort((a, b) => a - b)[runs >> 1] ?? 0;
  return {
    node: median('node'),
    ordinary: median('ordinary'),
    largeOrdinary: median('largeOrdinary'),
    meeting: median('meeting'),
    server: median('server'),
    outline: median('outline'),
  };
}

/** The cost of a start, compared with an empty Node process. */
export async function startRows(): Promise<Row[]> {
  const { ordinary, largeOrdinary, outline, node } = await measureStart();
  const row = (work: string, size: string, ours: number): Row => ({
    work,
    size,
    ours: milliseconds(ours),
    floor: `an empty Node: ${milliseconds(node)}`,
    ratio: times(ours / node),
  });
  return [
    row('activation, no meeting', '6 lines', ordinary),
    row('activation, no meeting', `${largeLines.toLocaleString('en')} lines`, largeOrdinary),
    row('activation to first outline', '36 lines', outline),
  ];
}

/** From the start of a process to its end. */
function processTime(...args: string[]): Promise<number> {
  const start = performance.now();
  const child = childProcess.spawn(process.execPath, args, { stdio: 'ignore' });
  return new Promise((done) => child.once('exit', () => done(performance.now() - start)));
}

type Open = 'ordinary' | 'large' | 'meeting';

function activationTime(open: Open | 'server'): number {
  const file = fileURLToPath(import.meta.url);
  const { stdout, stderr, status } = spawnSync(process.execPath, [file, open], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return Number(stdout);
}

/** Activates the extension in this process, and prints how long it took. */
async function activate(open: Open): Promise<void> {
  const isMeeting = open === 'meeting';
  const path = resolve(isMeeting ? example : ordinary);
  const text = readFileSync(path, 'utf8');
  const rows = text.split('\n').slice(0, -1);
  const large = () => Array.from({ length: largeLines }, (_, line) => rows[line % rows.length]).join('\n');
  const document = documentOf(path, 'log', open === 'large' ? large() : text);
  const { context, languageOf } = stubVscode(document);
  const load = createRequire(import.meta.url);
  const bundle = resolve('dist/client.node.js');
  await settle();
  const start = performance.now();
  load(bundle).activate(context);
  // Pending promises continue before this.
  await new Promise((done) => setImmediate(done));
  const taken = performance.now() - start;
  const wanted = isMeeting ? 'meeting-log' : 'log';
  if (languageOf() !== wanted) throw new Error(`the log became ${languageOf()}`);
  const loaded = Object.keys(load.cache).filter((file) => file.startsWith(join(resolve('dist'), '/')));
  // The layouts are loaded only for a chat, and the language client for neither.
  if (loaded.length !== (isMeeting ? 2 : 1)) throw new Error(`something else was loaded: ${loaded}`);
  console.log(taken);
}

/**
 * Starts the server and loads the language client meanwhile, as the extension does, and prints how long it took to the first
 * outline.
 */
async function firstOutline(): Promise<void> {
  anyVscode();
  const uri = 'file:///rooftop-garden.log';
  const text = readFileSync(example, 'utf8');
  const load = createRequire(import.meta.url);
  await settle();
  const start = performance.now();
  const server = startServerProcess(resolve('dist/server.js'));
  const { LanguageClient } = load(resolve('dist/languageClient.node.js'));
  new LanguageClient('meetlog', 'Meetlog', {}, {});
  const ask = (id: number, method: string, params: object) => {
    server.send({ jsonrpc: '2.0', id, method, params });
    return new Promise<unknown>((done) => {
      server.on('message', (message: { id?: number; result?: unknown }) => {
        if (message.id === id) done(message.result);
      });
    });
  };
  const tell = (method: string, params: object) => server.send({ jsonrpc: '2.0', method, params });
  await ask(1, 'initialize', { processId: process.pid, rootUri: null, capabilities: {} });
  tell('initialized', {});
  tell('textDocument/didOpen', { textDocument: { uri, languageId: 'meeting-log', version: 1, text } });
  const outline = await ask(2, 'textDocument/documentSymbol', { textDocument: { uri } });
  const taken = performance.now() - start;
  if (!Array.isArray(outline) || outline.length !== 1) throw new Error('the outline is another one');
  await ask(3, 'shutdown', {});
  tell('exit', {});
  console.log(taken);
}

/**
 * VS Code's extension host has long been running when it loads an extension: what Node still does in the background does not
 * count.
 */
function settle(): Promise<void> {
  return new Promise((done) => setTimeout(done, 100));
}

// Each part of a start is measured in a separate process, which runs this file.
const [, script = '', open] = process.argv;
if (script === fileURLToPath(import.meta.url)) {
  if (open === 'server') await firstOutline();
  else if (open) await activate(open as Open);
}
