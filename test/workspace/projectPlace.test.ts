import { assert } from 'chai';
import { namesLog, newProjectPlace, pathFrom, projectPlaces } from '../../server/src/workspace/projectPlace.js';

const log = 'file:///home/ann/club/logs/a%20b.log';

describe('the place of the project’s file', () => {
  it('is beside the log or above it, up to the workspace’s folder', () => {
    assert.deepEqual(projectPlaces(log, ['file:///home/ann/club']), [
      'file:///home/ann/club/logs/meetlog.json',
      'file:///home/ann/club/meetlog.json',
    ]);
    assert.deepEqual(projectPlaces(log, ['file:///home/ann', 'file:///home/ann/club/logs/']), [
      'file:///home/ann/club/logs/meetlog.json',
    ]);
  });
  it('is beside a log that is in no folder of the workspace', () => {
    for (const folders of [[], ['file:///home/ann/clu'], ['file:///home/bob']]) {
      assert.deepEqual(projectPlaces(log, folders), ['file:///home/ann/club/logs/meetlog.json']);
    }
  });
  it('is nowhere for a log that is in no folder', () => {
    for (const uri of ['untitled:Untitled-1', 'untitled:/home/ann/a.log', '']) {
      assert.isEmpty(projectPlaces(uri, ['file:///home']));
      assert.isUndefined(newProjectPlace(uri, []));
    }
  });
  it('is made in the folder of the workspace, or else beside a file', () => {
    assert.equal(newProjectPlace(log, ['file:///home/ann']), 'file:///home/ann/meetlog.json');
    assert.equal(newProjectPlace(log, []), 'file:///home/ann/club/logs/meetlog.json');
    assert.isUndefined(newProjectPlace('meetlog-export:/home/ann/a.log?file:/home/ann/a.json', []));
    assert.equal(newProjectPlace('vscode-vfs://h/x/a.log', ['vscode-vfs://h/x']), 'vscode-vfs://h/x/meetlog.json');
  });
  it('is where logs are named from', () => {
    assert.equal(pathFrom('file:///home/ann/meetlog.json', log), 'club/logs/a b.log');
    assert.isUndefined(pathFrom('file:///home/bob/meetlog.json', log));
    assert.isTrue(namesLog('club/logs/a b.log', 'club/logs/a b.log'));
    assert.isTrue(namesLog('./a.log', 'a.log'));
    assert.isTrue(namesLog('a b.log', 'club/logs/a b.log'));
    assert.isFalse(namesLog('logs/a b.log', 'club/logs/a b.log'));
    assert.isFalse(namesLog('b.log', 'club/logs/a b.log'));
  });
});
