import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert } from 'chai';
import { lines } from '../helpers/logs.js';

const hasNeovim = (() => {
  try {
    execFileSync('nvim', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

const log = lines`
  10:00:00 <ann> #startmeeting
  10:01:00 <bob> hi, ann
  10:02:00 <ann> #agred tea for bob
  10:03:00 <ann> #endmeeting
  `;

/** Only where Neovim is installed, which `.ci/run` does. */
(hasNeovim ? describe : describe.skip)('Neovim', () => {
  it('opens a log, completes a command, renames someone and applies a quick fix', () => {
    const folder = mkdtempSync(join(tmpdir(), 'meetlog-'));
    try {
      const file = join(folder, 'tea.log');
      writeFileSync(file, log);
      const args = ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-c', 'luafile test/lsp/neovim.lua'];
      const env = { ...process.env, MEETLOG_SERVER: 'dist/server.js', MEETLOG_LOG: file, HOME: folder };
      const printed = execFileSync('nvim', args, { env, encoding: 'utf8', timeout: 55_000 }).trimEnd();
      const told = new Map(printed.split('\n\n').map((part) => part.split(/\n(.*)/s, 2) as [string, string]));
      assert.equal(told.get('diagnostics'), 'No bot knows #agred. Did you mean #agreed?');
      const labels = told.get('completion')?.split(' ') ?? [];
      assert.includeMembers(labels, ['#topic', '#agreed', '#action', '#endmeeting']);
      assert.notInclude(labels, '#startmeeting');
      assert.equal(told.get('completed'), '10:02:30 <ann> #topic');
      assert.equal(told.get('renamed'), log.replaceAll('bob', 'zoe').trimEnd());
      assert.equal(told.get('fixed'), '10:02:00 <ann> #agreed tea for zoe');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
