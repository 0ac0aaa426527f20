import { assert } from 'chai';
import { LayoutChoices } from '../../client/src/layoutChoice.js';
import * as vscode from '../helpers/vscode.js';

describe('the layout that somebody chose for a log', () => {
  const log = 'file:///a/club.log';

  it('is remembered in later windows, until it is taken back', async () => {
    const memory = vscode.memory();
    await new LayoutChoices(memory).remember(log, 'irssi');
    assert.equal(new LayoutChoices(memory).of(log), 'irssi');
    assert.isUndefined(new LayoutChoices(memory).of('file:///a/other.log'));
    await new LayoutChoices(memory).remember(log, undefined);
    assert.isUndefined(new LayoutChoices(memory).of(log));
  });
  it('is remembered of the last 200 logs', async () => {
    const choices = new LayoutChoices(vscode.memory());
    for (let index = 0; index < 201; index++) await choices.remember(`file:///${index}.log`, 'irssi');
    assert.isUndefined(choices.of('file:///0.log'));
    assert.equal(choices.of('file:///1.log'), 'irssi');
  });
  it('is seen by the server as a setting of that log', async () => {
    const choices = new LayoutChoices(vscode.memory());
    await choices.remember(log, 'irssi');
    const items = [
      { section: 'meetlog', scopeUri: log },
      { section: 'meetlog', scopeUri: 'file:///a/other.log' },
      { section: 'meetlog' },
      { section: 'editor', scopeUri: log },
    ];
    const given = { layout: 'auto', bot: 'auto' };
    const { configuration } = choices.middleware.workspace ?? {};
    const seen = await configuration?.({ items }, undefined as never, async () => items.map(() => given));
    assert.deepEqual(seen, [{ layout: 'irssi', bot: 'auto' }, given, given, given]);
  });
});
