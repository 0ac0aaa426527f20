import { assert } from 'chai';
import type { Uri } from 'vscode';
import { SavePlaces } from '../../client/src/savePlaces.js';
import * as vscode from '../helpers/vscode.js';

const uri = (text: string) => vscode.Uri.parse(text) as unknown as Uri;

describe('the folder that minutes are saved into', () => {
  afterEach(() => vscode.reset());

  const check = (places: SavePlaces, log: string, expected: string | undefined) =>
    assert.equal(places.folderFor(uri(log))?.toString(), expected);

  it('is the one beside the log', () => check(new SavePlaces(vscode.memory()), 'file:///a/b/club.log', 'file:///a/b'));
  it('is the open one, if there is one, where nothing can be written beside the log', () => {
    const places = new SavePlaces(vscode.memory());
    check(places, 'untitled:Untitled-1', undefined);
    vscode.workspace.workspaceFolders = [{ uri: vscode.Uri.file('/open') }];
    check(places, 'untitled:Untitled-1', 'file:///open');
    check(places, 'git:///a/club.log', 'file:///open');
    check(places, 'file:///a/club.log', 'file:///a');
  });
  it('is the one that was taken last for that log', async () => {
    const places = new SavePlaces(vscode.memory());
    await places.remember(uri('file:///a/club.log'), uri('file:///x/club.md'));
    await places.remember(uri('file:///a/club.log'), uri('file:///y/club.md'));
    check(places, 'file:///a/club.log', 'file:///y');
    check(places, 'file:///a/other.log', 'file:///a');
  });
  it('is remembered in later windows, of the last 200 logs', async () => {
    const memory = vscode.memory();
    const places = new SavePlaces(memory);
    for (let log = 0; log < 202; log++) await places.remember(uri(`file:///a/${log}.log`), uri('file:///x/club.md'));
    const later = new SavePlaces(memory);
    check(later, 'file:///a/1.log', 'file:///a');
    check(later, 'file:///a/2.log', 'file:///x');
    check(later, 'file:///a/201.log', 'file:///x');
  });
});
