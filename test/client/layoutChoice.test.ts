import { assert } from 'chai';
import type { Uri } from 'vscode';
import { LayoutChoices } from '../../client/src/layoutChoice.js';
import * as vscode from '../helpers/vscode.js';

const uriOf = (text: string) => vscode.Uri.parse(text) as unknown as Uri;

describe('the layout that somebody chose for a log', () => {
  const log = uriOf('file:///a/club.log');

  it('is remembered in later windows, until it is taken back', async () => {
    const memory = vscode.memory();
    await new LayoutChoices(memory).set(log, 'irssi');
    assert.equal(new LayoutChoices(memory).of(log), 'irssi');
    assert.isUndefined(new LayoutChoices(memory).of(uriOf('file:///a/other.log')));
    await new LayoutChoices(memory).set(log, undefined);
    assert.isUndefined(new LayoutChoices(memory).of(log));
  });
  it('is remembered of the last 200 logs', async () => {
    const choices = new LayoutChoices(vscode.memory());
    for (let index = 0; index < 201; index++) await choices.set(uriOf(`file:///${index}.log`), 'irssi');
    assert.isUndefined(choices.of(uriOf('file:///0.log')));
    assert.equal(choices.of(uriOf('file:///1.log')), 'irssi');
  });
  it('is seen by the server as a setting of that log', async () => {
    const choices = new LayoutChoices(vscode.memory());
    await choices.set(log, 'irssi');
    const items = [
      { section: 'meetlog', scopeUri: log.toString() },
      { section: 'meetlog', scopeUri: 'file:///a/other.log' },
      { section: 'meetlog' },
      { section: 'editor', scopeUri: log.toString() },
    ];
    const given = { layout: 'auto', bot: 'auto' };
    const { configuration } = choices.middleware.workspace ?? {};
    const seen = await configuration?.({ items }, undefined as never, async () => items.map(() => given));
    assert.deepEqual(seen, [{ layout: 'irssi', bot: 'auto' }, given, given, given]);
  });
});
