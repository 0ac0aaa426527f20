import { assert } from 'chai';
import { pastedLines } from '../../server/src/features/pastedLines.js';
import { logOf, meeting } from '../helpers/logs.js';

describe('talk that is pasted into a log', () => {
  const log = meeting('10:01:00 <@bob> hi\n10:02:00 * bob waves\n10:03:00 <cid> hello\n');
  const check = (pasted: string, written: string | null, into = log, line = 4) =>
    assert.equal(pastedLines(logOf(into), line, pasted), written);

  it('is written in the layout of the log', () =>
    check(
      '[10:04] dan: tea?\n[10:05] eve: yes\n[10:05] dan: good\n',
      '10:04:00 <dan> tea?\n10:05:00 <eve> yes\n10:05:00 <dan> good\n',
    ));
  it('may have its people above what they say', () =>
    check(
      'dan [10:04 AM]\ntea?\nwith milk\neve [10:05 AM]\nyes',
      '10:04:00 <dan> tea?\n10:04:00 <dan> with milk\n10:05:00 <eve> yes',
    ));
  it('may be actions, also if the log has none', () => {
    const pasted = '[10:04:01] <dan> tea?\n[10:04:02] * eve nods\n';
    check(pasted, '10:04:01 <dan> tea?\n10:04:02 * eve nods\n');
    check(pasted, '10:04:01 <dan> tea?\n10:04:02 * eve nods\n', meeting('10:01:00 <bob> hi\n'), 2);
  });
  it('keeps the signs of rank of those who have them, and gives them to no one else', () =>
    check('[10:04] bob: a\n[10:05] dan: b\n', '10:04:00 <@bob> a\n10:05:00 <dan> b\n'));
  it('gets the time of the line above if it has none', () =>
    check('<dan>\ttea?\n<eve>\tyes\n', '10:03:00 <dan> tea?\n10:03:00 <eve> yes\n'));
  it('has the line ends and the precision of the log', () => {
    const minutes = '10:00 <ann> #startmeeting\r\n10:01 <bob> hi\r\n';
    check('[10:04:30] dan: tea?\n[10:05:10] eve: yes\n', '10:04 <dan> tea?\r\n10:05 <eve> yes\r\n', minutes, 2);
  });
  it('is left alone if the log writes it so', () => check('10:04:00 <dan> tea?\n10:05:00 <eve> yes\n', null));
  it('is left alone if it is no talk', () => {
    for (const text of [
      '',
      '\n',
      'tea',
      'Some words.\nAnd more.\n',
      '{ "a": 1 }\n',
      '2031-03-14 10:00:00 INFO started\n',
    ])
      check(text, null);
  });
  it('is left alone if anything in it would be lost', () => {
    check('[10:04] dan: tea?\n[10:05] eve: yes\n--- Day changed Sat Mar 15 2031\n[10:06] dan: good\n', null);
    check('Some words.\n[10:04] dan: tea?\n[10:05] eve: yes\n[10:06] dan: good\n', null);
  });
  it('is left alone if anyone in it has a name that the log cannot write', () => {
    const pasted = (nick: string) => `[10:04] dan: tea?\n[10:05] ${nick}: yes\n[10:05] dan: good\n`;
    check(pasted('eve'), '10:04:00 <dan> tea?\n10:05:00 <eve> yes\n10:05:00 <dan> good\n');
    check(pasted('eve>cid'), null);
  });
  it('is left alone if it is of another day, or of two', () => {
    const dated = '2031-03-14 10:00:00\tann\t#startmeeting\n2031-03-14 10:01:00\tbob\thi\n';
    const pasted = (date: string) => `[${date} 10:04:00] <dan> tea?\n[${date} 10:05:00] <eve> yes\n`;
    check(pasted('2031-03-14'), '2031-03-14 10:04:00\tdan\ttea?\n2031-03-14 10:05:00\teve\tyes\n', dated, 2);
    check(pasted('2031-03-15'), null, dated, 2);
    check(pasted('2031-03-14') + pasted('2031-03-15'), null);
  });
  it('is left alone in a log without talk', () => check('[10:04] dan: tea?\n[10:05] eve: yes\n', null, 'nothing\n', 1));
});
