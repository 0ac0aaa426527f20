import { assert } from 'chai';
import type { ExtensionContext } from 'vscode';
import { type NewerVscode, registerAssistants } from '../../client/src/assistants.js';
import { Disposable, documentOf, files, memory, open, openFolders, reset, trust } from '../helpers/vscode.js';

type Provider = Parameters<NonNullable<NonNullable<NewerVscode['lm']>['registerMcpServerDefinitionProvider']>>[1];

class Definition {
  readonly all: readonly unknown[];

  constructor(...all: readonly unknown[]) {
    this.all = all;
  }
}

describe('the server for assistants in VS Code', () => {
  let provider: Provider | undefined;
  let changes: number;
  let ours: Disposable | undefined;
  const workspaceState = memory();

  const lm = {
    registerMcpServerDefinitionProvider(_: string, given: Provider) {
      provider = given;
      return new Disposable(() => undefined) as never;
    },
  };
  const end = () => {
    ours?.dispose();
    ours = undefined;
  };
  const start = (api: NewerVscode = { lm, McpStdioServerDefinition: Definition }, memento = memory()) => {
    const extension = { packageJSON: { version: '1.2.3' } };
    const context = { extension, workspaceState: memento, asAbsolutePath: (path: string) => `/ext/${path}` };
    end();
    provider = undefined;
    changes = 0;
    ours = registerAssistants(context as unknown as ExtensionContext, '/bin/node', api) as Disposable;
    (provider as Provider | undefined)?.onDidChangeMcpServerDefinitions(() => changes++);
  };
  const offered = async () => (await provider?.provideMcpServerDefinitions()) as Definition[] | undefined;

  beforeEach(async () => {
    await openFolders('/home/ann/logs');
    start();
  });
  afterEach(async () => {
    end();
    await reset();
  });

  it('is offered once a meeting log was open', async () => {
    assert.isEmpty(await offered());
    await open(documentOf('/home/ann/logs/club.log', 'meeting-log', ''));
    assert.equal(changes, 1);
    const [definition] = (await offered()) ?? [];
    const args = ['/ext/dist/cli.js', 'mcp', '/home/ann/logs'];
    const env = { ELECTRON_RUN_AS_NODE: '1', ELECTRON_NO_ASAR: '1' };
    assert.deepEqual(definition?.all, ['Meetlog', '/bin/node', args, env, '1.2.3']);
    await open(documentOf('/home/ann/logs/club.log', 'meeting-log', ''));
    assert.equal(changes, 1);
  });

  it('remembers that', async () => {
    start(undefined, workspaceState);
    await open(documentOf('/home/ann/logs/club.log', 'meeting-log', ''));
    start(undefined, workspaceState);
    assert.lengthOf((await offered()) ?? [], 1);
  });

  it('is not offered because of other files, or of logs elsewhere', async () => {
    await open(documentOf('/home/ann/logs/club.txt', 'plaintext', ''));
    await open(documentOf('/tmp/club.log', 'meeting-log', ''));
    assert.isEmpty(await offered());
  });

  it('is offered in a folder with meetlog.json', async () => {
    files.add('/home/ann/logs/meetlog.json');
    assert.lengthOf((await offered()) ?? [], 1);
  });

  it('is offered for all folders on a disk', async () => {
    files.add('/home/ann/logs/meetlog.json');
    await openFolders('/home/ann/logs', 'vscode-vfs://github/ann/logs', '/srv/logs');
    assert.equal(changes, 1);
    assert.deepEqual((await offered())?.[0]?.all[2], ['/ext/dist/cli.js', 'mcp', '/home/ann/logs', '/srv/logs']);
    await openFolders();
    assert.isEmpty(await offered());
  });

  it('is offered only in trusted workspaces', async () => {
    files.add('/home/ann/logs/meetlog.json');
    await trust(false);
    assert.isEmpty(await offered());
    await trust(true);
    assert.equal(changes, 1);
    assert.lengthOf((await offered()) ?? [], 1);
  });

  it('is not offered in older versions', () => {
    start({});
    start({ lm: {}, McpStdioServerDefinition: Definition });
    const registerMcpServerDefinitionProvider = () => {
      throw new Error('Extension CANNOT use API proposal: mcpConfigurationProvider');
    };
    start({ lm: { registerMcpServerDefinitionProvider }, McpStdioServerDefinition: Definition });
    assert.isUndefined(provider);
  });
});
