import { assert } from 'chai';
import { foldingRanges } from '../../server/src/features/foldingRanges.js';
import { logOf, meeting, twoMeetings } from '../helpers/logs.js';

describe('folding', () => {
  const check = (text: string, ...expected: [number, number][]) =>
    assert.deepEqual(
      foldingRanges(logOf(text)).map(({ startLine, endLine }) => [startLine + 1, endLine + 1]),
      expected,
    );

  it('is by meeting and topic', () => check(twoMeetings, [1, 7], [3, 5], [6, 7], [9, 10]));
  it('consists of regions, which an editor can fold with one command', () =>
    assert.deepEqual(new Set(foldingRanges(logOf(twoMeetings)).map(({ kind }) => kind)), new Set(['region'])));
  it('is by subtopic, too', () =>
    check(
      meeting('10:01 <ann> #topic a\n10:01 <ann> x\n10:01 <ann> #subtopic b\n10:01 <ann> y\n'),
      [1, 6],
      [2, 6],
      [4, 6],
    ));
  it('leaves out single lines', () => check(meeting('10:01 <ann> #topic a\n10:01 <ann> #topic b\n'), [1, 4], [3, 4]));
});

describe('the texts of folds', () => {
  const check = (text: string, ...expected: (string | undefined)[]) =>
    assert.deepEqual(
      foldingRanges(logOf(text), { foldTexts: true }).map(({ collapsedText }) => collapsedText),
      expected,
    );

  it('are titles, durations, and how many topics or items there are', () =>
    check(
      twoMeetings,
      'Plans · 7 min · 2 topics',
      'Tea · 3 min · 1 item',
      'Cake · 2 min · 0 items',
      '#club Meeting · 30 min · 0 topics',
    ));
  it('say if a meeting did not end, and leave out unknown durations', () =>
    check(
      '10:00 <a> #startmeeting\n10:01 <a> #topic Tea\n08:01 <a> #info x\n',
      '#club Meeting · not ended · 1 topic',
      'Tea · 1 item',
    ));
  it('are short', () =>
    check(
      `10:00 <a> #startmeeting\n10:00 <a> #topic ${'x'.repeat(99)}\n10:02 <a> hi\n`,
      '#club Meeting · not ended · 1 topic',
      `${'x'.repeat(60)}… · 2 min · 0 items`,
    ));
  it('are only for clients that show them', () =>
    assert.isTrue(foldingRanges(logOf(twoMeetings)).every((fold) => !('collapsedText' in fold))));
});
