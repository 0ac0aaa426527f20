// Records everything that a build of Meetlog reports about folders of logs, to compare two builds with `diff -r`:
//   node test/tools/record.mjs DIST OUTPUT FOLDER...
// Minutes in all formats, problems, outlines by each bot's rules, and the answers of all requests on ten of the logs.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import rpc from 'vscode-jsonrpc/node';

const [, , dist = 'dist', output = '.record', ...folders] = process.argv;
const { formats, bots } = await known();

for (const folder of folders) {
  const name = basename(resolve(folder));
  const logs = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:log|txt)$/.test(file))
    .sort()
    .map((file) => ({ name: file.replaceAll('/', '+'), path: join(folder, file) }));
  for (const [kind, options] of [
    ['minutes', []],
    ['bug-compatible', ['--bug-compatible']],
  ]) {
    for (const { name: log, path } of logs) {
      run(['minutes', path, '-f', formats.join(), '-o', place(name, kind, log, ''), ...options]);
    }
  }
  for (const { name: log, path } of logs) {
    write(place(name, 'check', `${log}.json`), run(['check', path, '-f', 'json']));
    for (const [about, ...options] of [['auto'], ['whole', '--whole-log'], ...bots.map((bot) => [bot, '--bot', bot])]) {
      write(place(name, 'outline', `${log}.${about}.json`), run(['outline', '--json', path, ...options]));
    }
  }
  const step = Math.max(1, Math.floor(logs.length / 10));
  for (const log of logs.filter((_, at) => at % step === 0).slice(0, 10)) await askAll(name, log);
}

function place(...parts) {
  const path = join(output, ...parts);
  mkdirSync(parts.at(-1) === '' ? path : join(path, '..'), { recursive: true });
  return path;
}

function write(path, text) {
  writeFileSync(path, text);
}

function run(args) {
  try {
    return execFileSync(process.execPath, [join(dist, 'cli.js'), ...args], { encoding: 'utf8', stdio: 'pipe' });
  } catch ({ status, stdout, stderr }) {
    return `${stdout}${stderr}exit code ${status}\n`;
  }
}

/** The names of the formats that need no template, and of the bots. */
async function known() {
  const { connection, end } = connected();
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  const all = await connection.sendRequest('meetlog/formats');
  const choices = await connection.sendRequest('meetlog/choices');
  end();
  const names = (items) => items.map((item) => item.name);
  return { formats: names(all).filter((name) => name !== 'template'), bots: names(choices.bots) };
}

/** A server, and a function that ends it. */
function connected() {
  const server = spawn(process.execPath, [join(dist, 'server.js'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const { StreamMessageReader, StreamMessageWriter, createMessageConnection } = rpc;
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.listen();
  return { connection, end: () => [connection.dispose(), server.kill()] };
}

async function askAll(folder, { name, path }) {
  const { connection, end } = connected();
  const said = [];
  const ask = async (method, params) => {
    const answer = await connection.sendRequest(method, params).catch((error) => ({ error: error.message }));
    said.push({ method, params, answer });
    return answer;
  };
  const text = readFileSync(path, 'utf8');
  const uri = pathToFileURL(join('/logs', basename(path))).href;
  const textDocument = { uri };
  await ask('initialize', { processId: null, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } });
  await connection.sendNotification('initialized', {});
  const opened = { uri, languageId: 'meeting-log', version: 1, text };
  await connection.sendNotification('textDocument/didOpen', { textDocument: opened });
  const lines = text.split('\n');
  const range = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
  for (const method of ['documentSymbol', 'foldingRange']) await ask(`textDocument/${method}`, { textDocument });
  await ask('textDocument/semanticTokens/range', { textDocument, range });
  const { items } = await ask('textDocument/diagnostic', { textDocument });
  await ask('textDocument/codeAction', { textDocument, range, context: { diagnostics: items } });
  for (const lens of (await ask('textDocument/codeLens', { textDocument })) ?? []) await ask('codeLens/resolve', lens);
  for (const method of ['meetings', 'summary']) await ask(`meetlog/${method}`, { textDocument });
  for (const format of formats) await ask('meetlog/minutes', { textDocument, meeting: 0, format });
  for (let line = 0; line < lines.length; line++) {
    const parts = [/[<( ]\s*[@+]?[^\s>:]/.exec(lines[line])?.[0].length, lines[line].search(/[#!^]\w/) + 1];
    for (const character of new Set(parts.filter((at) => at > 0)))
      for (const method of ['hover', 'documentHighlight'])
        await ask(`textDocument/${method}`, { textDocument, position: { line, character } });
    if (line % 20 === 0) {
      await ask('meetlog/topic', { textDocument, line });
      await ask('meetlog/nearItem', { textDocument, line, direction: 'next' });
      await ask('meetlog/nearItem', { textDocument, line, direction: 'previous' });
    }
    if (line % 100 === 0) await ask('meetlog/preview', { textDocument, line });
  }
  end();
  write(place(folder, 'answers', `${name}.json`), said.map((one) => JSON.stringify(one)).join('\n'));
}
