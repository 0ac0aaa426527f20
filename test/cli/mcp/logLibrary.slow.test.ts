import { rmSync } from 'node:fs';
import { assert } from 'chai';
import { LogLibrary } from '../../../server/src/cli/mcp/logLibrary.js';
import { Desk } from '../../helpers/commandLine.js';
import { meeting } from '../../helpers/logs.js';

const log = (text: string) => meeting(`10:01:00 <ann> #action ${text}\n`);

describe('a library of logs', () => {
  const desk = Desk.forEach({ 'logs/a.log': log('one'), 'logs/b.log': log('two'), 'logs/notes.txt': 'nothing\n' });

  /** How many files are read to know the logs as they are. */
  const readsOf = async (library: LogLibrary) => {
    let reads = 0;
    await library.shelf(() => reads++);
    return reads;
  };
  const texts = async (library: LogLibrary) => {
    const { logs } = await library.shelf();
    return logs.flatMap(({ digest }) => digest.meetings.flatMap(({ actions }) => actions.map(({ text }) => text)));
  };

  it('reads only what has changed', async () => {
    const library = new LogLibrary([desk.path('logs')]);
    assert.equal(await readsOf(library), 3);
    assert.equal(await readsOf(library), 0);
    desk.write({ 'logs/b.log': log('three') });
    assert.equal(await readsOf(library), 1);
    assert.deepEqual(await texts(library), ['one', 'three']);
    desk.write({ 'logs/deep/c.log': log('four') });
    assert.equal(await readsOf(library), 1);
    rmSync(desk.path('logs/a.log'));
    assert.equal(await readsOf(library), 0);
    assert.deepEqual(await texts(library), ['three', 'four']);
  });

  it('reads nothing twice for questions that are asked at once', async () => {
    const library = new LogLibrary([desk.path('logs')]);
    const reads = await Promise.all([readsOf(library), readsOf(library), readsOf(library)]);
    assert.deepEqual(reads, [3, 0, 0]);
  });

  it('keeps its list until something changes, so that what is made of it is made once', async () => {
    const library = new LogLibrary([desk.path('logs')]);
    const { logs } = await library.shelf();
    assert.equal((await library.shelf()).logs, logs);
    desk.write({ 'logs/meetlog.json': '{"people": [{"name": "Ann Lee", "nicks": ["ann"]}]}' });
    const after = (await library.shelf()).logs;
    assert.notEqual(after, logs);
    assert.equal((await library.shelf()).logs, after);
    rmSync(desk.path('logs/notes.txt'));
    assert.equal((await library.shelf()).logs, after);
  });

  it('goes on after a question that has no answer', async () => {
    const library = new LogLibrary([desk.path('logs')]);
    const found = (await library.shelf()).named(desk.path('logs/a.log'));
    assert.isDefined(found);
    if (!found) return;
    const failed = await library.minutes(found, 7, 'text').catch(({ message }) => message);
    assert.include(failed, 'has no meeting 7');
    assert.include(await library.minutes(found, 1, 'text'), 'one');
  });
});
