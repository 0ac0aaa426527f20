import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, open, until, untilLanguage } from '../helpers.js';

declare const HOST: 'node' | 'browser';

/** Whether assistants can be offered servers: in VS Code 1.101 and later, where there are processes. */
const isOffered = HOST === 'node' && Number(vscode.version.split('.')[1]) > 100;

describe('the server for assistants', () => {
  const ours = () => vscode.lm.tools.filter(({ name }) => /meetlog/i.test(name));

  before(async () => {
    await untilLanguage(await open('rooftop-garden.log'), 'meeting-log');
  });
  after(closeAll);

  it(
    isOffered ? 'is started by VS Code, and its tools are there' : 'is not offered here, and nothing fails',
    async () => {
      assert.isTrue(vscode.extensions.getExtension('meetlog.meetlog')?.isActive);
      if (!isOffered) return assert.isEmpty(ours());
      const start = async () => {
        await vscode.commands.executeCommand('workbench.mcp.startServer', '*', { waitForLiveTools: true });
        return ours().map(({ name }) => name.replace(/^.*meetlog_/, ''));
      };
      const names = await until('the tools', start, ({ length }) => length > 0);
      assert.includeMembers(names, ['list_meetings', 'get_minutes', 'list_actions', 'find_decisions']);
    },
  );

  (isOffered ? it : it.skip)('answers from the logs of the workspace', async () => {
    const [tool] = ours().filter(({ name }) => name.endsWith('find_decisions'));
    const { content } = await vscode.lm.invokeTool(tool?.name ?? '', {
      input: { words: 'tomatoes' },
      toolInvocationToken: undefined,
    });
    const text = content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
    assert.include(text, 'Tomatoes go up after the last frost');
    assert.include(text, 'rooftop-garden.log');
  });
});
