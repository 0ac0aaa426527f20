import { assert } from 'chai';
import type { Uri } from 'vscode';
import { canOpenInBrowser } from '../../client/src/openInBrowser.js';
import { SavePlaces } from '../../client/src/savePlaces.js';
import { untitledFor } from '../../client/src/untitled.js';
import * as vscode from '../helpers/vscode.js';

const uri = (text: string) => vscode.Uri.parse(text) as unknown as Uri;

describe('the folder that minutes are saved into', () => {
  afterEach(() => vscode.reset());

  const check = (places: SavePlaces, log: string, expected: string | undefined) =>
    assert.equal(places.folderFor(uri(log))?.toString(), expected);

  it('is the one beside the log', () => check(new SavePlaces(vscode.memory()), 'file:///a/b/club.log', 'file:///a/b'));
  it('is the open one, if there is one, if nothing can be written beside the log', () => {
    const places = new SavePlaces(vscode.memory());
    check(places, 'untitled:Untitled-1', undefined);
    vscode.workspace.workspaceFolders = [{ uri: vscode.Uri.file('/open') }];
    check(places, 'untitled:Untitled-1', 'file:///open');
    check(places, 'git:///a/club.log', 'file:///open');
    check(places, 'file:///a/club.log', 'file:///a');
  });
  it('is the one last used for that log', async () => {
    const places = new SavePlaces(vscode.memory());
    await places.remember(uri('file:///a/club.log'), uri('file:///x/club.md'));
    await places.remember(uri('file:///a/club.log'), uri('file:///y/club.md'));
    check(places, 'file:///a/club.log', 'file:///y');
    check(places, 'file:///a/other.log', 'file:///a');
  });
  it('is remembered in later windows, for the last 200 logs', async () => {
    const memory = vscode.memory();
    const places = new SavePlaces(memory);
    for (let log = 0; log < 202; log++) await places.remember(uri(`file:///a/${log}.log`), uri('file:///x/club.md'));
    const later = new SavePlaces(memory);
    check(later, 'file:///a/1.log', 'file:///a');
    check(later, 'file:///a/2.log', 'file:///x');
    check(later, 'file:///a/201.log', 'file:///x');
  });
  it('is the user’s home folder if no folder is open', () =>
    check(new SavePlaces(vscode.memory(), uri('file:///home/ann')), 'untitled:Untitled-1', 'file:///home/ann'));
});

describe('the folder of minutes that are opened without being saved', () => {
  afterEach(() => vscode.reset());

  it('is one to which VS Code saves untitled documents', async () => {
    const places = new SavePlaces(vscode.memory());
    const check = (log: string, expected: string | undefined) =>
      assert.equal(places.besideLog(uri(log))?.toString(), expected);
    check('file:///a/club.log', 'file:///a');
    check('git:///a/club.log', undefined);
    vscode.workspace.workspaceFolders = [{ uri: vscode.Uri.parse('memfs:///open') }];
    check('untitled:Untitled-1', undefined);
    // The folder of saved minutes does not matter: unsaved minutes are beside their log.
    await places.remember(uri('file:///a/club.log'), uri('file:///x/club.md'));
    check('file:///a/club.log', 'file:///a');
  });
});

describe('the untitled document of a file', () => {
  afterEach(async () => {
    await vscode.reset();
    Object.assign(vscode.env, { uiKind: 1, remoteName: undefined });
  });
  const check = (file: string, expected: string | undefined) =>
    assert.equal(untitledFor(uri(file))?.toString(), expected);

  it('is saved where the file is', () => {
    check('file:///a/heat.md', 'untitled:/a/heat.md');
    check('vscode-remote:///a/heat.md', 'untitled:/a/heat.md');
    check('memfs:///a/heat.md', undefined);
  });
  it('is saved to the open folder in a browser', () => {
    vscode.env.uiKind = 2;
    vscode.workspace.workspaceFolders = [{ uri: vscode.Uri.parse('memfs:///open') }];
    check('memfs:///a/heat.md', 'untitled:/a/heat.md');
    check('file:///a/heat.md', undefined);
    vscode.env.remoteName = 'ssh';
    check('file:///a/heat.md', 'untitled:/a/heat.md');
  });
});

describe('the browser', () => {
  afterEach(() => {
    Object.assign(vscode.env, { uiKind: 1, remoteName: undefined });
  });
  it('is offered only for pages on the user’s own disk', () => {
    const check = (file: string, expected: boolean) => assert.equal(canOpenInBrowser(uri(file)), expected, file);
    check('file:///a/heat.html', true);
    check('file:///a/heat.log.html', true);
    check('file:///a/heat.md', false);
    check('vscode-vfs:///a/heat.html', false);
    vscode.env.remoteName = 'wsl';
    check('file:///a/heat.html', false);
    Object.assign(vscode.env, { uiKind: 2, remoteName: undefined });
    check('file:///a/heat.html', false);
  });
});
