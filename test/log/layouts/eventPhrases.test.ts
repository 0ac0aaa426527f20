import { assert } from 'chai';
import { anyEvent, knownEvent } from '../../../server/src/log/layouts/eventPhrases.js';

describe('what clients write about events', () => {
  it('is recognised by words that only clients use', () => {
    const line = '-!- ann [a@host] has quit [x] ';
    assert.deepEqual(knownEvent(line, 4), {
      kind: 'quit',
      nick: 'ann',
      nickStart: 4,
      nickEnd: 7,
      textStart: 7,
      textEnd: line.length - 1,
    });
  });

  it('has the new nick as its text', () => {
    assert.deepInclude(knownEvent('ann is now known as al', 0), {
      kind: 'nick',
      nick: 'ann',
      textStart: 20,
      textEnd: 22,
    });
  });

  it('may have looser words on a line that a client marked', () => {
    assert.isUndefined(knownEvent('ann joined #c', 0));
    assert.deepInclude(anyEvent('ann joined #c', 0), { kind: 'join', nick: 'ann' });
  });

  it('is a notice if the words are unknown', () => {
    assert.deepEqual(anyEvent('=== the server says hello ', 4), {
      kind: 'notice',
      nick: '',
      nickStart: 4,
      nickEnd: 4,
      textStart: 4,
      textEnd: 25,
    });
  });
});
