import { assert } from 'chai';
import type { Uri } from 'vscode';
import { LayoutChoices, layoutItems } from '../../client/src/layoutChoice.js';
import * as vscode from '../helpers/vscode.js';

const uriOf = (text: string) => vscode.Uri.parse(text) as unknown as Uri;

describe('the layout that the user chose for a log', () => {
  const log = uriOf('file:///a/club.log');

  it('is remembered in later windows, until it is undone', async () => {
    const memory = vscode.memory();
    await new LayoutChoices(memory).set(log, 'irssi');
    assert.equal(new LayoutChoices(memory).of(log), 'irssi');
    assert.isUndefined(new LayoutChoices(memory).of(uriOf('file:///a/other.log')));
    await new LayoutChoices(memory).set(log, undefined);
    assert.isUndefined(new LayoutChoices(memory).of(log));
  });
  it('is remembered for the last 200 logs', async () => {
    const choices = new LayoutChoices(vscode.memory());
    for (let index = 0; index < 201; index++) await choices.set(uriOf(`file:///${index}.log`), 'irssi');
    assert.isUndefined(choices.of(uriOf('file:///0.log')));
    assert.equal(choices.of(uriOf('file:///1.log')), 'irssi');
  });
  it('is that of an untitled document only until it is closed', async () => {
    const memory = vscode.memory();
    const choices = new LayoutChoices(memory);
    const untitled = uriOf('untitled:Untitled-1');
    await choices.set(untitled, 'irssi');
    assert.equal(choices.of(untitled), 'irssi');
    assert.isEmpty(memory.keys());
    choices.forgetUntitled(untitled);
    assert.isUndefined(choices.of(untitled));
  });
  it('is passed to the server as a setting of that log', async () => {
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

describe('the layouts to choose from', () => {
  const irssi = { name: 'irssi', title: 'irssi: 20:58 < nick> text', read: 0.983 };
  const slack = { name: 'slack', title: 'Slack, copied', read: 0 };
  const check = (current: string, expected: readonly (string | undefined)[]) =>
    assert.deepEqual(
      layoutItems({ found: irssi, layouts: [irssi, slack] }, current).map(({ description }) => description),
      expected,
    );

  it('are shown by title, with those that read the log apart, and show what was found', () => {
    const items = layoutItems({ found: irssi, layouts: [irssi, slack] }, 'auto');
    assert.deepEqual(
      items.map(({ label }) => label),
      ['Automatic', 'Layouts that read this log', 'irssi: 20:58 < nick> text', 'Other layouts', 'Slack, copied'],
    );
  });
  it('have the current one marked', () => {
    const [found, other] = ['found: irssi, 98% of lines read', 'irssi, 98% of lines read'];
    check('auto', [`${found} · current`, undefined, other, undefined, 'slack']);
    check('irssi', [found, undefined, `${other} · current`, undefined, 'slack']);
    check('slack', [found, undefined, other, undefined, 'slack · current']);
  });
  it('says how a layout looks that was learnt', () => {
    const found = { name: 'learnt', title: 'As found: date, time, name, colon', read: 1 };
    const [item] = layoutItems({ found, layouts: [irssi] }, 'irssi');
    assert.equal(item?.description, 'As found: date, time, name, colon, 100% of lines read');
  });
  it('show that none reads the log', () => {
    const { description } = layoutItems({ found: slack, layouts: [slack] }, 'irssi')[0] ?? {};
    assert.equal(description, 'none reads this log');
  });
});
