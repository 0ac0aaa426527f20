import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { assert } from 'chai';
import type { SymbolInformation } from 'vscode-languageserver';
import type { CheckedLogs, TreePart } from '../../server/src/protocol.js';
import { lines } from '../helpers/logs.js';
import { Editor } from './client.js';

const tea = lines`
  10:00:00 <ann> #startmeeting Tea
  10:01:00 <ann> #agreed grüner Tee
  10:02:00 <ann> #endmeeting
  `;

describe('logs that are not UTF-8, over stdio', () => {
  let editor: Editor;
  let folder: string;
  beforeEach(async () => {
    editor = new Editor();
    folder = mkdtempSync(join(tmpdir(), 'meetlog-strange-'));
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true });
    assert.equal(await editor.close(), 0);
  });
  const write = (name: string, bytes: Uint8Array) => writeFileSync(join(folder, name), bytes);
  const begin = () => editor.initialize({}, {}, [pathToFileURL(folder).href]);
  const decisions = async () =>
    (await editor.ask<SymbolInformation[]>('workspace/symbol', { query: 'grüner' })).map(({ name }) => name);
  const wide = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');

  it('are read as UTF-16 or Windows-1252', async () => {
    // Long files are not read if their beginning is not that of a chat.
    const long = `${'09:00:00 <ann> hello\n'.repeat(10_000)}${tea}`;
    write('little.log', wide(tea));
    write('big.log', wide(tea).swap16());
    write('long.log', wide(long));
    write('latin.log', Buffer.from(tea, 'latin1'));
    await begin();
    assert.deepEqual(await decisions(), Array(4).fill('grüner Tee'));
  });

  it('are skipped if they are not text, which is said', async () => {
    write('tea.log', Buffer.from(tea));
    write('000003.log', gzipSync(Buffer.from(tea)));
    write('data.log', Buffer.from(Array.from({ length: 100_000 }, (_, at) => (at * at) % 251)));
    write('notes.txt', Buffer.from('Call bob.\n'));
    await begin();
    const tree = async (path: readonly string[]) => {
      const { nodes } = await editor.ask<TreePart>('meetlog/tree', { tree: 'meetings', path, today: '2031-04-01' });
      return nodes.map(({ label, description, tooltip }) => [label, description, tooltip].filter(Boolean).join(' | '));
    };
    assert.deepEqual((await tree([])).slice(1), ['2 files skipped']);
    assert.deepEqual(await tree(['skipped:']), [
      '000003.log | is not a text file | 000003.log is not a text file.',
      'data.log | is not a text file | data.log is not a text file.',
    ]);
    const { summary } = await editor.ask<CheckedLogs>('meetlog/checkAll', {});
    assert.equal(summary, 'Checked 1 log: no problems. Skipped 2 files that are not text.');
  });
});
