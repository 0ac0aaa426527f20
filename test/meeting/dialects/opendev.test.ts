import { assert } from 'chai';
import { tally } from '../../../server/src/meeting/replay/votes.js';
import { checkWords, inDialect, itemsIn, votesIn } from '../../helpers/dialects.js';
import { lines, meeting } from '../../helpers/logs.js';

describe('OpenDev’s bot', () => {
  it('has its own commands', () =>
    checkWords('opendev', 'topic reject startvote vote showvote endvote', 'motion here subtopic !topic [topic]'));

  it('names a meeting by its start, in letters and digits', () => {
    const [held] = inDialect('10:00 <ann> #startmeeting Tea & Cake\n', 'opendev').meetings;
    assert.equal(held?.name, 'tea___cake');
  });

  it('lets anyone end a meeting after an hour', () => {
    const ended = (at: string, dialect = 'opendev') =>
      inDialect(`10:00:00 <ann> #startmeeting x\n${at} <bob> #endmeeting\n`, dialect).meetings[0]?.endLine;
    assert.equal(ended('11:00:00'), 1);
    assert.isUndefined(ended('10:59:59'));
    const given = (command: string) =>
      inDialect(`10:00:00 <ann> #startmeeting x\n11:00:00 <bob> ${command}\n`, 'opendev');
    assert.isEmpty(given('#topic x').meetings[0]?.items);
    assert.isUndefined(ended('11:00:00', 'meetbot'));
  });

  it('counts the last ballot of each person', () => {
    const text = meeting(lines`
      10:01 <ann> #startvote Tea? Or coffee? Tea, Coffee (none)
      10:02 <bob> #vote tea
      10:02 <eve> #vote COFFEE
      10:03 <bob> #vote coffee
      10:03 <eve> #vote milk
      10:04 <ann> #endvote
      `);
    const [vote] = votesIn(text);
    assert.deepEqual(vote?.options, ['Tea', 'Coffee', 'none', '']);
    assert.deepInclude(vote, { line: 1, endLine: 6 });
    assert.equal(tally(vote as never), 'Tea: 0, Coffee: 2, none: 0, : 0');
    assert.deepEqual(itemsIn(text), ['VOTE Voted on "Tea? Or coffee?" Results are, Tea: 0, Coffee: 2']);
  });
  it('has the default options Yes and No, and needs no ballot', () => {
    const text = meeting('10:01 <ann> #startvote Tea?\n10:02 <ann> #endvote\n');
    assert.deepEqual(votesIn(text)[0]?.options, ['Yes', 'No']);
    assert.deepEqual(itemsIn(text), ['VOTE Voted on "Tea?" Results are']);
    const [item] = inDialect(text).meetings[0]?.items ?? [];
    assert.deepInclude(item, { line: 2, start: 0, end: '10:02 <ann> #endvote'.length });
  });
  it('uses the first of two options that differ only in case', () =>
    assert.deepEqual(
      itemsIn(meeting('10:01 <ann> #startvote x? Tea TEA\n10:02 <bob> #vote tea\n10:03 <ann> #endvote\n')),
      ['VOTE Voted on "x?" Results are, Tea: 1'],
    ));
  it('has results that can be undone', () =>
    assert.isEmpty(itemsIn(meeting('10:01 <ann> #startvote Tea?\n10:02 <ann> #endvote\n10:03 <ann> #undo\n'))));
});
